public import Records
import Themes

/// A message in the status line.
///
/// It never pushes content and goes with the next key.
public struct Notice: Hashable, Sendable {
    /// How it is meant.
    public enum Kind: Hashable, Sendable {
        /// Something was done.
        case done
        /// Something to know.
        case information
        /// Something to take care of.
        case warning
        /// Something was refused; the text says why and what to do.
        case refusal

        /// How it looks.
        var role: Role {
            switch self {
            case .done: .success
            case .information: .status
            case .warning: .warning
            case .refusal: .error
            }
        }
    }

    /// The message.
    public let text: Label
    /// How it is meant.
    public let kind: Kind

    /// A message.
    ///
    /// - Parameters:
    ///   - text: the message.
    ///   - kind: how it is meant.
    public init(_ text: Label, _ kind: Kind = .information) {
        self.text = text
        self.kind = kind
    }

    /// The message as the status line shows it.
    ///
    /// - Parameter look: the language.
    /// - Returns: the row.
    public func line(_ look: Look) -> StyledLine { StyledLine(look.text(text), kind.role) }
}
