/// What a role may do besides opening records.
public enum Capability: String, Sendable, CaseIterable {
    /// 看统计.
    case statistics
    /// 审批.
    case approve
    /// 导出户名单: filtered, for a stated purpose (RIGHTS.md rule 11).
    case exportHouseholds
    /// 管理人员和口令.
    case manageOfficers
    /// 看操作日志的一般行.
    case readAudit
    /// 看操作日志的受限行; nobody reviews their own.
    case readRestrictedAudit
    /// 按法定依据删除.
    case erase
    /// Give a person everything held about them, at that person's own request (RIGHTS.md rule 13).
    case disclose
    /// 打开受限流.
    case openRestricted
}
