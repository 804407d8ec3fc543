import Testing

@Suite("Every door of the desk is watched")
struct DeskDoorsTests {
    private let house = House.here

    /// Public functions that show no record, or only the officer's own words and settings.
    private static let harmless: Set<String> = [
        "access", "isRestricted", "needsReason", "reasonGiven", "type", "newValues", "newRow", "newRowID", "newDraft", "problems",
        "nextCaseNumber", "nextCall", "deadlines", "obstacle", "isEnded", "firstLine", "month", "problem", "officerName", "quota",
        "people", "officers", "signIn", "signOut", "unlock", "lock", "rest", "close", "exists", "open", "create", "createDemo",
        "systemEnvironment", "verify", "addOfficer", "renewKey", "retire", "changePassphrase", "keep", "discard", "audit", "note",
        "takeAuditNotice", "finishSearch", "reveal", "review", "acknowledge", "handOver",
        // These write through save, or what was shown by one of the ways that are walked.
        "recordVisit", "settle", "redo",
    ]

    @Test("a public function of the desk is walked by the access test, or known to show no record")
    func functions() {
        let walk = house.text(of: "Tests/DeskTests/AccessMatrixTests.swift")
        var names: Set<String> = []
        for path in house.files(in: "Sources/Desk", suffix: ".swift") {
            for line in SwiftText(house.text(of: path)).lines {
                guard let start = line.firstRange(of: "public func ") ?? line.firstRange(of: "public static func ") else { continue }
                names.insert(String(line[start.upperBound...].prefix { $0.isLetter || $0.isNumber }))
            }
        }
        #expect(names.count > 60)
        for name in names.sorted() where !Self.harmless.contains(name) {
            #expect(
                walk.contains("desk.\(name)("),
                "\(name): walk it in AccessMatrixTests, or say in harmless why it shows no record")
        }
        #expect(Self.harmless.subtracting(names) == [])
    }
}
