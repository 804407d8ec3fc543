import Casework
import Index
import Records

extension Desk {
    /// Notes that a search goes on.
    ///
    /// It is another search when what is typed neither goes on with what was typed nor takes some of it back.
    func searching(_ text: String, by field: AuditField, _ found: [SearchGroup]) {
        let text = TextFolding.plain(text)
        if text.isEmpty { return }
        if let pending = pendingSearch, !(text.hasPrefix(pending.text) || pending.text.hasPrefix(text)) {
            finishSearch()
        }
        var general = 0
        var restricted = 0
        for group in found {
            let hidden = group.hits.filter { isRestricted($0.record) }.count
            restricted += hidden
            general += group.count - hidden
        }
        pendingSearch = PendingSearch(text: text, field: field, general: general, restricted: restricted)
    }

    /// Writes the line of the search that is over; nothing happens when there is none.
    public func finishSearch() {
        guard let search = pendingSearch else { return }
        pendingSearch = nil
        note(AuditLine(.searched, field: search.field, count: search.general))
        // Who may read the general lines is not told that there was more.
        guard search.restricted > 0 else { return }
        note(AuditLine(.searched, field: search.field, count: search.restricted, isRestricted: true))
    }

    /// By what somebody looks, from the shape of what was typed.
    static func field(of text: String) -> AuditField {
        let plain = TextFolding.plain(text).filter { !$0.isWhitespace && $0 != "-" }
        let digits = plain.filter(\.isNumber).count
        if digits == 0 { return .text }
        if plain.count == digits || (plain.count == 18 && digits == 17) {
            return [15, 18].contains(plain.count) ? .idNumber : digits >= 4 ? .phone : .number
        }
        return plain.allSatisfy(\.isASCII) ? .number : .text
    }
}
