import Casework
import Desk
import Records
import Store
import TestSupport
import Testing

@Suite struct DeskTests {
    @Test func x() throws {
        let environment = SystemEnvironment.environment()
        let path = "/tmp/x/desk-\(UInt64.random(in: 0...UInt64.max))"
        let clock = ContinuousClock()
        var t = clock.now
        let desk = try Desk.createDemo(at: path, environment: environment)
        print("create", clock.now - t); t = clock.now
        print(desk.people(), desk.opening)
        let person = try #require(desk.people().first)
        try desk.signIn(person.id)
        let board = try desk.todayBoard()
        print("board", clock.now - t); t = clock.now
        for i in board.tasks.waiting + board.tasks.today + board.tasks.goals { print(i.kind.zh, i.what.zh, i.basis.zh, i.state(on: desk.today).zh) }
        print(board.tasks.followupLine ?? "-", board.quota, board.unvisited, board.done, board.notes)
        for b in try desk.blocks() { print(b) }
        for b in try desk.blocks().prefix(3) { for r in try desk.sheet(of: b.name) { print(desk.title(of: r.household), r.lastVisit.map { desk.title(of: $0) } ?? "-", r.isVisitedThisMonth, r.open.map(\.text)) } }
        for g in try desk.search("scp") { for h in g.hits { print(g.type, desk.title(of: h.record), h.path ?? "-") } }
        desk.close()
        t = clock.now
        let again = try Desk.open(at: path, environment: environment)
        print("open", clock.now - t, again.opening)
        #expect(again.people() == desk.people())
    }
}
