/// A text shown to the officer, in Chinese and English.
public struct Label: Hashable, Sendable {
    /// The Chinese text.
    public let zh: String
    /// The English text.
    public let en: String

    /// Makes a label.
    ///
    /// - Parameters:
    ///   - zh: the Chinese text.
    ///   - en: the English text.
    public init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        language == .zh ? zh : en
    }
}
