public import Records

/// Changes that are about to be applied, while what follows from them is worked out elsewhere.
public struct ChangesAhead {
    /// The changes, each with the place where the store keeps it.
    public let changes: [(change: StoredChange, location: Int64)]
    /// Their stream.
    public let stream: Stream
    /// Whose records they were looked up in.
    weak var owner: StreamIndex?
    let part: PendingPart
    /// Waits until all is worked out.
    let finish: () -> Void

    /// What is left of it when it was applied; see ``Index/prepare(_:of:helper:releasing:)``.
    public var remains: any Sendable { part }
}

extension Index {
    /// Looks up what changes touch and has what follows from them worked out beside this thread; nothing is written.
    ///
    /// Others may be applied in between: what has changed since is worked out again.
    ///
    /// - Parameters:
    ///   - changes: changes of one stream, each with the place where the store keeps it.
    ///   - stream: that stream.
    ///   - helper: where it is worked out; the result does not depend on it.
    ///   - remains: what nobody needs any more: its memory is given back there too, which takes half as long as applying it.
    /// - Returns: what ``apply(_:)-(ChangesAhead)`` takes.
    /// - Throws: ``IndexError/closedStream(_:)`` when the stream is not open or one lies in another.
    public func prepare(
        _ changes: [(change: StoredChange, location: Int64)], of stream: Stream, helper: Helper,
        releasing remains: [any Sendable] = []
    ) throws(IndexError) -> ChangesAhead {
        let owner = try opened(stream)
        for (stored, _) in changes where stored.change.stream != stream {
            throw IndexError.closedStream(stored.change.stream)
        }
        let part = try owner.gather(changes[...])
        let finish = helper.start { [types, projection] in
            part.workOut(types: types, projection: projection)
            _ = remains
        }
        return ChangesAhead(changes: changes, stream: stream, owner: owner, part: part, finish: finish)
    }

    /// Applies changes that were prepared; see ``apply(_:)``.
    ///
    /// - Parameter ahead: what ``prepare(_:of:helper:)`` gave; it is applied once.
    /// - Returns: what was new.
    /// - Throws: ``IndexError/closedStream(_:)``.
    @discardableResult
    public func apply(_ ahead: ChangesAhead) throws(IndexError) -> Applied {
        ahead.finish()
        let stream = try opened(ahead.stream)
        // Made again since: its records have other numbers.
        guard stream === ahead.owner else { return try apply(ahead.changes) }
        var applied = Applied()
        try stream.apply(ahead.part, into: &applied)
        return applied
    }
}
