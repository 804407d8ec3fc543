import Casework
import Desk
import Records
import TestSupport
import Testing

/// Every kind × role × way in, against the one access table (RIGHTS.md rule 4).
///
/// A test of the house sees to it that every public function of the desk either is walked here or is known to show no record.
@Suite("The one access table, walked")
struct AccessMatrixTests {
    typealias Probe = AccessRoom.Probe

    /// A way in: what it gives for a record, as one text in which nothing hidden may stand.
    ///
    /// A refusal is part of what it gives.
    struct Way: Sendable {
        let name: String
        /// Whether a record that may be read must be found this way.
        let finds: @Sendable (Probe) -> Bool
        /// Whether it shows all of a record, with its own line in the audit log.
        var isAudited = false
        let look: @Sendable (Desk, Probe) throws -> Any
    }

    private static let all: @Sendable (Probe) -> Bool = { _ in true }
    private static let none: @Sendable (Probe) -> Bool = { _ in false }

    /// Ways that show nothing but what lists show, also of restricted records.
    static let ways: [Way] = [
        Way(name: "list", finds: all) { desk, probe in
            try desk.list(ListQuery(probe.type), limit: 1000).records
        },
        Way(name: "position", finds: none) { desk, probe in
            try desk.position(of: probe.id, in: ListQuery(probe.type)).map { _ in probe.id.rawValue } ?? ""
        },
        Way(name: "record", finds: all) { desk, probe in try desk.record(probe.id) },
        Way(name: "record with deleted", finds: all) { desk, probe in
            try desk.record(probe.id, includingDeleted: true)
        },
        Way(name: "record by number", finds: { !$0.number.isEmpty }) { desk, probe in
            try desk.record(named: probe.number)
        },
        Way(name: "record by identity", finds: all) { desk, probe in try desk.record(named: probe.id.rawValue) },
        Way(name: "search by number", finds: none) { desk, probe in try desk.search(probe.number) },
        Way(name: "search by words", finds: none) { desk, probe in
            try probe.secrets.map { try desk.search($0).map(\.hits) }
        },
        Way(name: "find by period", finds: none) { desk, _ in
            try desk.find(Desk.FindRequest("", from: desk.today.adding(days: -40), through: desk.today))
        },
        Way(name: "candidates", finds: none) { desk, probe in
            try [""].map { try desk.candidates($0, of: probe.type, limit: 1000) }
                + probe.secrets.map {
                    try desk.candidates($0, of: probe.type)
                }
        },
        Way(name: "groups", finds: none) { desk, probe in
            try ["kind", "officers", "household", "followup", "registered"].map {
                try desk.groups(by: $0, ListQuery(probe.type)).map(\.value).filter { $0.text == probe.id.rawValue }
            }
        },
        Way(name: "latest", finds: none) { desk, probe in
            try desk.latest(
                FollowupEntry.type.id, via: FollowupEntry.followup.key,
                for: [probe.values[FollowupEntry.followup] ?? probe.id])
        },
        Way(name: "referring", finds: none) { desk, probe in
            try [probe.id, probe.values[FollowupEntry.followup]].compactMap(\.self).map {
                try desk.referring(to: $0, types: desk.types.map(\.id))
            }
        },
        Way(name: "entries", finds: none) { desk, probe in
            try desk.entries(of: probe.values[FollowupEntry.followup] ?? probe.id)
        },
        Way(name: "followups", finds: none) { desk, _ in
            try Desk.FollowupScope.allCases.map { try desk.followups($0).map(\.record) }
        },
        Way(name: "deleted", finds: none) { desk, probe in try desk.deleted(probe.type) },
        Way(name: "tasks", finds: none) { desk, _ in try desk.tasks(on: desk.today) },
        Way(name: "todayBoard", finds: none) { desk, _ in try desk.todayBoard() },
        Way(name: "openPromises", finds: none) { desk, _ in try desk.openPromises() },
        Way(name: "handovers", finds: none) { desk, _ in
            [try desk.handovers(since: desk.today), try desk.openHandovers()]
        },
        Way(name: "drafts", finds: none) { desk, _ in try desk.drafts().map(\.values) },
        Way(name: "history", finds: { !$0.isRestricted }) { desk, probe in
            try desk.history(of: probe.id).map { "\(probe.id.rawValue) \($0)" }
        },
        Way(name: "title and words", finds: none) { desk, probe in
            let words = desk.words(showsMasked: true)
            let name = words.text(of: probe.id.stored, in: FollowupEntry.followup.spec)
            // What is not there is named by its identity, as for an identity that is nowhere.
            let title = (try? desk.record(probe.id)).map { desk.title(of: $0) } ?? ""
            return (name == probe.id.rawValue ? "" : name) + title
        },
        Way(name: "estates", finds: none) { desk, _ in try desk.estates() },
        Way(name: "blocks", finds: none) { desk, _ in
            let blocks = try desk.blocks()
            return [blocks.map(\.name), try blocks.map { "\(try desk.sheet(of: $0.name))" }]
        },
        Way(name: "openMatters", finds: none) { desk, probe in try desk.openMatters(at: probe.id) },
        Way(name: "conflicts", finds: none) { desk, probe in
            [
                "\(try desk.conflicts())", "\(try desk.conflicts(in: probe.id))",
                "\(String(describing: try desk.conflict(Conflict.ID(probe.id, FieldPath("kind")))))",
            ]
        },
        Way(name: "inbox", finds: none) { desk, probe in
            [
                "\(try desk.inbox())", "\(try desk.twins())", "\(try desk.numberQuestions())", "\(try desk.strays())",
                "\(try desk.inbox(of: probe.id))",
            ]
        },
        Way(name: "erasurePlan", finds: none) { desk, probe in try desk.erasurePlan(of: [probe.id]).items.map(\.title)
        },
        Way(name: "erasures", finds: none) { desk, _ in try desk.erasures() },
        Way(name: "limited", finds: none) { desk, _ in try desk.limited() },
        Way(name: "retention", finds: none) { desk, probe in
            let end = (try? desk.record(probe.id)).flatMap { desk.retentionEnd(of: $0) }
            return ["\(try desk.retentionDue())", "\(try desk.oldDrafts().map(\.values))", end.map { "\($0)" } ?? ""]
        },
        Way(name: "subjectCandidates", finds: none) { desk, probe in
            try probe.secrets.map { try desk.subjectCandidates($0) }
        },
        Way(name: "subjectFile", finds: none, isAudited: true) { desk, probe in
            try probe.secrets.map { try desk.subjectFile($0, of: [probe.id], purpose: "本人申请").sections }
        },
        Way(name: "auditPage", finds: none) { desk, _ in
            // Whoever may read restricted lines is told identities, never words.
            guard !AccessTable.standard.may(.readRestrictedAudit, as: desk.person?.role ?? .auxiliary) else {
                return ""
            }
            return try desk.auditPage(.init(desk.today...desk.today)).entries.map(\.line.record)
        },
    ]

    @Test(
        "Whoever may not know of a record finds it by no way in, and of restricted ones no way shows the names",
        arguments: [true, false])
    func walk(isSealed: Bool) throws {
        let room = try AccessRoom(isSealed: isSealed)
        try #require(room.probes.count > 30)
        for viewer in room.viewers {
            try room.sit(viewer)
            var visible: [TypeID: Int] = [:]
            for probe in room.probes {
                let isThere = room.access(viewer, probe) >= .read
                if isThere { visible[probe.type, default: 0] += 1 }
                for way in Self.ways {
                    let given = Self.text { try way.look(room.desk, probe) }
                    let place = "\(way.name), \(viewer.testDescription), \(probe.type) \(probe.number)"
                    if isThere, way.finds(probe) {
                        #expect(given.contains(probe.id.rawValue), "\(place)")
                    }
                    if !isThere {
                        #expect(!given.contains(probe.id.rawValue), "\(place)")
                        if !probe.number.isEmpty { #expect(!given.contains(probe.number), "\(place)") }
                    }
                    if !isThere || (probe.isRestricted && !way.isAudited) {
                        for secret in probe.secrets { #expect(!given.contains(secret), "\(place): \(secret)") }
                    }
                }
            }
            for type in room.desk.types where type.id != Officer.type.id && type.id != Room.type.id {
                #expect(
                    try room.desk.count(ListQuery(type.id)) == visible[type.id] ?? 0,
                    "\(viewer.testDescription) \(type.id)")
                #expect(try room.desk.list(ListQuery(type.id), limit: 2).count == visible[type.id] ?? 0)
            }
            #expect(room.desk.conflictCount == 0)
        }
    }

    @Test(
        "A hidden record is answered like one that is nowhere, and cannot be written by anybody who may not",
        arguments: [true, false])
    func writing(isSealed: Bool) throws {
        let room = try AccessRoom(isSealed: isSealed)
        let desk = room.desk
        for viewer in room.viewers {
            try room.sit(viewer)
            for probe in room.probes {
                let access = room.access(viewer, probe)
                let place = "\(viewer.testDescription), \(probe.type) \(probe.number)"
                guard access < .write else { continue }
                if access == .none {
                    func same(_ act: (RecordID) throws -> Any) {
                        let here = Self.text { try act(probe.id) }
                        let nowhere = Self.text { try act(AccessRoom.nowhere) }
                        #expect(here == nowhere, "\(place)")
                    }
                    same { try desk.openRecord($0, reason: "核对") }
                    same { try desk.history(of: $0) }
                    same { try desk.delete($0) }
                    same { try desk.restore($0) }
                    same { try desk.erasurePlan(of: [$0]) }
                    same { try desk.limit($0, basis: "本人申请") }
                    same { try desk.endLimit($0) }
                    same { try desk.subjectFile("单翠萍", of: [$0], purpose: "本人申请") }
                    same { try desk.record(named: $0.rawValue) }
                } else {
                    #expect(throws: DeskError.self, "\(place)") { try desk.delete(probe.id) }
                    #expect(throws: DeskError.self, "\(place)") { try desk.erasurePlan(of: [probe.id]) }
                    #expect(throws: DeskError.self, "\(place)") { try desk.limit(probe.id, basis: "本人申请") }
                }
                let type = try desk.type(probe.type)
                let record = Record(id: probe.id)
                #expect(throws: DeskError.self, "\(place)") { try desk.save(probe.values, of: type, base: record) }
                if let shown = try? desk.record(probe.id) {
                    var values = shown.values
                    values["number"] = .text("X")
                    #expect(throws: DeskError.self, "\(place)") { try desk.save(values, of: type, base: shown) }
                }
            }
            // Nothing of others is taken back by anybody.
            if viewer.id != room.viewers[0].id { #expect(throws: DeskError.self) { try desk.undo() } }
        }
        try room.sit(room.viewers[0])
        for probe in room.probes { #expect(try desk.openRecord(probe.id, reason: "核对").values == probe.values) }
    }

    @Test("Whoever has no key to restricted records has no line that opens one", arguments: OfficerRole.allCases)
    func keys(role: OfficerRole) {
        guard !AccessTable.standard.may(.openRestricted, as: role) else { return }
        for kind in FollowupKind.restricted {
            #expect(AccessTable.standard.widest(role, kind: kind) == .none)
        }
    }

    /// What a way gives, or why it refuses, as one text.
    private static func text(_ look: () throws -> Any) -> String {
        do {
            return flat(try look())
        } catch {
            return "\(error)"
        }
    }

    /// Everything in a value that somebody could read.
    private static func flat(_ value: Any) -> String {
        switch value {
        case let records as [Record]:
            records.map { "\($0.id) \($0.values.paths.map { "\($0)" }) \(texts($0))" }.joined()
        case let record as Record: flat([record])
        default: "\(value)"
        }
    }

    private static func texts(_ record: Record) -> String { "\(record.registers)" }
}
