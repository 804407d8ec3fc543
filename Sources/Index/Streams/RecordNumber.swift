/// The numbers of records: the type's number stands in the upper half, so that one type's records lie together in every table
/// and a search of one type need not pass over the others.
enum RecordNumber {
    /// The type's number.
    static func type(of number: Int64) -> Int64 { number >> 32 }

    /// The place among the records of its type, from 1.
    static func place(of number: Int64) -> Int { Int(number & 0xFFFF_FFFF) }

    /// The smallest number of a type.
    static func first(of type: Int64) -> Int64 { type << 32 | 1 }

    /// The largest number of a type.
    static func last(of type: Int64) -> Int64 { type << 32 | 0xFFFF_FFFF }
}
