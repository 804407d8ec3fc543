import Casework
import Index
public import Records

extension Desk {
    /// Who may sit down at the keyboard: the office-holders of today.
    ///
    /// - Returns: the people, in the order of their roles and names.
    public func people() -> [Person] {
        let page = try? index.list(ListQuery(Officer.type.id), limit: 500)
        return (page?.records ?? []).compactMap { record in
            let values = record.values
            guard Officer.isActive(values, on: today), let name = values[Officer.name],
                let role = values[Officer.role]
            else { return nil }
            return Person(id: record.id, name: name, role: role)
        }
    }

    /// Sits somebody down at the keyboard.
    ///
    /// In a sealed notebook the passphrase says who it is; only after the recovery code somebody is chosen.
    ///
    /// - Parameter id: the officer's record.
    /// - Throws: ``DeskError/notFound`` when nobody of that identity is in office, ``DeskError/locked``.
    public func signIn(_ id: RecordID) throws(DeskError) {
        try refuseLocked()
        guard !isSealed || isRecovering || person?.id == id else {
            throw .notAllowed(
                Label("换人请先锁屏，再由本人输入口令。", "To hand over, lock first; then the next officer types the passphrase."))
        }
        guard let person = people().first(where: { $0.id == id }) else { throw .notFound }
        if self.person?.id != id {
            finishSearch()
            sticky = [:]
            opened = [:]
        }
        if self.person != person { memo = Memo() }
        let isFirst = self.person == nil
        self.person = person
        if isRecovering, isFirst { noteUnlocked(isRecovery: true) }
    }

    /// Leaves the keyboard: nothing can be read or written until somebody signs in.
    ///
    /// A sealed notebook is locked by it.
    public func signOut() { lock() }
}
