/// An open file.
public struct OpenFile: Hashable, Sendable {
    /// The descriptor.
    public let descriptor: Int32

    /// Takes a descriptor.
    ///
    /// - Parameter descriptor: the descriptor.
    public init(descriptor: Int32) {
        self.descriptor = descriptor
    }
}
