/// A place between two characters of a text, by paragraph and UTF-8 offset.
public struct TextPosition: Hashable, Sendable, Comparable {
    /// The paragraph, counted from 0.
    public var paragraph: Int
    /// Bytes of UTF-8 from its start.
    public var offset: Int

    /// A place.
    ///
    /// - Parameters:
    ///   - paragraph: the paragraph, counted from 0.
    ///   - offset: bytes of UTF-8 from its start.
    public init(paragraph: Int = 0, offset: Int = 0) {
        self.paragraph = paragraph
        self.offset = offset
    }

    /// Orders by place or name.
    ///
    /// - Parameters:
    ///   - left: one.
    ///   - right: the other.
    /// - Returns: whether the left one comes first.
    public static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.paragraph, left.offset) < (right.paragraph, right.offset)
    }
}
