/// How a field takes part in finding (RIGHTS.md rule 7).
public enum SearchRole: String, Sendable {
    /// Not at all.
    case none
    /// A person's or a place's name: by characters, and by pinyin with the surname's own reading.
    case name
    /// A short text: by characters and by pinyin.
    case short
    /// A long text: by characters only.
    case text
    /// A phone number: by its last four digits, or by eight and more.
    case phone
    /// An identity number: whole only.
    case idNumber
    /// A working or case number: by any run of its digits and letters.
    case number
}
