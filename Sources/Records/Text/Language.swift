/// The two languages in which every label exists.
public enum Language: String, Sendable, CaseIterable {
    /// Chinese, the default.
    case zh
    /// English.
    case en
}
