/// Checks what was entered against the declaration of its type.
///
/// Every message names the field and the next step.
public struct FormCheck: Sendable {
    private let type: RecordType
    private let values: FieldValues
    private let previous: FieldValues?
    private let today: CalendarDay

    /// Checks a form.
    ///
    /// - Parameters:
    ///   - values: what was entered.
    ///   - type: the declaration.
    ///   - previous: what the record held before; what was not changed is not refused for being unknown to this version.
    ///   - today: the day to judge ages in ID numbers by.
    /// - Returns: the problems in the order of the form.
    public static func problems(
        in values: FieldValues, of type: RecordType, previous: FieldValues? = nil, today: CalendarDay
    ) -> [Problem] {
        FormCheck(type: type, values: values, previous: previous, today: today).problems()
    }

    private func problems() -> [Problem] {
        var result: [Problem] = []
        for field in type.fields {
            guard field.visible?.holds(in: values) ?? true else { continue }
            if case .rows(let columns) = field.kind {
                result += required(field, at: field.path, row: nil)
                for (position, row) in values.rows(of: field.key).enumerated() {
                    let place = Place(table: field, row: row, number: position + 1)
                    for column in columns { result += check(column, in: place) }
                }
                result += constraints(of: field, at: field.path, row: nil)
            } else {
                result += check(field, in: nil)
            }
        }
        for constraint in type.constraints where !constraint.condition.holds(in: values) {
            result.append(Problem(nil, .refusal, constraint.message, source: constraint.source))
        }
        return result + unknownFields()
    }

    /// Where a cell stands.
    private struct Place {
        let table: FieldSpec
        let row: RowID
        let number: Int
    }

    private func check(_ field: FieldSpec, in place: Place?) -> [Problem] {
        let row = place.map { (key: $0.table.key, id: $0.row) }
        guard field.visible?.holds(in: values, row: row) ?? true else { return [] }
        let path = place.map { FieldPath($0.table.key, row: $0.row, cell: field.key) } ?? field.path
        let missing = required(field, at: path, row: place)
        guard missing.isEmpty else { return missing }
        let value = values[path]
        var result: [Problem] = []
        if value != .null, let problem = kindProblem(field, value, at: path, place: place) { result.append(problem) }
        return result + constraints(of: field, at: path, row: place)
    }

    /// More than any name of a person, and enough for the full name of an office.
    private static let longestName = 50

    private func required(_ field: FieldSpec, at path: FieldPath, row place: Place?) -> [Problem] {
        let row = place.map { (key: $0.table.key, id: $0.row) }
        guard let required = field.required, required.holds(in: values, row: row) else { return [] }
        let isEmpty: Bool
        if case .rows = field.kind {
            isEmpty = values.rows(of: field.key).isEmpty
        } else {
            isEmpty = Self.isBlank(values[path])
        }
        guard isEmpty else { return [] }
        let name = name(of: field, place)
        return [Problem(path, .refusal, Label("请填写\(name.zh)", "Fill in \(name.en)"))]
    }

    private func constraints(of field: FieldSpec, at path: FieldPath, row place: Place?) -> [Problem] {
        let row = place.map { (key: $0.table.key, id: $0.row) }
        return field.constraints.filter { !$0.condition.holds(in: values, row: row) }
            .map { Problem(path, .refusal, $0.message, source: $0.source) }
    }

    /// The name of a field in quotes, with its row: 第2行「姓名」.
    private func name(of field: FieldSpec, _ place: Place?) -> Label {
        guard let place else { return Label("「\(field.label.zh)」", "“\(field.label.en)”") }
        return Label(
            "「\(place.table.label.zh)」第\(place.number)行的「\(field.label.zh)」",
            "“\(field.label.en)” in row \(place.number) of “\(place.table.label.en)”")
    }

    private func kindProblem(_ field: FieldSpec, _ value: Value, at path: FieldPath, place: Place?) -> Problem? {
        let name = name(of: field, place)
        func refusal(_ zh: String, _ en: String, source: String? = nil) -> Problem {
            Problem(path, .refusal, Label("\(name.zh)\(zh)", "\(name.en) \(en)"), source: source)
        }
        // What an earlier or a newer version wrote stays; only what is entered now must be known.
        if let previous, previous[path] == value { return nil }
        switch field.kind {
        case .text, .longText, .personName, .address, .reference:
            guard let text = value.text else { return refusal("应是文字，请重填", "should be text: enter it again") }
            if field.kind == .personName, text.count > Self.longestName {
                return refusal(
                    "超过 \(Self.longestName) 个字，请只写姓名或名称，其余写在备注里",
                    "has over \(Self.longestName) characters: enter the name alone, the rest belongs into a note")
            }
            guard !text.unicodeScalars.contains(where: { Self.isControl($0, inLines: field.kind == .longText) }) else {
                return refusal(
                    "含有看不见的控制字符，请删去后重填", "holds control characters that cannot be seen: take them out")
            }
            return nil
        case .choice(let table):
            guard let code = value.text, table.label(of: code) != nil else {
                return refusal("没有这个选项，请从列表里选", "has no such choice: pick one from the list")
            }
            return nil
        case .choices(let table):
            guard let codes = value.list, codes.allSatisfy({ $0.text.flatMap(table.label(of:)) != nil }) else {
                return refusal("有列表以外的选项，请从列表里选", "has a choice that is not in the list: pick from the list")
            }
            return nil
        case .day:
            guard let day = CalendarDay(stored: value) else {
                return refusal("不是有效日期，请写成 2026-11-21", "is not a day: write it as 2026-11-21")
            }
            return (1900...today.parts.year + 100).contains(day.parts.year)
                ? nil
                : refusal("的年份 \(day.parts.year) 不对，请核对四位年份", "has the year \(day.parts.year): check the four digits")
        case .time:
            return TimeOfDay(stored: value) == nil
                ? refusal("不是有效时间，请写成 14:10", "is not a time: write it as 14:10") : nil
        case .moment:
            guard let text = value.text, text.utf8.count >= 16, CalendarDay(text.prefix(10)) != nil,
                TimeOfDay(text.dropFirst(11).prefix(5)) != nil
            else {
                return refusal(
                    "不是有效的日期时间，请写成 2026-11-21T14:10+08:00", "is not a day and time: write it as 2026-11-21T14:10+08:00")
            }
            return nil
        case .number:
            return value.number == nil ? refusal("应是整数，请重填", "should be a whole number: enter it again") : nil
        case .money:
            guard let fen = value.number, fen >= 0 else {
                return refusal("应是不小于 0 的金额，请重填", "should be an amount, not below 0: enter it again")
            }
            return nil
        case .yesNo:
            return value.bool == nil ? refusal("应选 是 或 否", "should be yes or no") : nil
        case .references:
            guard let list = value.list, list.allSatisfy({ $0.text != nil }) else {
                return refusal("应是若干条记录，请重选", "should be records: choose them again")
            }
            return nil
        case .phone:
            guard let text = value.text else { return refusal("应是电话号码，请重填", "should be a phone number") }
            return PhoneNumber.all(in: text).unreadable.isEmpty
                ? nil
                : refusal(
                    "不是能拨通的号码，请核对；几个号码用顿号分开", "cannot be dialled: check it; part several with a comma")
        case .creditCode:
            return value.text.flatMap { CreditCode($0) } == nil
                ? refusal(
                    "校验不符，请按执照核对 18 位代码", "does not check: compare the 18 characters with the licence",
                    source: "GB 32100-2015")
                : nil
        case .idNumber: return idProblem(value, at: path, name: name)
        case .rows: return nil
        }
    }

    private func idProblem(_ value: Value, at path: FieldPath, name: Label) -> Problem? {
        guard let text = value.text, let number = IDNumber(text) else {
            return Problem(
                path, .refusal,
                Label(
                    "\(name.zh)应是 18 位，请按证件核对；其他证件写在备注里",
                    "\(name.en) should have 18 characters: compare it with the card; other documents go into the note"),
                source: "GB 11643-1999")
        }
        let findings = number.findings(today: today)
        if findings.contains(.impossibleDate) || findings.contains(.future) {
            return Problem(
                path, .refusal,
                Label(
                    "\(name.zh)里的出生日期不存在，请按证件核对",
                    "\(name.en) holds a birth date that does not exist: compare it with the card"),
                source: "GB 11643-1999")
        }
        // Real cards with wrong and duplicate numbers exist: the officer decides, and nothing is corrected for them.
        let doubt: (String, String)? =
            if findings.contains(.wrongCheck) {
                ("校验码不符，请按证件再核对；确实如此可以保存", "does not check: compare it again; it may be saved if the card says so")
            } else if findings.contains(.over130) {
                ("推算年龄超过 130 岁，请核对", "means an age of over 130: check it")
            } else if findings.contains(.oldLength) {
                ("是 15 位旧号，请改用现行证件的 18 位", "is an old number of 15 digits: use the 18 of the current card")
            } else {
                nil
            }
        return doubt.map {
            Problem(path, .warning, Label(name.zh + $0.0, "\(name.en) \($0.1)"), source: "GB 11643-1999")
        }
    }

    private func unknownFields() -> [Problem] {
        values.paths.sorted().compactMap { path in
            guard type.field(at: path) == nil, previous?[path] != values[path] else { return nil }
            return Problem(
                path, .refusal,
                Label(
                    "\(type.label.zh)没有「\(path.rawValue)」这一项，请用 beatbook fields \(type.id) 查看",
                    "A \(type.label.en.lowercased()) has no “\(path.rawValue)”: see beatbook fields \(type.id)"))
        }
    }

    /// Whether a character would steer a terminal or turn text around instead of standing in it; line ends and tabs may stand
    /// in texts of several lines.
    private static func isControl(_ scalar: Unicode.Scalar, inLines: Bool) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: !inLines
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func isBlank(_ value: Value) -> Bool {
        guard let text = value.text else { return value.isEmpty }
        return text.allSatisfy(\.isWhitespace)
    }
}
