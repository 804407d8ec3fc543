/// From what a part of a file derives its key: an epoch's key and a salt.
struct FileSalt: Hashable, Sendable {
    var epoch: Int
    var salt: [UInt8]
}
