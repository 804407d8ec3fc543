/// How numbers of bytes are written.
enum ByteText {
    /// At most two digits of fraction: 12 KB, 3.4 MB.
    ///
    /// - Parameter bytes: how many.
    /// - Returns: the text.
    static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KB" : "\(bytes >> 20).\((bytes & 0xFFFFF) * 10 >> 20) MB"
    }
}
