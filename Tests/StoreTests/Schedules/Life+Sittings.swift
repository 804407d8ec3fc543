import Records
import TestSupport

@testable import Store

extension Life {
    /// How a sitting ends.
    private enum End: CaseIterable {
        case closing, killing, power, powerAtACall, powerAtACall2, copying, cloning, moving
    }

    /// Makes the notebook; now and then the machine goes off meanwhile, and it is made again.
    func begin() {
        if isHonest, chance(1, of: 4) {
            disk.callsUntilCrash = number(0..<120)
            _ = try? make()
            store = nil
            note(disk)
            disk = disk.crashed(seed: random.next())
            story.append("power off while making it")
            if (try? Store.exists(at: root, environment: environment())) == true {
                // Nobody was shown the recovery code, but the officer knows the passphrase.
                open()
                return
            }
        }
        do {
            try make()
        } catch {
            problem("making it: \(error)")
        }
        // Nothing can be asked of a disk that keeps nothing, so it keeps the empty notebook.
        if !isHonest { disk.settle() }
    }

    private func make() throws(StoreError) {
        switch mode {
        case .clear: store = try Store.create(at: root, environment: environment(), mode: .clear)
        case .sealed:
            let made = try Store.createSealed(
                at: root, environment: environment(), officer: people[0].officer, name: "0", passphrase: "a")
            store = made.store
            recovery = made.recoveryCode
        }
    }

    /// Some steps, with or without trouble, and an end.
    func sitting() {
        let end = End.allCases[number(0..<End.allCases.count)]
        let steps = number(2..<12)
        let trouble = chance(1, of: 2) ? number(0..<steps) : -1
        if end == .powerAtACall || end == .powerAtACall2 { disk.callsUntilCrash = number(0..<200) }
        for place in 0..<steps where problems.isEmpty && store != nil {
            if place == trouble { makeTrouble() }
            step()
        }
        disk.faults = []
        disk.longestWrite = 0
        disk.capacity = 1 << 40
        let isOff = disk.callsUntilCrash == 0
        disk.callsUntilCrash = nil
        if !isOff, problems.isEmpty, let store, store.readOnly == nil { compare(store, "at the end of a sitting") }
        if isHonest || chance(1, of: 2) { keep() }
        leave(isOff ? .power : end)
    }

    /// What a disk that lies will have kept from here on.
    private func keep() {
        if isHonest { return }
        disk.settle()
        noteSettled()
    }

    /// Everything that is here has reached the disk.
    private func noteSettled() {
        // Of a stream that was not looked at since the machine went off it is not known what that left.
        for stream in known { settled[stream] = acknowledged[stream] }
    }

    private func leave(_ end: End) {
        story.append("\(end)")
        if end == .closing { store?.close() }
        let old = store
        store = nil
        note(disk)
        switch end {
        case .closing: break
        case .killing: disk = disk.killed()
        case .power, .powerAtACall, .powerAtACall2:
            disk = disk.crashed(seed: random.next())
            if !isHonest {
                mayBeNew = true
                known = []
            }
        case .copying:
            old?.close()
            let other = root + "x"
            disk.copy(root, to: other)
            root = other
            mayBeNew = true
            noteSettled()
        case .cloning:
            disk = disk.cloned()
            noteSettled()
        case .moving:
            disk = disk.cloned()
            noteSettled()
            machine += "x"
            mayBeNew = true
        }
    }

    /// Something that will go wrong at one of the next calls.
    private func makeTrouble() {
        switch number(0..<5) {
        case 0: disk.longestWrite = number(1..<300)
        case 1: disk.capacity = disk.contents.values.reduce(0) { $0 + $1.count } + number(0..<6000)
        default:
            let operations: [FileError.Operation?] = [
                nil, nil, .write, .sync, .syncData, .rename, .syncDirectory, .truncate, .read, .open,
            ]
            let reasons: [FileError.Reason] = [.device, .device, .full, .interrupted, .denied]
            let fault = SimulatedFileSystem.Fault(
                operations[number(0..<operations.count)], at: number(1..<25), reason: reasons[number(0..<reasons.count)]
            )
            // A signal comes once; a disk that is broken stays so now and then.
            disk.faults = [fault]
            if fault.reason != .interrupted, chance(1, of: 4) { disk.faults[0].isLasting = true }
            story.append("fault \(fault.operation.map(\.rawValue) ?? "any") \(fault.count) \(fault.reason)")
        }
    }

    private func step() {
        guard let store else { return }
        let open = streams
        guard let stream = open.randomElement(using: &random) else { return }
        let kind = number(0..<40)
        story.append("step \(kind) \(stream)")
        switch kind {
        case 0..<16: append(store, (0..<1).map { _ in change(stream) })
        case 16..<19: append(store, (0..<number(2..<7)).map { _ in change(stream) })
        case 19..<23: attempt { () throws(StoreError) in try store.roll(stream) }
        case 23..<25: saveImage(store, stream)
        case 25..<29: draft(store)
        case 29..<31: handOver()
        case 31..<33: changePassphrase(store)
        case 33..<36: addOrRetire(store)
        case 36: look()
        case 37: attempt { () throws(StoreError) in try store.setLocalValue(.number(number(0..<9)), for: "letter") }
        case 38: if mode == .sealed, streams.count == 2 { renew(store) }
        default: if store.readOnly == nil, isQuiet { compare(store, "in between") }
        }
    }

    /// Whether nothing is about to go wrong.
    private var isQuiet: Bool { disk.faults.isEmpty && disk.callsUntilCrash == nil }

    /// Whether something was done; an error is an answer, not a problem.
    @discardableResult
    private func attempt(_ body: () throws(StoreError) -> Void) -> Bool {
        do throws(StoreError) {
            try body()
            return true
        } catch {
            story.append("  \(error)")
            return false
        }
    }

    private func append(_ store: Store, _ changes: [Change]) {
        attempt { () throws(StoreError) in
            let saved = try store.append(batch: changes)
            acknowledged[changes[0].stream, default: []] += saved.map(\.stored)
        }
    }

    private func saveImage(_ store: Store, _ stream: Stream) {
        guard store.readOnly == nil, let all = try? Samples.read(store, stream) else { return }
        let image = UInt8(images.count + 1)
        images[image] = Set(all.map(\.id))
        attempt { () throws(StoreError) in
            let heads = store.heads(stream)
            let result = [UInt8](repeating: image, count: 100).withUnsafeBytes { bytes in
                Result { () throws(StoreError) in try store.saveSnapshot(bytes, schema: "1", heads: heads) }
            }
            try result.get()
        }
    }

    private func draft(_ store: Store) {
        let name = "visit.\(number(0..<2))"
        let key = "\(current)/\(name)"
        let officer = people[current].officer
        let content: [UInt8]? = chance(1, of: 4) ? nil : [UInt8](repeating: 7, count: number(0..<600))
        let isDone = attempt { () throws(StoreError) in
            guard let content else { return try store.removeDraft(name, of: officer) }
            try store.putDraft(Draft(id: name, moment: ScriptedClock().now, bytes: content), of: officer)
        }
        drafts[key] = isDone ? [content] : drafts[key, default: [nil]].union([content])
    }

    private func handOver() {
        guard mode == .sealed, let store else { return }
        let others = people.indices.filter { people[$0].isMember == true }
        guard let next = others.randomElement(using: &random) else { return }
        store.lock()
        if !unlock(store, as: next, isCalm: false) { self.store = nil }
    }

    private func changePassphrase(_ store: Store) {
        guard mode == .sealed, store.keyring != nil, people[current].passphrases.count == 1 else { return }
        let next = people[current].passphrases[0] + "\(number(0..<9))"
        let isDone = attempt { () throws(StoreError) in
            try store.changePassphrase(name: "\(current)", next)
        }
        people[current].passphrases = isDone ? [next] : people[current].passphrases + [next]
        if !isDone {
            store.lock()
            self.store = nil
        }
    }

    private func addOrRetire(_ store: Store) {
        guard mode == .sealed, store.keyring != nil, current == 0, streams.count == 2 else { return }
        let other = number(1..<3)
        guard let isMember = people[other].isMember else { return }
        let officer = people[other].officer
        let word = "w\(number(0..<1000))"
        let isDone = attempt { () throws(StoreError) in
            if isMember {
                try store.retireOfficer(officer)
            } else {
                try store.addOfficer(
                    officer, name: "\(other)", passphrase: word,
                    streams: people[other].isAuxiliary ? [.general] : Set(Stream.allCases))
            }
        }
        people[other].isMember = isDone ? !isMember : nil
        if !isMember { people[other].passphrases = [word] }
        // A new key does not open what was written under the old one.
        drafts = drafts.filter { !$0.key.hasPrefix("\(other)/") }
        if store.isLocked { self.store = nil }
    }

    private func renew(_ store: Store) {
        let isDone = attempt { () throws(StoreError) in recovery = try store.renewRecoveryCode() }
        if !isDone { recovery = nil }
        if store.isLocked { self.store = nil }
    }

    /// A second window, which may only look.
    private func look() {
        guard let store, store.readOnly == nil, isQuiet, store.hold != nil else { return }
        guard let second = try? Store.open(at: root, environment: environment()) else {
            return problem("a second window does not open")
        }
        guard case .held = second.readOnly else { return problem("a second window may write") }
        if mode == .sealed, !unlock(second, as: current, isCalm: true) {
            return problem("a second window stays locked")
        }
        compare(second, "in a second window")
        second.close()
    }
}
