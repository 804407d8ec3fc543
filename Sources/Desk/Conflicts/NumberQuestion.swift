public import Records

/// A working or official number that somebody must look at: two records have it, or it is only provisional.
public struct NumberQuestion: Hashable, Sendable, Identifiable {
    /// Names it.
    public struct ID: Hashable, Sendable {
        let path: FieldPath
        let number: String
    }

    /// Where the number stands.
    public let path: FieldPath
    /// The number.
    public let number: String
    /// The records that have it, the one that had it first at the front; one when the number is provisional.
    public let records: [Record]
    /// The letter of the laptop that confirms a provisional number; `nil` when that is this one, or it is not provisional.
    public let confirmedBy: String?

    init(path: FieldPath, number: String, records: [Record], confirmedBy: String? = nil) {
        self.path = path
        self.number = number
        self.records = records
        self.confirmedBy = confirmedBy
    }

    /// Names it.
    public var id: ID { ID(path: path, number: number) }
    /// Whether another laptop than the one that gives official numbers gave it, and nobody confirmed it.
    public var isProvisional: Bool { records.count == 1 }
}
