public import Casework
import Index
public import Records
import Store

/// The open notebook: the one way to read, write, find, take back and keep.
///
/// The screen and the command line both go through it, so both follow the same rules and leave the same traces. It belongs
/// to one thread.
public final class Desk {
    /// Who is at the keyboard.
    public struct Person: Hashable, Sendable {
        /// The officer's record.
        public let id: RecordID
        /// The officer's name.
        public let name: String
        /// What the officer may do follows from this.
        public let role: OfficerRole
    }

    /// The types of record that this version knows.
    public let types = Casework.types
    /// Who is at the keyboard; `nil` while nobody is.
    public internal(set) var person: Person?

    let store: Store
    let index: Index
    let environment: StoreEnvironment
    /// How many wrong tries there were before somebody unlocked, until that is noted.
    var triesBefore = 0
    /// What this officer entered last in fields that keep their last value.
    var sticky: [TypeID: [String: Value]] = [:]
    /// The days off.
    let holidays: HolidayTable
    var random: InjectedGenerator
    /// What was damaged when the streams were read.
    var findings: [Finding] = []
    /// The streams whose index had to be made again.
    var rebuilt: Set<Stream> = []
    /// Exactly what the index of each stream contains.
    var contained: [Stream: Heads] = [:]
    /// Steps that could not be taken back in this sitting, so that undo goes on with the one before.
    var passedOver: Set<ChangeID> = []
    /// When the newest change was written, by whatever clock; milliseconds since 1970.
    var lastWritten = 0
    /// What was worked out from the records.
    var memo = Memo()
    /// How many changes came since the saved image of each stream.
    var changesSinceImage: [Stream: Int] = [:]
    /// Streams whose index has held words that were erased: it is made anew before anything of it is written down.
    var spoiled: Set<Stream> = []
    /// The last wrong try at unlocking.
    var failedAttempt: FailedAttempt?
    /// The restricted records that were opened in this sitting, each with its line in the audit log, and why.
    var opened: [RecordID: String] = [:]
    /// The search that is not over yet.
    var pendingSearch: PendingSearch?
    /// What the officer is to be told about lines that could not be written.
    var auditNotice: Label?
    /// Whether that was said already.
    var hasMissedAudit = false
    /// Whether the recovery code opened it: then any office-holder may sign in.
    var isRecovering = false

    init(store: Store, index: Index, environment: StoreEnvironment, holidays: HolidayTable) {
        self.store = store
        self.index = index
        self.environment = environment
        self.holidays = holidays
        random = InjectedGenerator(source: environment.random)
    }

    /// Whether the records are fictional; then every screen says so.
    public var isDemo: Bool { store.isDemo }

    /// Whether the store is sealed; a clear one refuses follow-ups, minors and identity numbers (RIGHTS.md rule 10).
    public var isSealed: Bool { store.mode == .sealed }

    /// Why nothing can be written now; `nil` when it can.
    public var readOnlyReason: Label? { store.readOnly?.label }

    /// What the officer's clock shows.
    public var now: Moment { environment.clock.now }

    /// Today, by the officer's clock.
    public var today: CalendarDay { now.day }

    /// A type by its name.
    ///
    /// - Parameter id: the name.
    /// - Returns: the type.
    /// - Throws: ``DeskError/unknownType(_:)``.
    public func type(_ id: TypeID) throws(DeskError) -> RecordType {
        guard let type = Casework.type(id) else { throw .unknownType(id.rawValue) }
        return type
    }
}

/// Lets the standard library draw from the injected source.
struct InjectedGenerator: RandomNumberGenerator {
    let source: any RandomSource

    func next() -> UInt64 { source.next() }
}
