import Testing

@Suite("Every door of the desk is watched")
struct DeskDoorsTests {
    private let house = House.here

    /// Public functions that show no record, or only the officer's own words and settings.
    private static let harmless: Set<String> = [
        "access", "isRestricted", "needsReason", "reasonGiven", "type", "newValues", "newRow", "newRowID", "newDraft",
        "problems",
        "nextCaseNumber", "nextCall", "deadlines", "obstacle", "isEnded", "firstLine", "month", "problem",
        "officerName", "quota",
        "people", "officers", "signIn", "signOut", "unlock", "lock", "rest", "close", "exists", "open", "create",
        "createDemo",
        "systemEnvironment", "verify", "addOfficer", "renewKey", "renewRecoveryCode", "leave", "takeOut",
        "retentionRules", "retire", "changePassphrase", "keep", "discard",
        "audit", "note",
        "takeAuditNotice", "finishSearch", "reveal", "review", "acknowledge", "handOver",
        // Exchange carries sealed segments and names laptops.
        "beginSync", "cancel", "join", "laptops", "needsAdmission", "offered", "step", "sync", "syncPlaces",
        // What is erased was previewed by erasurePlan, what is settled was shown by conflict or inbox.
        "erase", "carryOutErasures", "isDue", "resolve", "merge", "keepApart", "value", "isProvisional",
        "lookForQuestions", "oldDrafts",
        // These write through save, or what was shown by one of the ways that are walked.
        "recordVisit", "settle", "follow", "redo",
    ]

    @Test("a public function of the desk is walked by the access test, or known to show no record")
    func functions() {
        let walk = house.text(of: "Tests/DeskTests/AccessMatrixTests.swift")
        var names: Set<String> = []
        for path in house.files(in: "Sources/Desk", suffix: ".swift") {
            for line in SwiftText(house.text(of: path)).lines {
                guard let start = line.firstRange(of: "public func ") ?? line.firstRange(of: "public static func ")
                else { continue }
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

    @Test("whoever shows masked values has it written down first, on the screen and on the command line")
    func reveals() {
        var handlers = 0
        for path in house.files(in: "Sources/Panes", suffix: ".swift")
            + house.files(in: "Sources/beatbook", suffix: ".swift")
        {
            let text = house.text(of: path)
            if text.contains("case StandardActions.reveal:") || text.contains("case .action(StandardActions.reveal):") {
                handlers += 1
                #expect(text.contains("workspace.reveal("), "\(path)")
            }
            if text.contains("@OptionGroup var reveal: RevealOption") {
                handlers += 1
                #expect(text.contains("desk.reveal("), "\(path)")
            }
        }
        #expect(handlers >= 8)
    }
}
