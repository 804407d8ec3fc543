public import Records

extension Index {
    /// What is known of a change.
    ///
    /// - Parameter id: its identity.
    /// - Returns: what is known; `nil` when no open stream has it.
    /// - Throws: ``IndexError``.
    public func change(_ id: ChangeID) throws(IndexError) -> ChangeEntry? {
        for stream in open {
            if let entry = try stream.change(id) { return entry }
        }
        return nil
    }

    /// The changes of an officer, the newest applied first.
    ///
    /// - Parameters:
    ///   - officer: whose changes.
    ///   - limit: at most so many of each stream.
    ///   - batch: a batch that is passed over, such as the lines of the audit log.
    /// - Returns: the changes.
    /// - Throws: ``IndexError``.
    public func changes(
        of officer: RecordID, limit: Int = 100, except batch: String? = nil
    ) throws(IndexError) -> [ChangeEntry] {
        var result: [ChangeEntry] = []
        for stream in open { result += try stream.changes(of: officer, limit: limit, except: batch) }
        return result.sorted { $0.moment.milliseconds > $1.moment.milliseconds }
    }

    /// The changes that touched a record, in the order of their time.
    ///
    /// - Parameter id: the record.
    /// - Returns: the changes.
    /// - Throws: ``IndexError``.
    public func changes(touching id: RecordID) throws(IndexError) -> [ChangeEntry] {
        var result: [ChangeEntry] = []
        for stream in open { result += try stream.changes(touching: id) }
        // Within one millisecond the order of application stands: sorting keeps it.
        return result.sorted { $0.moment.milliseconds < $1.moment.milliseconds }
    }

    /// What was written within some time: each change with each record it touched.
    ///
    /// - Parameters:
    ///   - span: the time, in milliseconds since 1970 by the writers' clocks.
    ///   - batch: a batch that is passed over, such as the lines of the audit log.
    /// - Returns: one for each record of each change, in no order.
    /// - Throws: ``IndexError``.
    public func touches(in span: ClosedRange<Int>, except batch: String) throws(IndexError) -> [Touch] {
        var result: [Touch] = []
        for stream in open { result += try stream.touches(in: span, except: batch) }
        return result
    }

    /// The changes of a batch, such as an import.
    ///
    /// - Parameter batch: the batch.
    /// - Returns: the changes in the order in which they were applied.
    /// - Throws: ``IndexError``.
    public func changes(inBatch batch: String) throws(IndexError) -> [ChangeEntry] {
        var result: [ChangeEntry] = []
        for stream in open { result += try stream.changes(inBatch: batch) }
        return result
    }

    /// The changes that took a change back.
    ///
    /// - Parameter id: the change taken back.
    /// - Returns: the changes that did so; none when it stands.
    /// - Throws: ``IndexError``.
    public func changes(undoing id: ChangeID) throws(IndexError) -> [ChangeEntry] {
        var result: [ChangeEntry] = []
        for stream in open { result += try stream.changes(undoing: id) }
        return result
    }

    /// When the newest change was made, in milliseconds since 1970 by its writer's clock.
    ///
    /// - Returns: the moment; `nil` when there are no changes.
    /// - Throws: ``IndexError``.
    public func newestMoment() throws(IndexError) -> Int? {
        var newest: Int?
        for stream in open {
            if let moment = try stream.newestMoment() { newest = max(newest ?? moment, moment) }
        }
        return newest
    }

    /// How many changes were applied to a stream.
    ///
    /// - Parameter stream: which one.
    /// - Returns: the count; 0 when it is not open.
    /// - Throws: ``IndexError``.
    public func changeCount(_ stream: Stream) throws(IndexError) -> Int { try streams[stream]?.changeCount() ?? 0 }
}
