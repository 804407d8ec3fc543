import Desk

/// A field's declaration in words and as JSON.
enum FieldText {
    /// The lines about a field.
    ///
    /// - Parameters:
    ///   - field: the field.
    ///   - indent: what stands before each line.
    ///   - mark: what stands before the name alone; a column of a sub-table has a dot.
    /// - Returns: the lines.
    static func lines(_ field: FieldSpec, indent: String, mark: String = "") -> [String] {
        var facts = [kind(field.kind)]
        switch field.required {
        case nil: break
        case .always?: facts.append(Label("必填", "required").spoken)
        case let condition?:
            facts.append(Label("必填条件：\(condition.label.zh)", "required when \(condition.label.en)").spoken)
        }
        if let visible = field.visible {
            facts.append(Label("出现条件：\(visible.label.zh)", "asked when \(visible.label.en)").spoken)
        }
        if field.sensitivity != .plain { facts.append(Label("隐藏", "hidden").spoken) }
        if field.isIndexed { facts.append(Label("可筛选", "filters").spoken) }
        var lines = ["\(indent)\(mark)\(field.key)  \(field.label.spoken)  " + facts.joined(separator: "; ")]
        if let help = field.help { lines.append("\(indent)    \(help.spoken)") }
        for constraint in field.constraints {
            lines.append("\(indent)    \(constraint.condition.label.spoken)  \(constraint.message.spoken)")
        }
        if let codes = field.kind.codes {
            for row in codes.rows { lines.append("\(indent)    \(row.code)  \(row.label.spoken)") }
        }
        for column in field.columns { lines += self.lines(column, indent: indent + "    ", mark: ".") }
        return lines
    }

    /// A field as an object.
    static func object(_ field: FieldSpec) -> Value {
        var members: [Value.Member] = [
            .init("field", .text(field.key)), .init("zh", .text(field.label.zh)), .init("en", .text(field.label.en)),
            .init("kind", .text(field.kind.name)),
        ]
        switch field.kind {
        case .reference(let type), .references(let type): members.append(.init("to", .text(type.rawValue)))
        case .number(let unit?): members.append(.init("unit", .text(unit.en)))
        case .money: members.append(.init("unit", .text("0.01 CNY")))
        default: break
        }
        if let required = field.required { members.append(.init("required", .text("\(required)"))) }
        if let visible = field.visible { members.append(.init("visible", .text("\(visible)"))) }
        if field.sensitivity != .plain { members.append(.init("hidden", .bool(true))) }
        if field.isIndexed { members.append(.init("indexed", .bool(true))) }
        if !field.constraints.isEmpty {
            members.append(
                .init(
                    "constraints",
                    .list(
                        field.constraints.map {
                            .object([
                                .init("rule", .text("\($0.condition)")), .init("zh", .text($0.message.zh)),
                                .init("en", .text($0.message.en)),
                            ])
                        })))
        }
        if let codes = field.kind.codes {
            members.append(
                .init(
                    "codes",
                    .list(
                        codes.rows.map {
                            .object([
                                .init("code", .text($0.code)), .init("zh", .text($0.label.zh)),
                                .init("en", .text($0.label.en)),
                            ])
                        })))
        }
        if !field.columns.isEmpty { members.append(.init("columns", .list(field.columns.map(object)))) }
        return .object(members)
    }

    private static func kind(_ kind: FieldKind) -> String {
        switch kind {
        case .reference(let type), .references(let type): "\(name(kind)) → \(type)"
        case .number(let unit?): "\(name(kind)) \(unit.spoken)"
        default: name(kind)
        }
    }

    /// The kind in words; JSON has its name.
    private static func name(_ kind: FieldKind) -> String {
        let zh =
            switch kind {
            case .text: "文字"
            case .longText: "多行文字"
            case .choice: "单选"
            case .choices: "多选"
            case .day: "日期"
            case .time: "时间"
            case .moment: "日期时间"
            case .number: "整数"
            case .money: "金额（元）"
            case .yesNo: "是否"
            case .reference: "一条记录"
            case .references: "若干条记录"
            case .personName: "姓名"
            case .phone: "电话"
            case .idNumber: "身份号码"
            case .creditCode: "统一社会信用代码"
            case .address: "地址"
            case .rows: "子表"
            }
        return Label(zh, kind.name).spoken
    }
}
