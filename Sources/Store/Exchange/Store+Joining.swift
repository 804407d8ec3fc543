import Crypto
import Records

extension Store {
    /// What opens a sealed store that is joined.
    public enum Admission: Hashable, Sendable {
        /// Nothing is needed: the store is clear.
        case open
        /// An officer's name and passphrase.
        case passphrase(name: String, String)
        /// The printed code.
        case recovery(RecoveryCode)
    }

    /// What kind of store a directory exchanges.
    ///
    /// - Parameters:
    ///   - place: the exchange directory.
    ///   - environment: everything taken from outside.
    /// - Returns: whether joining it needs a passphrase.
    /// - Throws: ``StoreError/noPlace``, ``StoreError/missing``, ``StoreError/file(_:)``.
    public static func modeOfPlace(_ place: String, environment: StoreEnvironment) throws(StoreError) -> StoreMode {
        try describe(Folder(files: environment.files, root: place)).description.mode
    }

    /// Makes a laptop's private folder from an exchange directory, and opens it.
    ///
    /// It has the keys and no changes yet: the first exchange brings them.
    ///
    /// - Parameters:
    ///   - path: the private folder; it is made if it is not there, and must hold no store.
    ///   - place: the exchange directory.
    ///   - environment: everything taken from outside.
    ///   - admission: what opens it.
    /// - Returns: the store, unlocked.
    /// - Throws: ``StoreError/exists``, ``StoreError/missing`` when nothing is exchanged there,
    ///   ``StoreError/wrongPassphrase(delay:)`` before anything is made, ``StoreError/file(_:)``.
    public static func join(
        at path: String, from place: String, environment: StoreEnvironment, admission: Admission
    ) throws(StoreError) -> (store: Store, unlocked: Unlocked?) {
        let folder = Folder(files: environment.files, root: path)
        let source = Folder(files: environment.files, root: place)
        if try exists(at: path, environment: environment) { throw .exists }
        let (description, bytes) = try describe(source)
        guard description.format <= StoreDescription.format, description.features.strange.isEmpty else {
            throw .readOnly(.newer(features: description.features.strange))
        }
        var keys: [String: [UInt8]] = [:]
        var opened: (holder: KeyHolder, slotKey: SymmetricKey?)?
        if description.mode == .sealed {
            let survey = ExchangeSource(
                place: source, home: folder, environment: environment, store: description.store, isSealed: true,
                writer: WriterID("joining"), description: bytes)
            do throws(FileError) {
                keys = KeyImport(survey, try PlaceScan(source, mark: survey.mark).keys, here: []).new
            } catch {
                throw .file(error)
            }
            opened = try open(keys, description.store, environment, admission)
        }
        let store = try make(at: path, environment: environment) { (folder) throws(FileError) in
            let keyFolder = KeyFolder(folder: folder, store: description.store)
            for (stem, bytes) in keys.sorted(by: { $0.key < $1.key }) { try keyFolder.publish(bytes, as: stem) }
            return bytes
        }
        guard let opened else { return (store, nil) }
        guard let unlocked = try store.unlock(opened.holder, slotKey: opened.slotKey) else {
            throw .damaged(FileNames.keys)
        }
        return (store, unlocked)
    }

    private static func describe(
        _ place: Folder
    ) throws(StoreError) -> (description: StoreDescription, bytes: [UInt8]) {
        do throws(FileError) {
            _ = try place.call("") { () throws(FileError) in try place.files.list(place.root) }
            for name in [FileNames.store, FileNames.storeCopy] {
                guard let bytes = try place.read(name), let description = StoreDescription(bytes) else { continue }
                return (description, bytes)
            }
        } catch {
            guard error.reason != .missing, error.code != 20 else { throw .noPlace }
            throw .file(FileError(error.operation, place.root, code: error.code, reason: error.reason))
        }
        throw .missing
    }

    /// Tries what was typed on files with keys, before anything is written.
    private static func open(
        _ files: [String: [UInt8]], _ store: String, _ environment: StoreEnvironment, _ admission: Admission
    ) throws(StoreError) -> (KeyHolder, SymmetricKey?) {
        let epochs = files.compactMap { EpochFile($0.value, store: store) }.sorted { $0.epoch < $1.epoch }
        func opens(_ holder: KeyHolder, _ key: SymmetricKey?) -> Bool {
            Keyring(holder, store: store, slotKey: key, witness: environment.witness).open(.general, epochs)
        }
        switch admission {
        case .open: break
        case .recovery(let code):
            let holder = try KeyHolder(code)
            if opens(holder, nil) { return (holder, nil) }
        case .passphrase(let name, let passphrase):
            let slots = files.compactMap { Slot($0.value, file: $0.key, store: store) }
                .sorted { ($0.name, $1.generation) < ($1.name, $0.generation) }
            let ready = slots.filter { !$0.isWaiting(for: epochs) }
            var derived: [PassphraseKey: SymmetricKey] = [:]
            for slot in slots {
                if derived[slot.stretching] == nil {
                    derived[slot.stretching] = try slot.stretching.derive(name: name, passphrase: passphrase)
                }
                guard let key = derived[slot.stretching] else { continue }
                if ready.contains(where: { slot.isVoid(beside: $0) }) { continue }
                if let holder = slot.open(key), opens(holder, key) { return (holder, key) }
            }
        }
        throw .wrongPassphrase(delay: 1000)
    }
}
