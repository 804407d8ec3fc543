public import Records

/// 上次未了: what was left open at a household.
///
/// It is offered again; last time's words are not.
public struct LastOpen: Hashable, Sendable {
    /// The visit in which it was raised; its row is where 已解决 is written.
    public let visit: RecordID
    /// The row of ``Visit/raised``.
    public let row: RowID
    /// The day of that visit.
    public let date: CalendarDay
    /// What kind it is.
    public let kind: RaisedKind
    /// What it is.
    public let text: String
    /// The day promised, if one was.
    public let promised: CalendarDay?

    /// What is open, newest first.
    ///
    /// - Parameter visits: the visits of one household.
    /// - Returns: the open rows; each visit's rows in their order.
    public static func items(of visits: some Sequence<(id: RecordID, values: FieldValues)>) -> [LastOpen] {
        visits.compactMap { visit in visit.values[Visit.date].map { (visit.id, visit.values, $0) } }
            .sorted { ($1.2, $0.0) < ($0.2, $1.0) }
            .flatMap { id, values, date in
                values.rows(of: Visit.raised).compactMap { row in
                    guard values[Visit.raisedState, row, of: Visit.raised] ?? .open == .open,
                        let text = values[Visit.raisedText, row, of: Visit.raised]
                    else { return nil }
                    return LastOpen(
                        visit: id, row: row, date: date,
                        kind: values[Visit.raisedKind, row, of: Visit.raised] ?? .service, text: text,
                        promised: values[Visit.raisedPromised, row, of: Visit.raised])
                }
            }
    }

    /// The line under the building sheet: 纱窗松动，答应联系物业（08-30）.
    public var label: String { "\(text)（\(date.description.dropFirst(5))）" }
}
