import Casework
import Records
public import Store

extension Desk {
    /// Whether joining what a directory exchanges needs a passphrase or the recovery code.
    ///
    /// - Parameters:
    ///   - place: the exchange directory.
    ///   - environment: everything taken from outside.
    /// - Returns: whether it does.
    /// - Throws: ``DeskError``.
    public static func needsAdmission(_ place: String, environment: StoreEnvironment) throws(DeskError) -> Bool {
        do throws(StoreError) {
            return try Store.modeOfPlace(place, environment: environment) == .sealed
        } catch {
            throw DeskError(error)
        }
    }

    /// What opens a sealed notebook that is joined.
    public enum Admission: Hashable, Sendable {
        /// Nothing is needed: it is clear.
        case open
        /// An officer's name and passphrase.
        case passphrase(name: String, String)
        /// The recovery code as typed.
        case recovery(String)
    }

    /// Sets this laptop up with the notebook that a directory exchanges, and fetches everything.
    ///
    /// - Parameters:
    ///   - path: the private directory; it must hold no notebook.
    ///   - place: the exchange directory.
    ///   - environment: everything taken from outside.
    ///   - holidays: the days off, if the unit has loaded them.
    ///   - admission: what opens it.
    ///   - progress: told after every file.
    /// - Returns: the notebook and what came. Who opened it with a passphrase is signed in.
    /// - Throws: ``DeskError``. Nothing is made when it does not open. When it throws after that, the notebook is
    ///   there: syncing goes on.
    public static func join(
        at path: String, from place: String, environment: StoreEnvironment, holidays: HolidayTable = HolidayTable(),
        admission: Admission, progress: @escaping (ExchangeProgress) -> Void = { _ in }
    ) throws(DeskError) -> (desk: Desk, report: SyncReport) {
        let desk: Desk
        let unlocked: Unlocked?
        do throws(StoreError) {
            let opening: Store.Admission =
                switch admission {
                case .open: .open
                case .passphrase(let name, let passphrase): .passphrase(name: TextFolding.plain(name), passphrase)
                case .recovery(let text): .recovery(try RecoveryCode(text))
                }
            let made = try Store.join(at: path, from: place, environment: environment, admission: opening)
            unlocked = made.unlocked
            desk = try over(made.store, environment: environment, holidays: holidays)
        } catch {
            throw DeskError(error)
        }
        let report = try desk.sync(with: place, progress: progress)
        if let officer = unlocked?.officer { desk.person = desk.holder(officer) }
        desk.isRecovering = unlocked != nil && unlocked?.officer == nil
        return (desk, report)
    }
}
