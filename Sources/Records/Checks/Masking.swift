/// Shows that something is there without saying what.
public enum Masking {
    /// Asterisks and the last four characters; the beginning of an ID number would reveal the place of origin.
    ///
    /// - Parameter text: the value.
    /// - Returns: as many characters as the value has; all asterisks when it has four or fewer.
    public static func lastFour(_ text: some StringProtocol) -> String {
        let count = text.count
        guard count > 4 else { return String(repeating: "*", count: count) }
        return String(repeating: "*", count: count - 4) + text.suffix(4)
    }
}
