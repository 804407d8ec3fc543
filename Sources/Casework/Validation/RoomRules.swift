internal import Records

/// Rules of the room's settings.
enum RoomRules {
    static func problems(in values: FieldValues) -> [Problem] {
        var result: [Problem] = []
        if let text = values[Room.caseNumber], CaseNumberTemplate(text) == nil {
            result.append(
                Problem(
                    Room.caseNumber.path, .refusal,
                    Label(
                        "文号格式要有一个 {yyyy} 和一个 {seq} 或 {seq:3}，如 \(CaseNumberTemplate.standard)",
                        "The template needs one {yyyy} and one {seq} or {seq:3}, as in \(CaseNumberTemplate.standard)"))
            )
        }
        var seen: Set<String> = []
        for rule in Retention.rules.reversed() {
            // A setting shared by several rules may use the widest limits; each rule keeps to its own.
            guard let setting = rule.setting, seen.insert(setting).inserted, let months = values[setting].number,
                !rule.limits.contains(months)
            else { continue }
            result.append(
                Problem(
                    FieldPath(setting), .refusal,
                    Label(
                        "保留 \(rule.limits.lowerBound) 到 \(rule.limits.upperBound) 个月，请改（\(rule.source)）",
                        "Between \(rule.limits.lowerBound) and \(rule.limits.upperBound) months: correct it (\(rule.source))"
                    ), source: rule.source, rule: "RIGHTS 6"))
        }
        return result
    }
}
