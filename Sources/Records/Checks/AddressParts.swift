/// The parts of an address below the community, for sorting and grouping; the address as written stays authoritative.
///
/// Every level is optional, as 一标三实 practice has it: `老榆里3号楼2单元501室`, `新榆家园1-2-0801`, `柿子湾村4组12号`,
/// `槐树胡同7号`, `榆钱路88号公寓A座0917`.
public struct AddressParts: Hashable, Sendable {
    /// What stands before the estate: province, city, district, street, community.
    public private(set) var prefix = ""
    /// Estate, lane, road or village.
    public private(set) var estate = ""
    /// Building or villagers' group.
    public private(set) var building = ""
    /// Entrance.
    public private(set) var unit = ""
    /// Room or door.
    public private(set) var room = ""

    /// Takes an address apart.
    ///
    /// - Parameter address: as written; full-width digits are folded.
    public init(_ address: some StringProtocol) {
        var rest = Substring(TextFolding.plain(address))
        for level in ["省", "自治区", "市", "区", "县", "街道", "镇", "乡", "社区"] {
            guard let end = Self.end(of: level, in: rest) else { continue }
            prefix += rest[..<end]
            rest = rest[end...]
        }
        if let dashes = Self.dashedTail(of: rest) {
            estate = String(dashes.before)
            building = dashes.parts[0] + "号楼"
            unit = dashes.parts.count == 3 ? dashes.parts[1] + "单元" : ""
            room = dashes.parts.last.map { $0.hasSuffix("室") ? $0 : $0 + "室" } ?? ""
            return
        }
        if let cut = Self.cut(rest, at: ["单元"]) {
            unit = String(cut.part)
            room = String(cut.after)
            rest = cut.before
        }
        if let cut = Self.cut(rest, at: ["号楼", "栋", "幢", "座", "组", "队"]) {
            building = String(cut.part)
            if unit.isEmpty { room = String(cut.after) }
            rest = cut.before
        } else if unit.isEmpty, let cut = Self.cut(rest, at: ["号", "室"]) {
            room = String(cut.part) + String(cut.after)
            rest = cut.before
        }
        if unit.isEmpty, let dash = room.lastIndex(of: "-") {
            unit = String(room[..<dash])
            room = String(room[room.index(after: dash)...])
        }
        estate = String(rest)
    }

    /// The end of an administrative level at the beginning of a text: at most eight characters, and something must follow.
    private static func end(of level: String, in text: Substring) -> Substring.Index? {
        let head = text.prefix(8 + level.count)
        var start = head.startIndex
        while start < head.endIndex {
            if head[start...].hasPrefix(level) {
                let end = head.index(start, offsetBy: level.count)
                // 小区 and 园区 are estates, not districts; a level needs a name and a rest.
                let name = head[..<start]
                guard name.count >= 2, !["小", "园", "街", "校", "院", "社"].contains(name.last), end < text.endIndex,
                    !(level == "市" && text[end] == "场")
                else {
                    return nil
                }
                return name.contains(where: { $0.isNumber }) ? nil : end
            }
            start = head.index(after: start)
        }
        return nil
    }

    /// A tail such as `1-2-0801` or `6-2`.
    private static func dashedTail(of text: Substring) -> (before: Substring, parts: [String])? {
        let tail = text.reversed().prefix { $0 == "-" || $0 == "室" || $0.isASCII && ($0.isNumber) }.reversed()
        let parts = String(tail).split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let before = text.dropLast(tail.count)
        guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0 != "室" }), let last = before.last,
            !"号座栋幢".contains(last), !(last.isASCII && last.isLetter)
        else { return nil }
        return (before, parts)
    }

    /// The last numbered part with one of the endings: `3号楼` in `老榆里3号楼`, `A座`, `4组`.
    private static func cut(
        _ text: Substring, at endings: [String]
    ) -> (before: Substring, part: Substring, after: Substring)? {
        for ending in endings {
            var end = text.endIndex
            while end > text.startIndex {
                let candidate = text[..<end]
                if candidate.hasSuffix(ending) {
                    let stem = candidate.dropLast(ending.count)
                    var start = stem.endIndex
                    while start > stem.startIndex {
                        let previous = stem[stem.index(before: start)]
                        guard
                            previous.isASCII && (previous.isNumber || previous.isLetter)
                                || "甲乙丙丁戊一二三四五六七八九十".contains(previous)
                        else { break }
                        start = stem.index(before: start)
                    }
                    if start < stem.endIndex { return (text[..<start], text[start..<end], text[end...]) }
                }
                end = text.index(before: end)
            }
        }
        return nil
    }
}
