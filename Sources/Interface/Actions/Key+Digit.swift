public import Terminal

extension Key {
    /// The digit that was pressed, full-width ones included.
    ///
    /// `Character.wholeNumberValue` would take 一 for 1, and a Chinese sentence may well begin with it.
    public var digit: Int? {
        guard let text = folded.text, text.isASCII else { return nil }
        return text.wholeNumberValue
    }
}
