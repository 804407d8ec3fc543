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
        if let months = values[Room.visitMonths], months > 24 {
            result.append(
                Problem(
                    Room.visitMonths.path, .refusal,
                    Label(
                        "走访记录满 24 个月已不需要，最多保留 24 个月：可以缩短，不能延长",
                        "After 24 months visits are no longer needed, so they are kept no longer: shorten it, never lengthen it"
                    ),
                    rule: "RIGHTS 6"))
        }
        return result
    }
}
