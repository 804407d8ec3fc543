import Records
import TestSupport

@testable import Store

extension Life {
    /// Opens the notebook, with trouble now and then, which must not matter once it is over; and compares.
    func open() {
        note(disk)
        if isHonest, chance(1, of: 3) {
            if chance(1, of: 2) {
                disk.callsUntilCrash = number(0..<80)
                story.append("power off while opening")
            } else {
                disk.faults = [.init(nil, at: number(1..<60), reason: chance(1, of: 2) ? .device : .full)]
                story.append("fault while opening")
            }
            store = try? Store.open(at: root, environment: environment())
            if let store, mode == .sealed { _ = unlock(store, as: 0, isCalm: false) }
            disk.faults = []
            let isOff = disk.callsUntilCrash != nil
            disk.callsUntilCrash = nil
            if mayBeNew, let store, store.report.isNewWriter, store.keyring.map({ $0.streams.count == 2 }) ?? true {
                mayBeNew = false
            }
            store = nil
            note(disk)
            disk = isOff ? disk.crashed(seed: random.next()) : disk.killed()
        }
        do throws(StoreError) {
            store = try Store.open(at: root, environment: environment())
        } catch {
            return problem("opening: \(error)")
        }
        guard let store else { return }
        said = store.report.findings.count
        story.append("opened \(store.report.findings.map(\.kind))")
        if mode == .sealed {
            let who = people.indices.filter { people[$0].isMember == true }.randomElement(using: &random) ?? 0
            guard unlock(store, as: who, isCalm: true) else {
                if isHonest { problem("officer \(who) cannot unlock") } else { lastResort(store) }
                return
            }
        }
        compare(store, "after opening")
        checkWriter(store)
        checkAgain(store)
    }

    /// A disk that lost keys may have lost the passphrase with them; then there is the paper.
    private func lastResort(_ store: Store) {
        if let recovery, (try? store.unlock(recoveryCode: recovery)) != nil { compare(store, "with the recovery code") }
        people = []
        self.store = nil
    }

    /// Unlocks as somebody; with several passphrases possible exactly one must open.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - who: the person.
    ///   - isCalm: whether nothing disturbs it.
    /// - Returns: whether it opened.
    func unlock(_ store: Store, as who: Int, isCalm: Bool) -> Bool {
        var working: [String] = []
        for word in people[who].passphrases where (try? store.unlock(name: "\(who)", passphrase: word)) != nil {
            working.append(word)
            said += store.report.findings.count
        }
        if working.count > 1 { problem("officer \(who) has two passphrases") }
        guard let word = working.first else { return false }
        if isCalm { people[who].passphrases = [word] }
        if store.isLocked {
            // The last one that was tried is the wrong one.
            guard (try? store.unlock(name: "\(who)", passphrase: word)) != nil else { return false }
        }
        current = who
        story.append("unlocked by \(who)")
        guard isCalm else { return true }
        let holders = store.keyHolders()
        for place in people.indices {
            let isHolder = holders[people[place].officer] != nil
            if let isMember = people[place].isMember {
                if isMember != isHolder, isHonest { problem("officer \(place) is \(isHolder ? "" : "not ")a member") }
            } else {
                people[place].isMember = isHolder
            }
        }
        return true
    }

    private func checkWriter(_ store: Store) {
        if store.report.isNewWriter, !mayBeNew, rules != .fat { problem("a new writer for no reason") }
        if mode == .clear || streams.count == 2 { mayBeNew = false }
        if isHonest, store.readOnly != nil { problem("read-only after opening: \(String(describing: store.readOnly))") }
    }

    /// Opening once more finds nothing more to do.
    private func checkAgain(_ store: Store) {
        guard chance(1, of: 3), store.readOnly == nil else { return }
        store.close()
        self.store = nil
        let before = disk.contents
        guard let again = try? Store.open(at: root, environment: environment()) else {
            return problem("does not open a second time")
        }
        if mode == .sealed, !unlock(again, as: current, isCalm: true) {
            return problem("does not unlock a second time")
        }
        if !again.report.findings.isEmpty, isHonest {
            problem("found more the second time: \(again.report.findings.map(\.kind))")
        }
        if mode == .clear, disk.contents != before { problem("opening twice is not opening once") }
        compare(again, "after opening again")
        self.store = again
    }

    /// Compares what is there with what must be.
    func compare(_ store: Store, _ when: String) {
        var missing = 0
        for stream in streams(of: store) {
            guard let found = try? Samples.read(store, stream) else {
                problem("\(when): \(stream) cannot be read")
                continue
            }
            let all = Set(found)
            if isHonest, all.count != found.count { problem("\(when): \(stream) has a change twice") }
            // I2
            for change in found where !attempted.contains(change.change) {
                if isHonest || !change.change.ops.contains(where: { $0.value == .unreadable }) {
                    problem("\(when): \(stream) has something nobody wrote")
                }
            }
            // I1; a stick half-renames and a liar forgets, so there only what had settled.
            let expected = (rules == .fat || rules == .lying ? settled : acknowledged)[stream] ?? []
            missing += expected.count { !all.contains($0) }
            if !isHonest {
                // What was said to be lost is said once; and what was lost before it had settled does not settle later.
                if said > 0 { settled[stream] = settled[stream]?.filter { all.contains($0) } }
                if said > 0 || !known.contains(stream) {
                    acknowledged[stream] = acknowledged[stream]?.filter { all.contains($0) }
                }
                known.insert(stream)
            }
            checkTexts(found, expected, "\(when): \(stream)")
            checkImage(store, stream, found, when)
        }
        if missing > 0 {
            if rules != .fat, rules != .lying {
                problem("\(when): \(missing) acknowledged changes are missing")
            } else if when == "after opening", said == 0,
                (try? store.verify().findings.isEmpty) != false
            {
                problem("\(when): \(missing) settled changes are missing and nobody says so")
                takeInventory()
            }
        }
        checkDrafts(store, when)
        if isHonest, let findings = try? store.verify().findings, !findings.isEmpty {
            problem("\(when): verify finds \(findings.map(\.kind)) \(findings.map(\.name))")
        }
    }

    /// For whoever looks into a failure.
    private func takeInventory() {
        for (path, bytes) in disk.contents.sorted(by: { $0.key < $1.key }) {
            story.append("  \(path): \(bytes.count)")
            guard path.hasSuffix("/wal"), let header = LogReading(bytes, isSealed: true).header else { continue }
            story.append(
                "    \(header.writer), segment \(header.number), record \(header.first), epoch \(header.epoch)")
        }
        for (stream, changes) in settled.sorted(by: { $0.key < $1.key }) {
            story.append("  \(stream) settled: \(changes.map { "\($0.change.moment.milliseconds % 1000)" })")
            let found = store.flatMap { try? Samples.read($0, stream) } ?? []
            story.append("  \(stream) found: \(found.map { "\($0.change.moment.milliseconds % 1000)" })")
        }
    }

    private func streams(of store: Store) -> [Stream] {
        Stream.allCases.sorted().filter { mode == .clear || store.keyring?.streams[$0] != nil }
    }

    /// I4: every value that was written is current, or was replaced by somebody who saw it.
    private func checkTexts(_ found: [StoredChange], _ expected: [StoredChange], _ when: String) {
        var records: [RecordID: Record] = [:]
        var replaced: Set<[String]> = []
        for change in found {
            for record in change.change.records { records[record, default: Record(id: record)].apply(change) }
            for op in change.change.ops {
                for pred in op.pred { replaced.insert([op.record.rawValue, op.path.rawValue, pred.text]) }
            }
        }
        let all = Set(found)
        for change in expected where all.contains(change) {
            for op in change.change.ops {
                let versions = records[op.record]?.registers[op.path]?.versions ?? []
                let isThere = versions.contains { $0.change == change.id && $0.value == op.value }
                if !isThere, !replaced.contains([op.record.rawValue, op.path.rawValue, change.id.text]) {
                    problem("\(when) lost a text")
                }
            }
        }
    }

    /// A saved index and what its heads leave to be read are everything, and nothing twice.
    private func checkImage(_ store: Store, _ stream: Stream, _ found: [StoredChange], _ when: String) {
        var bytes: UnsafeMutableRawBufferPointer?
        defer { bytes?.deallocate() }
        let heads = try? store.loadSnapshot(stream, schema: "1") { count in
            bytes = .allocate(byteCount: count, alignment: 16)
            return bytes
        }
        guard let heads, let image = bytes?.first, let contained = images[image] else { return }
        guard let rest = try? Samples.read(store, stream, from: heads) else {
            return problem("\(when): nothing can be read from the saved index on")
        }
        let later = Set(rest.map(\.id))
        // What could not be read whole is tried again every time, so that a good copy is taken in.
        if !later.isDisjoint(with: contained), store.streams[stream]?.unread.isEmpty != false {
            problem("\(when): the saved index is read twice")
        }
        if !later.union(contained).isSuperset(of: found.map(\.id)) { problem("\(when): the saved index skips changes") }
    }

    private func checkDrafts(_ store: Store, _ when: String) {
        guard isHonest, let there = try? store.drafts(of: people[current].officer) else { return }
        for name in ["visit.0", "visit.1"] {
            let key = "\(current)/\(name)"
            let content = there.first { $0.id == name }?.bytes
            if drafts[key]?.contains(content) == false { problem("\(when): draft \(key) is another") }
        }
        if store.report.findings.contains(where: { $0.kind == .damagedDraft }) { problem("\(when): a damaged draft") }
    }
}
