import Glibc
import TestSupport

/// A sealed notebook of a beat officer and an auxiliary, in a home of its own.
struct SealedRoom {
    static let officer = "苏行简"
    static let passphrase = "老榆树下三只猫"
    static let helper = "陶望舒"
    static let helperPassphrase = "河边的石头很凉"

    let folder: ScratchFolder
    let environment: [String: String]
    /// The file with the officer's passphrase, outside the private folder.
    let file: String
    let helperFile: String

    /// Where the notebook keeps everything.
    var store: String { "\(folder.path)/store" }

    init() throws {
        folder = try ScratchFolder("sealed")
        environment = JourneyEnvironment.make(
            home: folder.path,
            adding: [
                "XDG_DATA_HOME": "\(folder.path)/data", "XDG_CONFIG_HOME": "\(folder.path)/conf",
                "BEATBOOK_STORE": "\(folder.path)/store",
            ])
        file = try folder.write(Array((Self.passphrase + "\n").utf8), to: "first")
        helperFile = try folder.write(Array((Self.helperPassphrase + "\n").utf8), to: "second")
        try run("init", "--room", "榆钱社区警务室", "--officer", Self.officer, "--passphrase-file", file)
        try run(
            ["officers", "add", Self.helper, "--role", "2", "--new-passphrase-file", helperFile] + asOfficer)
    }

    /// What a command of the officer ends with.
    var asOfficer: [String] { ["--officer", Self.officer, "--passphrase-file", file] }
    /// What a command of the auxiliary ends with.
    var asHelper: [String] { ["--officer", Self.helper, "--passphrase-file", helperFile] }

    @discardableResult
    func run(_ arguments: String...) throws -> ToolRun { try run(arguments) }

    /// Runs a command that must succeed.
    @discardableResult
    func run(_ arguments: [String]) throws -> ToolRun {
        let run = try attempt(arguments)
        guard run.ending == .exited(0) else {
            throw JourneyFailure("\(arguments.joined(separator: " ")): \(run.text)\(run.errorText)")
        }
        return run
    }

    /// Runs a command.
    func attempt(_ arguments: [String]) throws -> ToolRun {
        try ToolRun(
            BuiltProduct.path(of: "beatbook"), arguments, environment: environment, folder: folder.path)
    }

    /// Opens the notebook on a terminal.
    func open(_ story: (TerminalSession) throws -> Void) throws {
        try withTerminal(
            BuiltProduct.path(of: "beatbook"), [], environment: environment, folder: folder.path,
            story: story)
    }

    /// Those of some texts that stand in a file of the private folder, or in a file's name, as UTF-8, GB 18030 or
    /// UTF-16 of either order.
    func found(_ needles: [String]) throws -> [String] {
        var result: [String] = []
        for path in try files(in: store) {
            let bytes = try SealedRoom.bytes(of: path)
            for needle in needles {
                let little = needle.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
                let big = needle.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
                let forms = [Array(needle.utf8), little, big, CharsetConversion.bytes(needle, in: .gb18030)].compactMap(
                    \.self)
                if path.dropFirst(folder.path.count).contains(needle)
                    || forms.contains(where: { bytes.holds($0) })
                {
                    result.append("\(needle) in \(path)")
                }
            }
        }
        return result
    }

    /// How many files there are, so that a search of nothing is noticed.
    func files(in directory: String) throws -> [String] {
        let run = try ToolRun("find", [directory, "-type", "f"], environment: environment)
        return run.text.split(separator: "\n").map(String.init)
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        let file = Glibc.open(path, O_RDONLY)
        // It may have been replaced since it was listed.
        guard file >= 0 else { return [] }
        defer { close(file) }
        var result: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(file, &part, part.count)
            guard count > 0 else { return result }
            result += part[..<count]
        }
    }
}
