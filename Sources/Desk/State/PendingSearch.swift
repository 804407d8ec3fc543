import Casework

/// A search that is not over yet: it is written when it is, and not at every key.
struct PendingSearch {
    /// What was typed; it is only compared with what is typed next, and never written.
    var text: String
    /// By what it looks.
    var field: AuditField
    /// How many general records were found.
    var general: Int
    /// How many restricted ones.
    var restricted: Int
}
