public import Records

/// A laptop that writes to the same notebook, as far as this one knows.
public struct Laptop: Hashable, Sendable {
    /// Its name in the files; no name for people.
    public let id: String
    /// Whether it is this one.
    public let isOwn: Bool
    /// Who wrote there last.
    public let officer: String?
    /// Whether that officer is not in office any more: the laptop was handed in, or is somebody else's now.
    public let isRetired: Bool
    /// The letter in the working numbers that it gives, as far as it is known.
    public let letter: String?
    /// The names under which it wrote before: it was restored from a backup, or its notebook was moved.
    public let former: [String]
    /// How many of its files are here, both streams together.
    public let files: Int
    /// How many of its files are missing here although later ones came.
    public let missing: Int
    /// How many of this laptop's files it had not got when it wrote its newest one; `nil` when that is not known.
    public let behind: Int?
    /// Until when it had what this laptop wrote; `nil` when it had nothing, or that is not known.
    public let hasUntil: Moment?
    /// When it wrote the newest change that can be read here.
    public let lastChange: Moment?
    /// When something of it came last.
    public let lastMet: Moment?
    /// How many days ago that was; `nil` when nothing came yet.
    public let daysApart: Int?
    /// Whether that change carries a time more than a day ahead of this laptop's clock; at this laptop, any time ahead.
    public let isAhead: Bool

    /// After so many days without meeting a laptop is asked about.
    static let longApart = 30

    /// Whether it was not met for so long that somebody should ask where it is.
    public var isLongApart: Bool { !isOwn && !isRetired && (daysApart ?? 0) > Self.longApart }

    /// What an officer calls it.
    public var name: Label {
        let who = officer.flatMap { $0.isEmpty ? nil : $0 }
        var zh = isOwn ? "本机" : who.map { "\($0)用的电脑" } ?? "另一台电脑"
        var en = isOwn ? "This laptop" : who.map { "\($0)'s laptop" } ?? "Another laptop"
        if let letter {
            zh += "（\(letter)机）"
            en += " (\(letter))"
        }
        return Label(zh, en)
    }

    /// What somebody should know or do about it, a sentence for each.
    public var notices: [Label] {
        var result: [Label] = []
        if missing > 0 {
            result.append(
                Label(
                    "它写的还差 \(missing) 个文件没有送到，请让它再同步一次。", "\(missing) files of it have not arrived: let it sync again.")
            )
        }
        if isAhead {
            result.append(
                isOwn
                    ? Label(
                        "本机的时钟倒退过，时间可疑，请校对日期和时间。",
                        "This laptop's clock was set back: times are doubtful. Set date and time.")
                    : Label(
                        "它的时钟比本机快一天以上，时间可疑，请核对两台电脑的时钟。",
                        "Its clock is more than a day ahead: times are doubtful. Compare both clocks."))
        }
        if let days = daysApart, isLongApart {
            result.append(
                Label(
                    "已经 \(days) 天没有见面，请问问它在哪里。", "Not met for \(days) days: ask where it is."))
        }
        if isRetired {
            result.append(Label("写的人已停用。", "Whoever wrote there has left office."))
        }
        if !former.isEmpty {
            result.append(
                Label(
                    "它恢复或搬动过 \(former.count) 次，以前写的都算在内。",
                    "It was restored or moved \(former.count) times; what it wrote before counts with it."))
        }
        return result
    }

    /// Whether something about it is not as it should be.
    public var isWrong: Bool { missing > 0 || isAhead || isLongApart }
}
