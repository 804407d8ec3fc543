import Records

/// Which of an officer's passphrases a slot is for.
///
/// A slot is written again for two reasons: another passphrase, and newer keys to begin at. On two laptops that do not know of each
/// other both happen, so counting how often it was written would let newer keys under the old passphrase win over the new one.
/// Therefore passphrases are counted apart, and of two that were chosen apart both open until the next is chosen: whoever knows one
/// of them chose it after the last that both laptops knew.
struct SlotPassphrase: Hashable, Sendable {
    /// How many the officer had before it.
    let count: Int
    /// A random name, empty for the first: tells two apart that were chosen without knowing of each other.
    let name: String

    /// The one an officer begins with.
    static let first = SlotPassphrase(count: 0, name: "")

    private init(count: Int, name: String) {
        self.count = count
        self.name = name
    }

    /// The next one.
    ///
    /// - Parameters:
    ///   - others: those that are in force.
    ///   - random: where its name is drawn from.
    init(after others: some Sequence<SlotPassphrase>, random: any RandomSource) {
        count = (others.map(\.count).max() ?? 0) + 1
        name = RandomText.base32(count: 12, using: random)
    }

    /// Reads what ``value`` wrote; nothing stands for the first.
    init?(_ value: Value?) {
        guard let value else {
            self = .first
            return
        }
        guard let parts = value.list, parts.count == 2, let count = parts[0].number, count > 0,
            let name = parts[1].text, !name.isEmpty
        else { return nil }
        self.init(count: count, name: name)
    }

    /// As it stands in the file; `nil` for the first.
    var value: Value? { self == .first ? nil : .list([.number(count), .text(name)]) }

    /// The words by which the seal vouches for it.
    var words: [String] { self == .first ? [] : [String(count), name] }
}
