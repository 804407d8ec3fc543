import Casework
import Desk
import Panes
import Records
import Store
import Terminal

extension Child {
    /// From a key to the painted frame, nothing else going on.
    func keys() throws {
        let files = CountingFiles()
        let desk = try Room.open(store, files: files)
        let typist = Typist(desk)
        var all = Samples()
        for (number, pane) in Places.panes.enumerated() {
            typist.show(pane: number + 1)
            let samples = typist.wander(Places.moves, 1500)
            Line.of("key → painted, pane \(pane(typist.notebook.workspace).name)", records, samples, budget: 5).print()
            all.add(samples)
            if show { print(typist.screen.text) }
        }
        var switching = Samples()
        for turn in 0..<200 {
            let watch = Stopwatch()
            typist.show(pane: turn % Places.panes.count + 1)
            switching.add(watch.time)
        }
        Line.of("key → painted, another pane", records, switching, budget: 5).print()
        all.add(switching)
        typist.show(pane: 1)
        typist.press(.control("n"))
        typist.press(.enter)
        // Leaving a field puts the draft on the disk: that wait is the disk's, as with a save.
        var form = Samples()
        var waiting = Samples()
        _ = files.count.taken
        for _ in 0..<1500 {
            let time = typist.wander(Places.entry, 1)
            let taken = files.count.taken
            if taken.flushes > 0 { waiting.add(time) }
            form.add(time.less(taken.milliseconds))
        }
        if show { print(typist.screen.text) }
        Line.of("key → painted, visit form, beyond the flush of a draft", records, form, budget: 5).print()
        Line.of("  keys that keep a draft, with the flush", records, waiting).print()
        all.add(form)
        Line.of("key → painted, everywhere", records, all, budget: 5).print()
    }

    /// Visits saved with one key each.
    func save() throws {
        let files = CountingFiles()
        let desk = try Room.open(store, files: files)
        let typist = Typist(desk)
        typist.show(pane: 2)
        typist.press(.end)
        for _ in 0..<10 { typist.press(.up) }
        typist.press(.enter)
        // The first save of a laptop chooses the letter of its working numbers, which is written apart.
        typist.press(Key(.character("1")))
        let visits = ListQuery(Visit.type.id)
        var samples = Samples()
        var beyond = Samples()
        var flushes: Set<Int> = []
        for turn in 0..<60 {
            let before = try desk.count(visits)
            _ = files.count.taken
            let time = typist.press(Key(.character(turn % 2 == 0 ? "3" : "1")))
            let taken = files.count.taken
            guard try desk.count(visits) > before else {
                typist.press(.pageDown)
                continue
            }
            samples.add(time)
            beyond.add(.init(wall: time.wall - taken.milliseconds, processor: time.processor))
            flushes.insert(taken.flushes)
        }
        if show { print(typist.screen.text) }
        guard let most = flushes.max() else { throw BenchmarkError("no visit was saved by key") }
        Line.of("save a visit by one key, painted", records, samples).print()
        Line(
            what: "save a visit: flushes", records: records,
            measured: flushes.sorted().map(String.init).joined(separator: ", "), value: Double(most), budget: 1,
            unit: ""
        ).print()
        Line.of("save a visit: beyond the flush", records, beyond, budget: 2, byMedian: true).print()
        try saveParts(desk)
    }

    /// What saving is made of.
    private func saveParts(_ desk: Desk) throws {
        guard let household = try desk.list(ListQuery(Household.type.id), limit: 1).records.first else { return }
        var values = desk.newValues(of: Visit.type)
        values[Visit.household] = household.id
        values[Visit.outcome] = .metWithNotes
        values[Visit.notes] = "核对了住户人数，提醒电动车不上楼。住户反映楼道灯不亮，已答应联系物业，三天内答复。"
        var checking = Samples()
        for _ in 0..<200 {
            let watch = Stopwatch()
            _ = desk.problems(in: values, of: Visit.type, base: nil)
            checking.add(watch.time)
        }
        Line.of("  of that: validation", records, checking).print()
        var board = Samples()
        for _ in 0..<20 {
            let watch = Stopwatch()
            _ = try desk.todayBoard()
            board.add(watch.time)
        }
        Line.of("  todayBoard()", records, board).print()
        var blocks = Samples()
        for _ in 0..<20 {
            let watch = Stopwatch()
            _ = try desk.blocks()
            blocks.add(watch.time)
        }
        Line.of("  blocks()", records, blocks).print()
    }

    /// Finding while typing: by the desk, and in the pane of visits until painted.
    func find() throws {
        let desk = try Room.open(store)
        let budget = records > 100_000 ? 30.0 : 10.0
        var everywhere = Samples()
        for text in Places.wanted {
            var typed = ""
            for character in text {
                typed.append(character)
                let watch = Stopwatch()
                let groups = try desk.search(typed)
                let time = watch.time
                everywhere.add(time)
                if show { print(typed, groups.map { "\($0.type.rawValue) \($0.count)" }, time) }
            }
        }
        Line.of("find as you type, everywhere", records, everywhere, budget: budget).print()
        let typist = Typist(desk)
        var painted = Samples()
        for text in Places.wanted {
            typist.show(pane: 1)
            typist.show(pane: 2)
            typist.press(.control("f"))
            painted.add(typist.type(text))
            if show, text == Places.wanted[0] { print(typist.screen.text) }
            typist.press(.escape)
        }
        Line.of("find as you type, visits, painted", records, painted, budget: budget).print()
    }

    /// The ends and pages of the longest list.
    func lists() throws {
        let desk = try Room.open(store)
        let query = ListQuery(Visit.type.id)
        let first = Stopwatch()
        let count = try desk.list(query, limit: 22).count
        let time = first.time
        Line(
            what: "list of \(count) visits, first page", records: records,
            measured: "\(Line.text(time.wall)) ms (cpu \(Line.text(time.processor)))", value: time.wall, budget: 50
        ).print()
        func measure(_ what: String, _ query: ListQuery, _ offset: (Int) -> Int) throws {
            var samples = Samples()
            for turn in 0..<300 {
                let watch = Stopwatch()
                _ = try desk.list(query, offset: offset(turn), limit: 22)
                samples.add(watch.time)
            }
            Line.of(what, records, samples, budget: 5).print()
        }
        try measure("list: End", query) { _ in count - 22 }
        try measure("list: Home", query) { _ in 0 }
        try measure("list: PgDn", query) { $0 * 22 }
        let households = ListQuery(Household.type.id, order: .field(Household.head.key, descending: false))
        try measure("list: households by name, PgDn", households) { $0 * 22 }
    }
}
