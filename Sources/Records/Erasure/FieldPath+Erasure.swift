extension FieldPath {
    /// The mark of a record that was erased.
    public static let erased = FieldPath("@erased")

    /// The mark by which a laptop says that it carried the erasures of a record out.
    ///
    /// - Parameter writer: the laptop's name as a writer.
    /// - Returns: the path, `@applied/<writer>/erasure`.
    public static func erasureApplied(by writer: String) -> FieldPath {
        FieldPath("@applied", row: RowID(writer), cell: "erasure")
    }

    /// Whether the path is the mark of an erasure, of a record or of a row.
    public var isErasure: Bool {
        guard isMark else { return false }
        return self == .erased || rawValue.hasPrefix("@erased/")
    }

    /// The laptop that says here that it carried the record's erasures out; `nil` on other paths.
    public var erasureApplier: String? {
        guard isMark, rawValue.hasPrefix("@applied/") else { return nil }
        return row?.rawValue
    }

    /// Whether what stands here stays when its record is erased: only the erasure and who carried it out.
    public var outlivesErasure: Bool { isMark && (isErasure || rawValue.hasPrefix("@applied/")) }

    /// Whether the path is no field: asked for every value that is read, so it looks at one byte only.
    public var isMark: Bool { rawValue.utf8.first == UInt8(ascii: "@") }
}
