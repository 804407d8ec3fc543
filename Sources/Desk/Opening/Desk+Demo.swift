import Casework
import Index
import Records
public import Store

extension Desk {
    /// How many changes are written at once when a demo is made: one flush each.
    private static let demoGroup = 500

    /// Makes a fictional police room.
    ///
    /// - Parameters:
    ///   - path: the private directory; it must hold no notebook.
    ///   - environment: everything taken from outside.
    ///   - records: how many records to invent; `nil` takes the shipped samples.
    ///   - seed: the same seed and day give the same records.
    ///   - progress: told how many of how many records are written.
    /// - Returns: the notebook; nobody has signed in yet.
    /// - Throws: ``DeskError``.
    public static func createDemo(
        at path: String, environment: StoreEnvironment, records: Int? = nil, seed: UInt64 = 1,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(DeskError) -> Desk {
        let store: Store
        do throws(StoreError) {
            store = try Store.create(at: path, environment: environment, mode: .clear, demo: true)
        } catch {
            throw DeskError(error)
        }
        let today = environment.clock.now.day
        let all =
            records.map { DemoRoom.generate(records: $0, seed: seed, today: today) }
            ?? DemoRoom.records(today: today, seed: seed)
        var done = 0
        do throws(StoreError) {
            for start in stride(from: 0, to: all.count, by: demoGroup) {
                let group = all[start..<min(all.count, start + demoGroup)]
                for stream in Stream.allCases {
                    let changes = group.compactMap { change($0, in: stream) }
                    if !changes.isEmpty { try store.append(batch: changes) }
                }
                done += group.count
                progress(done, all.count)
            }
            for stream in Stream.allCases { try store.roll(stream) }
            return try over(store, environment: environment, holidays: HolidayTable())
        } catch {
            throw DeskError(error)
        }
    }

    private static func change(_ record: DemoRecord, in stream: Stream) -> Change? {
        guard let type = Casework.type(record.type), type.stream(for: record.values) == stream else { return nil }
        return Change(
            stream: stream, officer: record.officer, moment: record.moment, batch: fixedBatch,
            ops: Record.creation(id: record.id, type: record.type, values: record.values))
    }
}
