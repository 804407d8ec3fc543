public import Records

/// A laptop that writes to the same notebook, as far as this one knows.
public struct Laptop: Hashable, Sendable {
    /// Its name in the files; no name for people.
    public let id: String
    /// Whether it is this one.
    public let isOwn: Bool
    /// Who wrote there last.
    public let officer: String?
    /// How many of its files are here, both streams together.
    public let files: Int
    /// How many of its files are missing here although later ones came.
    public let missing: Int
    /// How many of this laptop's files it had not got when it wrote its newest one; `nil` when that is not known.
    public let behind: Int?
    /// When it wrote the newest change that can be read here.
    public let lastChange: Moment?
    /// When something of it came last.
    public let lastMet: Moment?
    /// Whether that change carries a time more than a day ahead of this laptop's clock.
    public let isAhead: Bool

    /// How far it is, in a sentence.
    public var label: Label {
        let whoZh = isOwn ? "本机" : officer.map { "\($0)用的电脑" } ?? "另一台电脑"
        let whoEn = isOwn ? "This laptop" : officer.map { "\($0)'s laptop" } ?? "Another laptop"
        var zh = "\(whoZh)：\(files) 个文件"
        var en = "\(whoEn): \(files) files"
        if missing > 0 {
            zh += "，其中还差 \(missing) 个没有送到"
            en += ", \(missing) more have not arrived"
        }
        if let behind, !isOwn {
            zh += behind == 0 ? "，上次见面时已有本机全部内容" : "，上次见面时还差本机 \(behind) 个文件"
            en += behind == 0 ? "; had everything of this laptop" : "; lacked \(behind) files of this laptop"
        }
        if isAhead {
            zh += "。它的时钟比本机快一天以上，时间可疑"
            en += ". Its clock is more than a day ahead: times are doubtful"
        }
        return Label(zh + "。", en + ".")
    }
}
