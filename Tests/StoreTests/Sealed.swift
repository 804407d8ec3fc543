import Records
import TestSupport
import Testing

@testable import Store

/// Sealed stores for tests that run in both modes.
///
/// Creating with the same random numbers gives the same keys (only HPKE draws its own), so the key of a first store opens
/// all of them, without the cost of a passphrase.
enum Sealed {
    static let name = "李警官"
    static let passphrase = "春风不度玉门关"

    /// What the first officer of a store made with seed 1 holds.
    private static let reference: (holder: KeyHolder, keys: [Stream: StreamKeys])? = {
        let disk = SimulatedFileSystem()
        guard
            let store = try? Store.createSealed(
                at: "/s", environment: .simulated(disk), officer: Samples.officer, name: name, passphrase: passphrase
            ).store, let ring = store.keyring
        else { return nil }
        return (ring.holder, ring.streams)
    }()

    /// The keys of a stream in a store made with seed 1.
    static func keys(_ stream: Stream) throws -> StreamKeys { try #require(reference?.keys[stream]) }

    /// Makes a store of either mode, unlocked.
    static func create(
        _ mode: StoreMode, _ environment: StoreEnvironment, at path: String = "/s", demo: Bool = false
    ) throws(StoreError) -> Store {
        switch mode {
        case .clear: try Store.create(at: path, environment: environment, mode: .clear, demo: demo)
        case .sealed:
            try Store.createSealed(
                at: path, environment: environment, demo: demo, officer: Samples.officer, name: name,
                passphrase: passphrase
            ).store
        }
    }

    /// Opens a store of either mode and unlocks it with the key of seed 1.
    static func open(_ environment: StoreEnvironment, at path: String = "/s") throws(StoreError) -> Store {
        let store = try Store.open(at: path, environment: environment)
        guard store.mode == .sealed else { return store }
        guard let holder = reference?.holder, try store.unlock(holder, slotKey: nil) != nil else {
            throw .wrongPassphrase(delay: 0)
        }
        return store
    }
}
