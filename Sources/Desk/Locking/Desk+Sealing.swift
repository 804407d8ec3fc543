import Casework
import Records
public import Store

extension Desk {
    /// Sets a sealed notebook up: the police room and its first officer.
    ///
    /// - Parameters:
    ///   - path: the private directory; it must hold no notebook.
    ///   - environment: everything taken from outside.
    ///   - room: the name of the police room.
    ///   - officer: the name of the first officer, to be typed when unlocking.
    ///   - passphrase: the officer's passphrase.
    /// - Returns: the notebook, with that officer signed in, and the recovery code: it is shown once and kept on paper.
    /// - Throws: ``DeskError``; ``DeskError/notAllowed(_:)`` for a passphrase that is too weak.
    public static func create(
        at path: String, environment: StoreEnvironment, room: String, officer: String, sealed passphrase: String
    ) throws(DeskError) -> (desk: Desk, recoveryCode: String) {
        if let problem = PassphraseRule.problem(passphrase) { throw .notAllowed(problem) }
        var random = InjectedGenerator(source: environment.random)
        let id = RecordID.random(using: &random)
        let desk: Desk
        let code: RecoveryCode
        do throws(StoreError) {
            let made = try Store.createSealed(
                at: path, environment: environment, officer: id, name: TextFolding.plain(officer),
                passphrase: passphrase)
            code = made.recoveryCode
            desk = try over(made.store, environment: environment, holidays: HolidayTable())
        } catch {
            throw DeskError(error)
        }
        try desk.setUp(room: room, officer: officer, id: id)
        return (desk, code.text)
    }
}
