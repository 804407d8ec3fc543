/// What bytes a terminal and its programs speak.
package enum TerminalCharset: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
}
