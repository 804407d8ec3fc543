internal import Records

/// RIGHTS.md rule 10: what lies open on a disk holds no follow-up, no minor and no ID number.
///
/// Only the fictional demo is exempt.
enum ClearStoreRules {
    static func problems(in values: FieldValues, of type: RecordType, context: ValidationContext) -> [Problem] {
        guard context.mode == .clear, !context.isDemo else { return [] }
        if type.id == Followup.type.id || type.id == FollowupEntry.type.id {
            return [
                refusal(
                    nil, "未加密的本子不能记法定协助，请先设置口令加密", "An unsealed notebook takes no follow-ups: set a passphrase first")
            ]
        }
        var result: [Problem] = []
        for path in values.paths.sorted() {
            guard let field = type.field(at: path) else { continue }
            if field.kind == .idNumber {
                result.append(
                    refusal(
                        path, "未加密的本子不能记身份号码，请清空「\(field.label.zh)」，或先设置口令加密",
                        "An unsealed notebook takes no ID numbers: empty “\(field.label.en)” or set a passphrase first")
                )
            }
            if field.key == "minor" || field.key == "is_minor", values[path] == .bool(true) {
                result.append(
                    refusal(
                        path, "未加密的本子不能记未成年人，请先设置口令加密", "An unsealed notebook takes no minors: set a passphrase first"))
            }
        }
        return result
    }

    private static func refusal(_ path: FieldPath?, _ zh: String, _ en: String) -> Problem {
        Problem(path, .refusal, Label(zh, en), source: "RIGHTS 10")
    }
}
