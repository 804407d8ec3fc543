import Foundation
import Testing

@Suite("The house is built as planned")
struct HouseTests {
    private let house = House.here

    /// Imports that are not in the plan, as "path: module".
    static func badImports(_ path: String, _ source: String) -> [String] {
        guard let room = Rooms.plan[House.room(of: path)] else { return ["\(path): no such room in the plan"] }
        return SwiftText(source).imports.filter { !room.allowed.contains($0) }.map { "\(path): \($0)" }
    }

    /// Words that stand in the code of a file, as "path:line: word".
    static func uses(of words: [String], _ path: String, _ source: String) -> [String] {
        SwiftText(source).lines.enumerated().flatMap { index, line in
            words.filter { contains($0, line) }.map { "\(path):\(index + 1): \($0)" }
        }
    }

    /// Whether a word stands in a line and is not the tail or the head of a longer name.
    private static func contains(_ word: String, _ line: String) -> Bool {
        func isName(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
        var rest = line[...]
        while let hit = rest.range(of: word) {
            let before = line[..<hit.lowerBound].last
            let after = line[hit.upperBound...].first
            let startsName = word.first.map(isName) ?? false
            let endsName = word.last.map(isName) ?? false
            if !(startsName && before.map(isName) ?? false), !(endsName && after.map(isName) ?? false) { return true }
            rest = line[hit.upperBound...]
        }
        return false
    }

    @Test("every import is an arrow of the plan")
    func imports() {
        let files = house.product
        #expect(files.count > 20)
        for path in files {
            #expect(Self.badImports(path, house.text(of: path)) == [])
        }
    }

    @Test(
        "an arrow that is not in the plan is found, however it is written",
        arguments: [
            "import GRDB", "public import Terminal", "@testable import Store", "@_exported public import CNcurses",
            "import struct Foundation.Date", "  import   Desk", "/* so */ import Panes", "let a = 1; import Glibc",
            "#if os(Linux)\nimport Glibc\n#endif", "let text = \"//\"\nimport Foundation",
        ])
    func plantedImport(source: String) {
        #expect(Self.badImports("Sources/Records/Planted.swift", source).count == 1)
    }

    @Test(
        "what only looks like an import is not taken for one",
        arguments: [
            "// import GRDB", "/* import GRDB /* */ import GRDB */", "let text = \"import GRDB\"",
            "let text = \"\"\"\n    import GRDB\n    \"\"\"", "let text = #\"\"import GRDB\"#", "let import1 = GRDB",
        ])
    func noImport(source: String) {
        #expect(Self.badImports("Sources/Records/Planted.swift", source) == [])
    }

    @Test("a room that is not in the plan is found")
    func unknownRoom() {
        #expect(Self.badImports("Sources/Attic/Box.swift", "").count == 1)
        #expect(Self.badImports("Sources/Store/Files/Box.swift", "import Records").isEmpty)
    }

    @Test("core rooms take no time, randomness or files from outside, and wait for nothing")
    func outside() {
        let files = house.product.filter { Rooms.core.contains(House.room(of: $0)) && !Rooms.isTheOutside($0) }
        #expect(!files.isEmpty)
        for path in files {
            #expect(Self.uses(of: Rooms.outside, path, house.text(of: path)) == [])
        }
        let planted = "let day = Date() // Date.now\nlet id = RecordUUID()\nfunc load() async {}\nlet asynchronous = 1"
        #expect(Self.uses(of: Rooms.outside, "a", planted) == ["a:1: Date(", "a:3: async"])
    }

    @Test("nothing in the product ends the program on purpose")
    func abrupt() {
        for path in house.product {
            #expect(Self.uses(of: Rooms.abrupt, path, house.text(of: path)) == [])
        }
        let planted = "let a = try! b()\nlet c = d as! E\nfatalError(\"f\")\nlet text = \"try!\""
        #expect(Self.uses(of: Rooms.abrupt, "a", planted).count == 3)
    }

    @Test("at the top lie only the manifest, Sources, Tests, Themes, the README and dot-files")
    func topLevel() {
        // Package.resolved is SwiftPM's own record of the exact versions.
        let known: Set = ["Package.swift", "Package.resolved", "Sources", "Tests", "Themes", "README.md"]
        let top = house.topLevel
        #expect(top.contains("Package.swift"))
        #expect(top.filter { !known.contains($0) && !$0.hasPrefix(".") } == [])
    }

    @Test("no file tells where it was written")
    func machinePaths() {
        // In two pieces, or this file would be the first hit.
        let places = ["/roo" + "t/", "/wor" + "k/", "/tmp/" + "w/", "/opt/" + "swift", "/hom" + "e/", "/Use" + "rs/"]
        let files = house.files(in: "").filter { !$0.hasSuffix(".swp") && $0 != "Package.resolved" }
        #expect(files.contains("Package.swift"))
        for path in files {
            let text = house.text(of: path)
            #expect(places.filter { text.contains($0) } == [], "\(path)")
        }
    }

    @Test("no text of the product sends an officer to a paper of the house")
    func ownWords() {
        for path in house.product {
            for (number, line) in house.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                let code = line.drop { $0 == " " }
                guard !code.hasPrefix("//"), !code.contains("rule: \"RIGHTS") else { continue }
                // A comment behind code, too, names what a text may not.
                let text = code.firstRange(of: " // ").map { code[..<$0.lowerBound] } ?? code
                for paper in ["RIGHTS", "DESIGN", "SCREENS", "domain.md"] {
                    #expect(!text.contains(paper), "\(path):\(number + 1)")
                }
            }
        }
    }

    @Test("files of the product have at most 400 lines, or a reason")
    func length() {
        for path in house.product where Rooms.longFiles[path] == nil {
            #expect(house.text(of: path).count { $0 == "\n" } <= 400, "\(path)")
        }
        for path in Rooms.longFiles.keys {
            #expect(house.text(of: path).count { $0 == "\n" } > 400, "\(path) needs no exception any more")
        }
    }

    @Test("every room of the plan is there")
    func rooms() {
        #expect(Set(house.product.map(House.room(of:))).subtracting(["CNcurses"]) == Set(Rooms.plan.keys))
    }
}
