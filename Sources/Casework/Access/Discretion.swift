public import Records

/// What may be seen of a restricted record that was not opened: in lists, finds, counts, messages and drafts.
///
/// Names are masked, and whatever tells where somebody lives or what happened is left out (domain §3: C3).
public enum Discretion {
    /// The record as lists show it.
    ///
    /// What this version does not know is left out too.
    ///
    /// - Parameters:
    ///   - record: a restricted record.
    ///   - type: its type.
    /// - Returns: the record without what only opening shows. It is for showing: nothing is to be written from it.
    public static func discreet(_ record: Record, _ type: RecordType) -> Record {
        let kept = texts[type.id] ?? [number]
        var registers: [FieldPath: Register] = [:]
        for (path, register) in record.registers {
            if path.isLife || path.rawValue.hasPrefix("@") {
                registers[path] = register
                continue
            }
            guard let field = type.field(at: path) else { continue }
            switch field.kind {
            case .personName: registers[path] = register.showing { masked($0) }
            case .longText, .phone, .idNumber, .creditCode, .address: continue
            case .text:
                if path == Mediation.title.path, type.id == Mediation.type.id {
                    registers[path] = register.showing { _ in minors }
                } else if path.cell == nil, field.sensitivity == .plain, kept.contains(path.key) {
                    registers[path] = register
                }
            default: registers[path] = register
            }
        }
        return Record(id: record.id, registers: registers)
    }

    /// A name as lists show it: 张某某, 欧阳某某.
    ///
    /// It says nothing of how long the name is.
    ///
    /// - Parameter name: the name.
    /// - Returns: the surname and 某某; asterisks for names in letters.
    public static func masked(_ name: String) -> String {
        guard let first = name.first else { return "" }
        guard !first.isASCII else { return "***" }
        let surname = name.prefix(2)
        return
            (surname.count == 2 && name.count > 2 && compound.contains(String(surname)) ? String(surname) : "\(first)")
            + "某某"
    }

    /// What stands in the place of a title that an officer wrote: it may hold names and addresses.
    static let minors = "涉未成年人"

    private static let number = "number"

    /// The texts that are official or that name the duty, not the person.
    private static let texts: [TypeID: Set<String>] = [
        Followup.type.id: [
            number, Followup.basisNumber.key, Followup.basisIssuer.key, Followup.purpose.key, Followup.leadBody.key,
            Followup.duty.key, Followup.extensionRuling.key, Followup.cadenceSource.key,
        ],
        Mediation.type.id: [number, Mediation.officialNumber.key],
    ]

    /// The compound surnames that are not rare.
    private static let compound: Set<String> = [
        "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "长孙", "宇文", "端木", "南宫", "轩辕", "百里",
        "仲孙", "万俟", "闻人", "赫连", "澹台",
    ]
}

extension Register {
    /// The same with other texts, for showing only.
    fileprivate func showing(_ text: (String) -> String) -> Register {
        Register(
            versions: versions.map { version in
                Version(
                    change: version.change, officer: version.officer, moment: version.moment,
                    value: version.value.text.map { .text(text($0)) } ?? .null, seen: version.seen)
            }, awaited: awaited)
    }
}
