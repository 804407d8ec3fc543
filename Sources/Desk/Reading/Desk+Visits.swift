import Casework
import Index
public import Records

extension Desk {
    /// One building, lane or village group of the beat.
    public struct Block: Hashable, Sendable {
        /// The estate and building, put together.
        public let name: String
        /// How many households it has.
        public let households: Int
        /// How many of them nobody was met at this month.
        public let unvisited: Int
    }

    /// One household on a building sheet.
    public struct SheetRow: Hashable, Sendable {
        /// The household.
        public let household: Record
        /// What the household shows.
        public let values: FieldValues
        /// Its last visit.
        public internal(set) var lastVisit: RecordID?
        /// When its last visit was and what came of it.
        public internal(set) var lastValues: FieldValues?
        /// What was left open there: who asked for what, and when.
        public internal(set) var open: [OpenMatter] = []
        /// Whether somebody was met there this month.
        public internal(set) var isVisitedThisMonth = false
    }

    /// Something a household raised that is not done yet.
    public struct OpenMatter: Hashable, Sendable {
        /// The visit in which it was raised.
        public let visit: RecordID
        /// The row within the visit.
        public let row: RowID
        /// What was asked for.
        public let text: String
        /// The day of the visit.
        public let day: CalendarDay?
        /// Until when an answer was promised.
        public let promised: CalendarDay?
    }

    /// The buildings of the beat, in natural order.
    ///
    /// - Returns: the buildings.
    /// - Throws: ``DeskError``.
    public func blocks() throws(DeskError) -> [Block] {
        let blocks = try allBlocks()
        let isMet = try visitTally()?.metThisMonth ?? [:]
        // Few households are met in a month, and one with a save: only those are looked at.
        for id in memo.visits?.takeTurned() ?? [] {
            guard let block = try livedBlock(of: id) else { continue }
            memo.metByBlock[block, default: 0] += isMet[id] != nil ? 1 : -1
        }
        return blocks.map {
            let met = memo.metByBlock[$0.name] ?? 0
            return Block(name: $0.name, households: $0.households, unvisited: max(0, $0.lived - met))
        }
    }

    /// The buildings, whoever was met there.
    private func allBlocks() throws(DeskError) -> [(name: String, households: Int, lived: Int)] {
        if let known = memo.blocks { return known }
        let living = ListFilter.isEmpty(Household.movedOut.key)
        let lived = ListFilter.oneOf(
            Household.tenure.key, Tenure.allCases.filter { $0 != .empty }.map(\.stored))
        let all = try groups(by: Household.block, ListQuery(Household.type.id, where: [living]))
        let open = try groups(by: Household.block, ListQuery(Household.type.id, where: [living, lived]))
        let counts = Dictionary(open.map { ($0.value, $0.count) }) { $0 + $1 }
        let blocks = all.compactMap { group in
            group.value.text.map { (name: $0, households: group.count, lived: counts[group.value] ?? 0) }
        }
        memo.blocks = blocks
        return blocks
    }

    /// The building of a household; `nil` when nobody lives there now.
    private func livedBlock(of household: RecordID) throws(DeskError) -> String? {
        if let known = memo.livedBlock[household] { return known }
        var block: String?
        let fields = FieldSelection(
            Household.estate.key, Household.building.key, Household.movedOut.key, Household.tenure.key)
        let values = try indexed { () throws(IndexError) in try index.values(of: fields, of: household) }
        if let values, isOpen(Household.type.id), values[Household.movedOut] == nil, values[Household.tenure] != .empty
        {
            block = (values[Household.estate] ?? "") + (values[Household.building] ?? "")
        }
        memo.livedBlock[household] = .some(block)
        return block
    }

    /// The households of one building, in the order of their doors, with what the officer needs at each.
    ///
    /// - Parameter block: the building's name.
    /// - Returns: the sheet.
    /// - Throws: ``DeskError``.
    public func sheet(of block: String) throws(DeskError) -> [SheetRow] {
        try refuseLocked()
        let met = try metThisMonth()
        if memo.sheet?.block != block { memo.sheet = .init(block: block, rows: try readSheet(of: block)) }
        return (memo.sheet?.rows ?? []).map {
            var row = $0
            row.isVisitedThisMonth = met.contains(row.household.id)
            return row
        }
    }

    private func readSheet(of block: String) throws(DeskError) -> [SheetRow] {
        let households = try list(
            ListQuery(
                Household.type.id,
                where: [.equals(Household.block, .text(block)), .isEmpty(Household.movedOut.key)]),
            limit: 2000
        ).records
        var rows = households.map { SheetRow(household: $0, values: $0.values) }
        try readVisits(of: &rows, at: Array(rows.indices))
        return rows
    }

    private func readVisits(of rows: inout [SheetRow], at places: [Int]) throws(DeskError) {
        guard isOpen(Visit.type.id), !places.isEmpty else { return }
        let doors = places.map { rows[$0].household.id }
        let fields = FieldSelection(Visit.date.key, Visit.outcome.key)
        let last = try indexed { () throws(IndexError) in
            try index.latestValues(of: fields, Visit.type.id, via: Visit.household.key, for: doors)
        }
        let open = try openMatters(at: doors)
        for place in places {
            let door = rows[place].household.id
            rows[place].lastVisit = last[door]?.id
            rows[place].lastValues = last[door]?.values
            rows[place].open = open[door] ?? []
        }
    }

    /// Brings the sheet that is remembered up to date with a visit: the door it is at, and the one where it was before.
    func refreshSheet(after visit: Record) {
        guard var sheet = memo.sheet else { return }
        memo.sheet = nil
        let door = visit.values[Visit.household]
        let places = sheet.rows.indices.filter { place in
            let row = sheet.rows[place]
            return row.household.id == door || row.lastVisit == visit.id
                || row.open.contains { $0.visit == visit.id }
        }
        guard (try? readVisits(of: &sheet.rows, at: places)) != nil else { return }
        memo.sheet = sheet
    }

    /// What a household raised and is still waiting for, the newest first.
    ///
    /// - Parameter household: the household.
    /// - Returns: the open matters.
    /// - Throws: ``DeskError``.
    public func openMatters(at household: RecordID) throws(DeskError) -> [OpenMatter] {
        try openMatters(at: [household])[household] ?? []
    }

    private func openMatters(at households: [RecordID]) throws(DeskError) -> [RecordID: [OpenMatter]] {
        guard isOpen(Visit.type.id) else { return [:] }
        let fields = FieldSelection(Visit.date.key, tables: Visit.raised.key)
        let undone = RaisedState.allCases.filter { $0 != .done }.map(\.stored)
        let query = ListQuery(
            Visit.type.id, where: [.oneOf("\(Visit.raised.key)/\(Visit.raisedState.key)", undone)])
        let found = try indexed { () throws(IndexError) in
            try index.values(of: fields, referringTo: households, via: Visit.household.key, in: query)
        }
        return found.mapValues { visits in
            visits.flatMap { visit, values in
                values.rows(of: Visit.raised)
                    .filter { values[Visit.raisedState, $0, of: Visit.raised] != .done }
                    .map { row in
                        OpenMatter(
                            visit: visit, row: row, text: values[Visit.raisedText, row, of: Visit.raised] ?? "",
                            day: values[Visit.date], promised: values[Visit.raisedPromised, row, of: Visit.raised])
                    }
            }
        }
    }

    /// Marks something a household raised as done.
    ///
    /// - Parameter matter: what was raised.
    /// - Throws: ``DeskError``.
    public func settle(_ matter: OpenMatter) throws(DeskError) {
        let visit = try record(matter.visit)
        var values = visit.values
        values[Visit.raisedState, matter.row, of: Visit.raised] = .done
        values[Visit.raisedDone, matter.row, of: Visit.raised] = today
        try save(values, of: Visit.type, base: visit)
    }

    /// Records a visit with one key: an outcome, and a sentence if one was typed.
    ///
    /// - Parameters:
    ///   - household: the household.
    ///   - outcome: what came of it.
    ///   - notes: the sentence; empty for none.
    ///   - day: the day, when it is not the sticky one.
    ///   - nextDate: the day that was agreed instead.
    /// - Returns: the visit.
    /// - Throws: ``DeskError``.
    @discardableResult
    public func recordVisit(
        at household: RecordID, outcome: VisitOutcome, notes: String = "", day: CalendarDay? = nil,
        nextDate: CalendarDay? = nil
    ) throws(DeskError) -> Record {
        var values = newValues(of: Visit.type)
        values[Visit.household] = household
        values[Visit.outcome] = outcome
        values[Visit.notes] = notes.isEmpty ? nil : notes
        values[Visit.nextDate] = nextDate
        if let day {
            values[Visit.date] = day
            if day != today { values[Visit.start] = nil }
        }
        return try save(values, of: Visit.type)
    }

    /// The record that holds the room's settings.
    public var room: Record? {
        if let known = memo.room { return known.first }
        guard let found = try? index.list(ListQuery(Room.type.id), limit: 1).records else { return nil }
        memo.room = found
        return found.first
    }

    private func metThisMonth() throws(DeskError) -> Dictionary<RecordID, Int>.Keys {
        (try visitTally()?.metThisMonth ?? [:]).keys
    }
}
