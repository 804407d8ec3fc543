import Records
import TestSupport
import Testing

@Suite("Nothing is lost when the program is killed")
struct KillStories {
    /// What is known to be stored, from what the officer saw.
    private struct Known {
        /// Sentences that the screen said were saved.
        var saved: [String] = []
        /// How many visits there were, and are at least.
        var visits = 0
    }

    @Test("at any moment in the list, in a half-typed note or during a save, what was seen to be saved is there")
    func kills() throws {
        let room = try PoliceRoom()
        var random = SeededGenerator(seed: 20_261_121)
        var known = Known()
        known.visits = try room.list("visit").count
        for round in 0..<LongRun.kills {
            switch round % 3 {
            case 0: try killInTheList(room, &known, &random)
            case 1: try killInANote(room, &known, round, &random)
            default: try killWhileSaving(room, &known, round, &random)
            }
            let visits = try room.list("visit")
            let notes = Set(visits.compactMap { $0["values"]?["notes"]?.text })
            #expect(known.saved.filter { !notes.contains($0) } == [], "round \(round)")
            #expect(visits.count >= known.visits, "round \(round)")
            known.visits = visits.count
        }
        #expect(try room.run("verify").ending == .exited(0))
    }

    private func killInTheList(
        _ room: PoliceRoom, _ known: inout Known, _ random: inout SeededGenerator
    ) throws {
        let moves = (0..<30).map { _ in ["<Down>", "1", "<Up>", "<Down>"].randomElement(using: &random) ?? "" }
        let moment = Int.random(in: 0...250, using: &random)
        let before = known.visits
        known.visits += try room.open { officer in
            try officer.signIn()
            try officer.pane(2)
            try officer.type(PoliceRoom.building)
            try officer.see("尉迟安")
            try officer.press("<Enter>")
            try officer.terminal.send(moves.joined())
            officer.kill(after: moment)
            return officer.screen.text.count { $0.contains("✓") }
        }
        #expect(known.visits >= before)
    }

    private func killInANote(
        _ room: PoliceRoom, _ known: inout Known, _ round: Int, _ random: inout SeededGenerator
    ) throws {
        let kept = "第\(round)次：区思远说楼道灯不亮，"
        let moment = Int.random(in: 0...60, using: &random)
        let waits = Bool.random(using: &random)
        try room.open { officer in
            try officer.signIn()
            try officer.openVisit(at: "qsy", of: "区思远")
            try officer.type(kept)
            // Two seconds without a key, or going on to another field, put it on the disk.
            if waits { try officer.see("草稿已存") } else { try officer.press("<C-End><Tab><S-Tab>") }
            try officer.terminal.send("<C-End>答应明天上午带电工来看，")
            officer.kill(after: moment)
        }
        // It is offered with its first words; to go on with it shows it, and it can be saved.
        try room.open { officer in
            try officer.signIn()
            try officer.see("有 1 份草稿")
            try officer.see(kept)
            try officer.press("1")
            try officer.see("新走访")
            try officer.see(kept)
            try officer.press("<F2>")
            try officer.see("已保存")
            try officer.quit()
        }
        let notes = try room.list("visit").compactMap { $0["values"]?["notes"]?.text }
        let note = try #require(notes.first { $0.hasPrefix(kept) }, "round \(round)")
        known.saved.append(note)
    }

    private func killWhileSaving(
        _ room: PoliceRoom, _ known: inout Known, _ round: Int, _ random: inout SeededGenerator
    ) throws {
        let text = "第\(round)次：查继白家的水表坏了，已报自来水公司。"
        let moment = Int.random(in: 0...60, using: &random)
        let wasSeen = try room.open { officer in
            try officer.signIn()
            try officer.openVisit(at: "cjb", of: "查继白")
            try officer.type(text)
            try officer.press("<S-Tab><Tab>")
            try officer.terminal.send("<F2>")
            officer.kill(after: moment)
            return officer.screen.contains("已保存")
        }
        let isStored = try room.list("visit").contains { $0["values"]?["notes"]?.text == text }
        if wasSeen { #expect(isStored, "round \(round): it said so") }
        if isStored { known.saved.append(text) }
        // Stored or offered, or both when it was killed between the two; never neither.
        try room.open { officer in
            try officer.signIn()
            let isOffered = officer.screen.contains("有 1 份草稿")
            #expect(isStored || isOffered, "round \(round)")
            if isOffered {
                try officer.see("第\(round)次：查继白")
                try officer.press("3")
                try officer.see("扔掉以后找不回来")
                try officer.press("2")
                try officer.see("草稿已扔掉")
            }
            try officer.quit()
        }
    }
}

extension Officer {
    /// Kills the program with SIGKILL.
    ///
    /// - Parameter milliseconds: for how long it goes on first, read from all the while.
    fileprivate func kill(after milliseconds: Int) {
        terminal.watch(milliseconds: milliseconds)
        terminal.signal(.kill)
        _ = try? terminal.waitForExit()
    }
}
