import Records
import TestSupport

/// A home of its own, in which commands are run as a person would run them.
struct CommandRoom {
    let folder: ScratchFolder
    let program: String
    /// The environment of every command.
    var environment: [String: String]

    /// Makes a home with nothing in it.
    init() throws {
        folder = try ScratchFolder("command")
        program = try BuiltProduct.path(of: "beatbook")
        environment = JourneyEnvironment.make(
            home: folder.path,
            adding: ["XDG_DATA_HOME": "\(folder.path)/data", "XDG_CONFIG_HOME": "\(folder.path)/conf"])
    }

    /// A home with a clear notebook of one officer.
    static func clear() throws -> CommandRoom {
        let room = try CommandRoom()
        try room.run("init", "--clear", "--room", "榆钱社区警务室", "--officer", "苏行简").expect(0)
        return room
    }

    /// A home with the shipped fictional room as its notebook, worked in by its beat officer.
    static func demo(_ options: String...) throws -> CommandRoom {
        var room = try CommandRoom()
        room.environment["BEATBOOK_STORE"] = "\(room.folder.path)/demo"
        try room.run(["demo", "--no-open"] + options).expect(0)
        room.environment["BEATBOOK_OFFICER"] = "苏行简"
        return room
    }

    /// Runs a command.
    @discardableResult
    func run(_ arguments: String...) throws -> CommandAnswer { try run(arguments) }

    /// Runs a command.
    ///
    /// - Parameters:
    ///   - arguments: without the program's name.
    ///   - input: what it reads from standard input.
    ///   - output: where standard output goes instead of to the test.
    /// - Returns: what it answered.
    /// - Throws: `JourneyFailure` when it cannot be run or does not end.
    @discardableResult
    func run(_ arguments: [String], input: [UInt8]? = nil, output: String? = nil) throws -> CommandAnswer {
        guard input != nil || output != nil else {
            return CommandAnswer(try ToolRun(program, arguments, environment: environment, folder: folder.path))
        }
        let file = try folder.write(input ?? [], to: "input")
        let script = "exec \"$0\" \"$@\" < \(file)" + (output.map { " > \($0)" } ?? "")
        return CommandAnswer(
            try ToolRun(
                "/bin/sh", ["-c", script, program] + arguments, environment: environment, folder: folder.path))
    }

    /// Adds a record and gives its name back.
    func add(_ arguments: String...) throws -> String {
        let answer = try run(["add"] + arguments)
        try answer.expect(0)
        return answer.lines.first ?? ""
    }
}
