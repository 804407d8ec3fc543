import Records

extension StreamIndex {
    /// What is due by a day.
    func due(from first: CalendarDay?, through last: CalendarDay) throws(IndexError) -> [DueRow] {
        let find = try statement(Self.dueSQL(where: "day BETWEEN ? AND ?"), "find due")
        find.bind(1, Int64(first?.ordinal ?? Int(Int32.min)))
        find.bind(2, Int64(last.ordinal))
        return try rows(find)
    }

    /// What is shown from a day on or earlier.
    func due(shownOn day: CalendarDay) throws(IndexError) -> [DueRow] {
        let find = try statement(Self.dueSQL(where: "start <= ?"), "find due")
        find.bind(1, Int64(day.ordinal))
        return try rows(find)
    }

    /// What is due because of one record.
    func due(of number: Int64) throws(IndexError) -> [DueRow] {
        let find = try statement(Self.dueSQL(where: "record = ?"), "find due")
        find.bind(1, number)
        return try rows(find)
    }

    /// Works everything out again.
    func refreshDue() throws(IndexError) {
        try transaction { () throws(IndexError) in
            try Self.run("DELETE FROM due", on: connection)
            for entry in types.entries {
                try forEachRecord(ofType: entry.number) { number, record throws(IndexError) in
                    guard !record.isDeleted, !record.isLimited else { return }
                    for row in projection.due(record, record.values, entry.type) { try insert(row, of: number) }
                }
            }
        }
    }

    private static func dueSQL(where condition: String) -> String {
        """
        SELECT record.id, rule, anchor, day, start, priority, kind FROM due \
        JOIN record ON record.number = due.record WHERE \(condition)
        """
    }

    private func rows(_ find: PreparedStatement) throws(IndexError) -> [DueRow] {
        var result: [DueRow] = []
        while try find.next() {
            result.append(
                DueRow(
                    record: PackedID.id(find.bytes(0)), rule: find.text(1),
                    anchor: CalendarDay(ordinal: Int(find.number(2))), day: CalendarDay(ordinal: Int(find.number(3))),
                    windowStart: CalendarDay(ordinal: Int(find.number(4))), priority: Int(find.number(5)),
                    kind: find.text(6)))
        }
        return result.sorted { ($0.day, $0.priority, $0.record, $0.rule) < ($1.day, $1.priority, $1.record, $1.rule) }
    }
}
