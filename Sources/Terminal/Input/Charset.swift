/// The encoding of what the terminal sends: that of the locale.
public enum Charset: String, Sendable, CaseIterable {
    /// UTF-8.
    case utf8 = "UTF-8"
    /// GB 18030, of which GBK and GB 2312 are parts.
    case gb18030 = "GB18030"

    /// The charset with the name `nl_langinfo(CODESET)` gives.
    ///
    /// GBK and GB 2312 are not accepted: they cannot hold every character of a name.
    ///
    /// - Parameter codeset: such as `UTF-8` or `GB18030`, in either case.
    public init?(codeset: String) {
        switch codeset.uppercased() {
        case "UTF-8", "UTF8": self = .utf8
        case "GB18030": self = .gb18030
        default: return nil
        }
    }
}
