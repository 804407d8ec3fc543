import Glibc
import Records
import TestSupport

/// A home with the fictional police room as its notebook, and a building of twelve households nobody has visited yet.
///
/// The shipped samples move with the calendar, so the stories count on nothing in them but the officers.
struct PoliceRoom {
    let folder: ScratchFolder
    let setting: Setting
    /// The environment of the program and of the commands.
    let environment: [String: String]

    /// The officer the stories are about, the first who is asked for.
    static let officer = "苏行简"
    /// The building that is added to the samples.
    static let building = "新枫里1号楼"
    /// Its doors and who lives there.
    static let doors: [(room: String, head: String)] = [
        ("101", "尉迟安"), ("102", "仇佩兰"), ("201", "乐嘉禾"), ("202", "查继白"), ("301", "区思远"), ("302", "曾念慈"), ("401", "单立群"),
        ("402", "解知秋"), ("501", "任我行"), ("502", "盖叫天"), ("601", "𠮷野静"), ("602", "龘文海"),
    ]

    /// Makes a room of its own.
    ///
    /// - Parameter setting: what the officer sits in front of.
    /// - Throws: `JourneyFailure` when it cannot be made.
    init(_ setting: Setting = .standard) throws {
        self.setting = setting
        let template = try Self.template.get().path
        folder = try ScratchFolder("room")
        environment = try Self.makeEnvironment(folder.path, setting)
        let copy = try ToolRun("cp", ["-a", "\(template)/.", folder.path], environment: environment)
        guard copy.ending == .exited(0) else { throw JourneyFailure("cp: \(copy.errorText)") }
        // The notebook sees that it was copied and says so once, to be read before anything else: here to a command.
        let settled = try ToolRun(
            BuiltProduct.path(of: "beatbook"), ["list", "officer"], environment: environment, folder: folder.path)
        guard settled.ending == .exited(0) else { throw JourneyFailure("list: \(settled.errorText)") }
        if let theme = setting.theme {
            _ = try ToolRun("mkdir", ["-p", "\(folder.path)/conf/beatbook"], environment: environment)
            try folder.write(Array(#"{"theme":"\#(theme)"}"#.utf8), to: "conf/beatbook/settings.json")
        }
    }

    private static func makeEnvironment(_ home: String, _ setting: Setting) throws -> [String: String] {
        var variables = [
            "XDG_DATA_HOME": "\(home)/data", "XDG_CONFIG_HOME": "\(home)/conf", "BEATBOOK_STORE": "\(home)/demo",
            "BEATBOOK_OFFICER": officer,
        ]
        variables.merge(setting.variables) { $1 }
        let locale = setting.charset == .utf8 ? nil : try BuiltLocale.of(setting.charset).get()
        return JourneyEnvironment.make(home: home, locale: locale, adding: variables)
    }

    // Made once in each test run and copied: inventing the room takes longer than most stories.
    private static let template: Result<ScratchFolder, any Error> = Result {
        let folder = try ScratchFolder("template")
        let environment = try makeEnvironment(folder.path, .standard)
        let program = try BuiltProduct.path(of: "beatbook")
        let lines = doors.map {
            #"{"address":"\#(building)1单元\#($0.room)室","head":"\#($0.head)","people":2}"# + "\n"
        }
        let file = try folder.write(Array(lines.joined().utf8), to: "households")
        for script in ["demo --no-open", "add household - <\(file)"] {
            let run = try ToolRun(
                "/bin/sh", ["-c", "exec \"$0\" \(script)", program], environment: environment, folder: folder.path)
            guard run.ending == .exited(0) else { throw JourneyFailure("\(script): \(run.text)\(run.errorText)") }
        }
        atexit { PoliceRoom.removeTemplate() }
        return folder
    }

    private static func removeTemplate() {
        if case .success(let folder) = template { ScratchFolder.remove(folder.path) }
    }

    // MARK: The program

    /// Sits down at the notebook.
    ///
    /// - Parameter story: what the officer does and sees.
    /// - Returns: what the story returns.
    /// - Throws: what the story throws.
    @discardableResult
    func open<Result>(_ story: (Officer) throws -> Result) throws -> Result {
        try withTerminal(
            BuiltProduct.path(of: "beatbook"), [], environment: environment, size: setting.size,
            charset: setting.charset, folder: folder.path
        ) { terminal in
            try story(Officer(room: self, terminal: terminal))
        }
    }

    // MARK: What is stored

    /// Runs a command.
    ///
    /// - Parameter arguments: without the program's name.
    /// - Returns: how it went.
    /// - Throws: `JourneyFailure` when it cannot be run.
    func run(_ arguments: String...) throws -> ToolRun {
        var plain = environment
        plain["LC_ALL"] = "C.UTF-8"
        return try ToolRun(BuiltProduct.path(of: "beatbook"), arguments, environment: plain, folder: folder.path)
    }

    /// The records of a type, by `beatbook list --json`.
    ///
    /// - Parameters:
    ///   - type: its name.
    ///   - condition: `field=value`.
    /// - Returns: the objects; none when nothing matches.
    /// - Throws: `JourneyFailure` when the command fails.
    func list(_ type: String, where condition: String? = nil) throws -> [Value] {
        let program = try BuiltProduct.path(of: "beatbook")
        var plain = environment
        plain["LC_ALL"] = "C.UTF-8"
        let run = try ToolRun(
            program, ["list", type, "--json", "--limit", "5000"] + (condition.map { ["--where", $0] } ?? []),
            environment: plain, folder: folder.path)
        if run.ending == .exited(1), run.output.isEmpty { return [] }
        guard run.ending == .exited(0) else { throw JourneyFailure("list \(type): \(run.text)\(run.errorText)") }
        return try run.output.split(separator: UInt8(ascii: "\n")).map { try JSONReader.value(of: $0) }
    }

    /// The record of an identity, by `beatbook show --json`.
    ///
    /// - Parameter id: identity or number.
    /// - Returns: the object.
    /// - Throws: `JourneyFailure` when there is none.
    func show(_ id: String) throws -> Value {
        let run = try run("show", id, "--json")
        guard run.ending == .exited(0) else { throw JourneyFailure("show \(id): \(run.text)\(run.errorText)") }
        return try JSONReader.value(of: run.output)
    }

    /// The visits recorded at the households of the added building, by room.
    ///
    /// - Returns: the visits of each room, none for a room without.
    /// - Throws: `JourneyFailure` when a command fails.
    func visits() throws -> [String: [Value]] {
        let households = try list("household", where: "estate=新枫里")
        let rooms = Dictionary(
            households.compactMap { household -> (String, String)? in
                guard let id = household["id"]?.text, let room = household["values"]?["room"]?.text else { return nil }
                return (id, room)
            }, uniquingKeysWith: { first, _ in first })
        var result: [String: [Value]] = [:]
        for visit in try list("visit") {
            guard let household = visit["values"]?["household"]?.text, let room = rooms[household] else { continue }
            result[String(room.prefix { $0.isNumber }), default: []].append(visit)
        }
        return result
    }
}
