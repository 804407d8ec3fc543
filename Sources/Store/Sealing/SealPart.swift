/// What a key is for.
///
/// Each use has its own label, so that no two uses ever share a key (RFC 5869 §3.2).
enum SealPart: String, Sendable {
    /// Records of a log.
    case log
    /// Body chunks of a segment.
    case body
    /// Payload chunks of a segment.
    case payload
    /// Chunks of a saved index.
    case snapshot
    /// A draft.
    case draft
    /// Names of drafts.
    case names
    /// A laptop's private signing key.
    case writer
    /// What only this laptop knows.
    case local
    /// What an epoch's file says to those who may open it.
    case keys
    /// An officer's private key under a passphrase.
    case slot
    /// The private key that a recovery code stands for.
    case recovery
    /// What proves that a new key was made by somebody who had the one before.
    case proof
    /// How a key is named without giving it away.
    case identity
    case erasures

    /// The `info` of HKDF.
    var label: [UInt8] { Array("beatbook sealed 1\n\(rawValue)".utf8) }
}
