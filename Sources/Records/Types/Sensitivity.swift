/// How carefully a value is shown.
public enum Sensitivity: String, Sendable {
    /// Shown as it is.
    case plain
    /// Shown as asterisks and its last four characters until asked for (Ctrl-E).
    case masked
    /// Shown only to those who may open the restricted stream.
    case restricted
}
