internal import Records

/// RIGHTS.md rule 8: words that label people are met with a warning, the reason and a neutral wording.
///
/// The officer decides.
///
/// A resident's own words may hold them, so nothing is blocked. A problem's source names the rule only, and that is all the
/// log keeps.
enum Wording {
    private struct Rule {
        let id: String
        let words: [String]
        let reason: Label
        let neutral: Label
    }

    private static let rules = [
        Rule(
            id: "W1", words: ["邪教", "信教", "教徒", "信佛", "信耶稣", "宗教信仰"],
            reason: Label("信仰不登记", "Belief is not recorded"),
            neutral: Label("只写具体的事", "write what happened")),
        Rule(
            id: "W2", words: ["少数民族", "维族", "藏族人", "回民", "民族成分"],
            reason: Label("民族不登记", "Ethnicity is not recorded"),
            neutral: Label("写姓名即可", "the name is enough")),
        Rule(
            id: "W3", words: ["信访人员", "上访户", "上访人员", "老上访", "缠访", "闹访", "涉稳", "涉军", "维稳对象"],
            reason: Label("信访是权利，不给人贴标签", "To petition is a right, not a label"),
            neutral: Label("写诉求本身和答复期限", "write the request and when it is to be answered")),
        Rule(
            id: "W4",
            words: [
                "高危", "黑名单", "重点人员", "重点人口", "重点对象", "管控对象", "可疑人员", "三非", "劣迹", "前科", "闲散人员", "现实表现", "刺头",
                "无理取闹",
            ],
            reason: Label("风险记在事上，不记在人上", "Risk belongs to matters, not to people"),
            neutral: Label("写发生了什么、需要谁做什么", "write what happened and who is to do what")),
        Rule(
            id: "W5",
            words: [
                "精神病", "精神分裂", "抑郁症", "躁郁", "艾滋", "乙肝", "癌症", "确诊", "诊断为", "武疯子", "神经病", "病情", "尿检", "检测阳性", "吸毒人员",
                "瘾君子",
            ],
            reason: Label("病情和检测由医疗、主管单位记录", "Health and tests are for the health side to record"),
            neutral: Label("写需要的帮助，如 需要陪同就医", "write the help that is needed, such as company to a clinic")),
        Rule(
            id: "W6", words: ["服药", "用药", "吃药控制", "美沙酮", "氯氮平", "奥氮平"],
            reason: Label("用药不登记", "Medication is not recorded"),
            neutral: Label("写已告知由谁跟进", "write who follows it up")),
        Rule(
            id: "W7", words: ["低素质", "外来高危", "外地人多", "黑户", "盲流", "老赖", "泼妇", "无赖"],
            reason: Label("不评价人", "People are not judged"),
            neutral: Label("写时间、地点、说了什么、看到什么", "write when, where, what was said and seen")),
    ]

    /// The warnings for the texts of a record; what stood there before is not asked about again.
    static func problems(in values: FieldValues, of type: RecordType, previous: FieldValues?) -> [Problem] {
        var result: [Problem] = []
        for path in values.paths.sorted() {
            guard let field = type.field(at: path), field.kind == .longText || field.kind == .text,
                let text = values[path].text, previous?[path].text != text
            else { continue }
            // A basis document's issuer or number may hold such a word in its official name.
            guard !(type.id == Followup.type.id && officialNames.contains(field.key)) else { continue }
            for (rule, word) in hits(in: text) {
                result.append(
                    Problem(
                        path, .warning,
                        Label(
                            "「\(field.label.zh)」里有“\(word)”：\(rule.reason.zh)，建议\(rule.neutral.zh)；是本人原话的可以保留",
                            "“\(field.label.en)” holds “\(word)”: \(rule.reason.en); rather \(rule.neutral.en). Their own words may stay"
                        ), rule: "RIGHTS 8 \(rule.id)"))
            }
        }
        return result
    }

    private static let officialNames: Set<String> = ["basis_number", "basis_issuer", "lead_body", "extension_ruling"]

    /// The rules that a text meets, each once with the first of its words, in the order of the list.
    ///
    /// One pass over the text: `String.contains` for each word took most of the time of a save.
    private static func hits(in text: String) -> [(rule: Rule, word: String)] {
        let scalars = Array(text.unicodeScalars)
        var found: [Int: String] = [:]
        for (position, scalar) in scalars.enumerated() {
            for candidate in starts[scalar] ?? [] where found[candidate.rule] == nil {
                if scalars[position...].starts(with: candidate.word.unicodeScalars) {
                    found[candidate.rule] = candidate.word
                }
            }
        }
        return found.sorted { $0.key < $1.key }.map { (rules[$0.key], $0.value) }
    }

    private static let starts: [Unicode.Scalar: [(rule: Int, word: String)]] = {
        var starts: [Unicode.Scalar: [(rule: Int, word: String)]] = [:]
        for (position, rule) in rules.enumerated() {
            for word in rule.words {
                if let first = word.unicodeScalars.first { starts[first, default: []].append((position, word)) }
            }
        }
        return starts
    }()
}
