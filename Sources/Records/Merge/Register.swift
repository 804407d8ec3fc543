/// Everything that survives at one path of a record: one value, or several that were written without seeing each other.
public struct Register: Hashable, Sendable {
    /// The surviving versions, the shown one first.
    ///
    /// Never empty once an op has been applied, unless what replaces it has not arrived yet.
    public private(set) var versions: [Version]
    /// Changes that a later writer saw here and replaced, but that have not arrived yet; sorted.
    public private(set) var awaited: [ChangeID]

    /// Makes a register.
    ///
    /// - Parameters:
    ///   - versions: the surviving versions in any order.
    ///   - awaited: changes that were replaced but have not arrived.
    public init(versions: [Version] = [], awaited: [ChangeID] = []) {
        self.versions = versions.sorted { $0.stands(before: $1) }
        self.awaited = awaited.sorted()
    }

    /// The value that is shown.
    public var value: Value { versions.first?.value ?? .null }

    /// Whether several writers disagree: more than one version survives, with different values.
    public var isConflict: Bool {
        guard let first = versions.first else { return false }
        return versions.dropFirst().contains { $0.value != first.value }
    }

    /// Applies one op.
    ///
    /// Ops may arrive in any order and the result is the same; each change is applied once.
    ///
    /// - Parameters:
    ///   - version: what the op writes.
    ///   - pred: the changes whose values its writer saw here.
    public mutating func apply(_ version: Version, replacing pred: [ChangeID]) {
        for change in pred where change != version.change {
            if let position = versions.firstIndex(where: { $0.change == change }) {
                versions.remove(at: position)
            } else if !awaited.contains(change) {
                awaited.insert(change, at: awaited.firstIndex { $0 > change } ?? awaited.endIndex)
            }
        }
        if let position = awaited.firstIndex(of: version.change) {
            awaited.remove(at: position)
        } else {
            versions.insert(version, at: versions.firstIndex { version.stands(before: $0) } ?? versions.endIndex)
        }
    }
}
