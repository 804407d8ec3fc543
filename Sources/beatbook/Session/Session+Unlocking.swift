import Desk
import Glibc

extension Session {
    /// How often a passphrase is asked for on the terminal.
    private static let tries = 3

    /// Unlocks a sealed notebook: from the file that was named, else by asking on the terminal.
    ///
    /// - Parameters:
    ///   - store: where the passphrase comes from.
    ///   - name: who acts, in full: before it is unlocked there are no names to compare with.
    /// - Throws: `CommandFailure`.
    func unlock(_ store: StoreOptions, name: String?) throws(CommandFailure) {
        let named = name ?? Surroundings.variable("BEATBOOK_OFFICER")
        if let file = store.passphraseFile {
            guard let named else { throw Self.unnamed }
            let passphrase = try PassphraseFile.read(file)
            waitAfterWrongTry()
            return try asking { () throws(DeskError) in try desk.unlock(name: named, passphrase: passphrase) }
        }
        guard SecretTerminal.isThere else { throw NewPassphrase.noTerminal("--passphrase-file") }
        for number in 1...Self.tries {
            waitAfterWrongTry()
            guard let name = named ?? SecretTerminal.ask(Label("姓名：", "Name: "), isHidden: false),
                let passphrase = SecretTerminal.ask(Label("口令（不显示）：", "Passphrase (not shown): "), isHidden: true)
            else { break }
            do throws(DeskError) {
                return try desk.unlock(name: name, passphrase: passphrase)
            } catch {
                guard case .wrongPassphrase = error, number < Self.tries else { throw CommandFailure(error) }
                Console.note(error.label)
            }
        }
        throw CommandFailure(.locked)
    }

    /// Unlocks with the recovery code, and signs in who is named.
    ///
    /// - Parameters:
    ///   - store: where the code comes from: the file that was named, else the terminal.
    ///   - name: who acts.
    /// - Throws: `CommandFailure`.
    func recover(_ store: StoreOptions, name: String?) throws(CommandFailure) {
        let code = try Self.recoveryCode(store)
        waitAfterWrongTry()
        try asking { () throws(DeskError) in try desk.unlock(recoveryCode: code) }
        try signIn(name)
    }

    /// Waits until the wait after a wrong try is over, also one of another command before this.
    private func waitAfterWrongTry() {
        let delay = desk.unlockDelay
        guard delay > 0 else { return }
        if delay > 1500 { Console.note(DeskError.wrongPassphrase(delay: delay).label) }
        usleep(UInt32(delay) * 1000)
    }

    /// The recovery code: from the file that was named, else from the terminal.
    static func recoveryCode(_ store: StoreOptions) throws(CommandFailure) -> String {
        if let file = store.passphraseFile { return try PassphraseFile.read(file) }
        guard let typed = SecretTerminal.ask(Label("恢复码：", "Recovery code: "), isHidden: false) else {
            throw NewPassphrase.noTerminal("--passphrase-file")
        }
        return typed
    }

    static var unnamed: CommandFailure {
        CommandFailure(
            .usage,
            Label(
                "加密的本子要用 --officer（或 BEATBOOK_OFFICER）写明姓名全名。",
                "A sealed notebook needs the full name of who acts: --officer or BEATBOOK_OFFICER."))
    }
}
