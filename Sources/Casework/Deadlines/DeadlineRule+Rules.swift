internal import Records

/// The time limits of domain §2.2.
extension DeadlineRule {
    /// T1 小事一日.
    public static let smallMatter = DeadlineRule(
        "T1", Label("小事一天", "Small matter, one day"), from: accepted, .days(1), .goal,
        source: Label("内部目标（小事一天内解决）", "Internal goal"))
    /// T2 大事三日.
    public static let largeMatter = DeadlineRule(
        "T2", Label("大事三天", "Large matter, three days"), from: accepted, .days(3), .goal,
        source: Label("内部目标（大事三天内解决）", "Internal goal"))
    /// T3 人民调解一般一个月.
    public static let peoplesMediation = DeadlineRule(
        "T3", Label("一般一个月内调结", "Usually settled within a month"), from: accepted, .days(30), .statutory,
        source: Label("人民调解工作若干规定33", "People's Mediation Provisions 33"))
    /// T4 司法确认三十日.
    public static let judicialConfirmation = DeadlineRule(
        "T4", Label("司法确认", "Judicial confirmation"), from: Label("协议生效", "Agreement in effect"),
        .daysMovedOffHolidays(30), .statutory, source: Label("30日 人民调解法33、民诉法205", "30 days, Civil Procedure Law 205"))
    /// T5 法院决定是否受理.
    public static let courtAccepts = DeadlineRule(
        "T5", Label("法院决定是否受理", "Court decides whether to take it"), from: Label("法院收到申请", "Court receives it"),
        .days(3), .reminder, source: Label("法释〔2011〕5号4", "Fa Shi [2011] 5, 4"))
    /// T6 法院审查.
    public static let courtDecides = DeadlineRule(
        "T6", Label("法院审查中", "Court is deciding"), from: Label("法院受理", "Court accepts it"), .days(30), .reminder,
        source: Label("民诉法187", "Civil Procedure Law 187"))
    /// T7 治安调解.
    public static let policeMediation = DeadlineRule(
        "T7", Label("治安调解", "Police mediation"), from: Label("受理案件", "Case accepted"), .workingDays(3), .statutory,
        source: Label("治安调解工作规范9", "Police Mediation Standard 9"))
    /// T8 治安调解，鉴定或价格认定后.
    public static let policeMediationAfterAppraisal = DeadlineRule(
        "T8", Label("鉴定后治安调解", "Police mediation after appraisal"), from: Label("出具鉴定文书", "Appraisal issued"),
        .workingDays(3), .statutory, source: Label("治安调解工作规范9", "Police Mediation Standard 9"))
    /// T9 第二次治安调解.
    public static let secondPoliceMediation = DeadlineRule(
        "T9", Label("第二次治安调解", "Second police mediation"), from: Label("第一次未达成协议", "The first one failed"),
        .workingDays(7), .statutory, source: Label("程序规定183", "Procedure Provisions 183"))
    /// T10 治安调解履行检查.
    public static let policePerformance = DeadlineRule(
        "T10", Label("治安调解履行检查", "Check of performance"), from: Label("履行期限届满", "Performance date passed"),
        .days(3), .statutory, source: Label("治安调解工作规范12", "Police Mediation Standard 12"))
    /// T11 办案期限起算.
    public static let caseClock = DeadlineRule(
        "T11", Label("办案期限起算", "Case clock starts"), from: Label("调解不成或不履行", "Failed or not performed"), .days(0),
        .statutory, source: Label("程序规定185", "Procedure Provisions 185"))
    /// T12 回访.
    public static let returnVisit = DeadlineRule(
        "T12", Label("协议履行回访", "Return visit"), from: Label("履行期限届满", "Performance date passed"), .days(7), .reminder,
        source: Label("期满 7日", "7 days after"))
    /// T13 研判会商.
    public static let conference = DeadlineRule(
        "T13", Label("研判会商", "Case conference"), from: Label("上次会商", "Last conference"), .days(7), .goal,
        source: Label("每周", "Weekly"))

    /// All of them in order.
    public static let all: [DeadlineRule] = [
        smallMatter, largeMatter, peoplesMediation, judicialConfirmation, courtAccepts, courtDecides, policeMediation,
        policeMediationAfterAppraisal, secondPoliceMediation, policePerformance, caseClock, returnVisit, conference,
    ]

    private static let accepted = Label("受理", "Accepted")
}
