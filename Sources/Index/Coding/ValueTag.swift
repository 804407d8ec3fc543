/// The first byte of a stored value.
enum ValueTag {
    static let null: UInt8 = 0
    static let no: UInt8 = 1
    static let yes: UInt8 = 2
    static let number: UInt8 = 3
    static let decimal: UInt8 = 4
    static let text: UInt8 = 5
    static let list: UInt8 = 6
    static let object: UInt8 = 7
    static let packedID: UInt8 = 8
    static let day: UInt8 = 9
    static let type: UInt8 = 10
}
