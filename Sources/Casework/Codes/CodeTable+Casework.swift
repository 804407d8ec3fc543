public import Records

/// The tables of the police work.
///
/// Sources: `codes.json` names the standard or the paper each comes from.
extension CodeTable {
    /// 性别, GB/T 2261.1-2003.
    public static let sex = CodeCatalog.table("sex_GBT2261_1", first: ["1", "2"])
    /// 家庭关系, GB/T 4761-2008, the common ones first.
    public static let relation = CodeCatalog.table("relation_GBT4761_2008", first: CodeCatalog.commonRelations)
    /// 居住性质.
    public static let tenure = CodeCatalog.table("tenure")
    /// 需要的服务.
    public static let serviceNeed = CodeCatalog.table("service_need")
    /// 十访, without the two that tracked persons.
    public static let visitKind = CodeCatalog.table("visit_kind", first: ["10"])
    /// 走访结果.
    public static let visitOutcome = CodeCatalog.table("visit_outcome")
    /// 反映事项的类别.
    public static let raisedKind = CodeCatalog.table("raised_kind")
    /// 反映事项的状态.
    public static let raisedState = CodeCatalog.table("raised_state")
    /// 法定协助事项 F01–F15, a closed list.
    public static let followupKind = CodeCatalog.table("followup_kind")
    /// 依据文书种类.
    public static let basisType = CodeCatalog.table("basis_type")
    /// 协助频次.
    public static let cadence = CodeCatalog.table("cadence")
    /// 法定协助的结束原因.
    public static let followupClosing = CodeCatalog.table("followup_closing")
    /// 法定协助时在场的人.
    public static let entryPresent = CodeCatalog.table("entry_present")
    /// 调解方式.
    public static let mediationMode = CodeCatalog.table("mediation_mode")
    /// 纠纷类别, 司法部统计口径.
    public static let disputeCategory = CodeCatalog.table("dispute_category")
    /// 纠纷来源.
    public static let disputeSource = CodeCatalog.table("dispute_source")
    /// 纠纷规模.
    public static let matterScale = CodeCatalog.table("matter_scale")
    /// 化解层级.
    public static let resolveLevel = CodeCatalog.table("resolve_level")
    /// 事项颜色; never on a person.
    public static let matterColour = CodeCatalog.table("matter_colour")
    /// 当事人身份.
    public static let partyRole = CodeCatalog.table("party_role")
    /// 个人或单位.
    public static let partyKind = CodeCatalog.table("party_kind")
    /// 调解意愿.
    public static let consent = CodeCatalog.table("consent")
    /// 意愿的表示方式.
    public static let consentHow = CodeCatalog.table("consent_how")
    /// 一站联调的参加单位.
    public static let jointUnit = CodeCatalog.table("joint_unit")
    /// 调解结果.
    public static let mediationResult = CodeCatalog.table("mediation_result")
    /// 协议形式.
    public static let agreementForm = CodeCatalog.table("agreement_form")
    /// 履行方式.
    public static let performanceManner = CodeCatalog.table("performance_manner")
    /// 履行情况.
    public static let performance = CodeCatalog.table("performance")
    /// 司法确认.
    public static let judicialConfirmation = CodeCatalog.table("judicial_confirmation")
    /// 满意度.
    public static let satisfaction = CodeCatalog.table("satisfaction")
    /// 卷内文书.
    public static let documentForms = CodeCatalog.table("doc_forms")
    /// 人员身份.
    public static let officerRole = CodeCatalog.table("officer_role")
    /// 走访定额.
    public static let quotaProfile = CodeCatalog.table("quota_profile")
    /// 出租房屋标签; on the dwelling, never on a person.
    public static let rentalLabel = CodeCatalog.table("rental_label")
    /// 移送六步.
    public static let transferStep = CodeCatalog.table("transfer_step")
    /// 隐患五步.
    public static let hazardStep = CodeCatalog.table("hazard_step")

    /// 操作日志的操作.
    public static let auditAct = CodeCatalog.table("audit_act")
    /// 操作日志的查找方式.
    public static let auditField = CodeCatalog.table("audit_field")

    /// Every table that Casework ships, for the schema test and for `beatbook fields`.
    public static var shipped: [CodeTable] { CodeCatalog.names.map { CodeCatalog.table($0) } }
}
