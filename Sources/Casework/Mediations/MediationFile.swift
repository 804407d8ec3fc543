public import Records

/// Which papers a mediation file must have (司法部人民调解文书格式; 卷内目录 必须/按需).
public enum MediationFile {
    /// The papers that its state asks for.
    ///
    /// - Parameter values: the mediation.
    /// - Returns: codes of ``Records/CodeTable/documentForms``.
    public static func required(for values: FieldValues) -> [String] {
        let result = values[Mediation.result] ?? .inProgress
        if Mediation.isPolice(values) {
            return result.isSettled ? [values[Mediation.mode] == .onTheSpot ? "22" : "21"] : []
        }
        guard values[Mediation.accepted] != nil else { return [] }
        var codes = [values[Mediation.source] == "2" ? "03" : "04", "05", "06"]
        if !values.rows(of: Mediation.sessions).isEmpty || result.isSettled { codes.append("10") }
        switch result {
        case .written: codes.append("11")
        case .oral: codes.append("12")
        case .notSettled: codes.append("16")
        default: break
        }
        if !values.rows(of: Mediation.returnVisits).isEmpty { codes.append("14") }
        if JudicialConfirmation.afterApplying.contains(values[Mediation.judicial] ?? .notApplied) { codes.append("15") }
        return codes
    }

    /// The papers that are not there yet; a note on the file (18) explains what cannot be had, and then none is missing.
    ///
    /// - Parameter values: the mediation.
    /// - Returns: the forms in order.
    public static func missing(in values: FieldValues) -> [CodeTable.Row] {
        let present = Set(values[Mediation.documents] ?? [])
        guard !present.contains("18") else { return [] }
        let missing = Set(required(for: values)).subtracting(present)
        return CodeTable.documentForms.rows.filter { missing.contains($0.code) }
    }
}
