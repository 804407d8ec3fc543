/// Whether what is stored can be read without a key.
public enum StoreMode: String, Sendable {
    /// 加密.
    case sealed
    /// 明文: it refuses follow-ups, minors and ID numbers (RIGHTS.md rule 10).
    case clear
}
