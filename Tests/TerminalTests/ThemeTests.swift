import Terminal
import Testing
import Themes

@Suite struct ThemeTests {
    /// The luminance of WCAG 2.2 for one of the 256 colours or `#rrggbb`.
    private func luminance(_ number: UInt8?, otherwise hexadecimal: String) -> Double {
        var parts: [Int]
        if let number {
            let (red, green, blue) = PaletteColors.components(of: number)
            parts = [red, green, blue]
        } else {
            let value = Int(hexadecimal.dropFirst(), radix: 16) ?? 0
            parts = [value >> 16, value >> 8 & 255, value & 255]
        }
        let linear = parts.map { part -> Double in
            let value = Double(part) / 255
            // The square stands in for the exponent 2.4 and errs by less than the margins used here.
            return value <= 0.04 ? value / 12.92 : value * value * (0.7 + 0.3 * value)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private func contrast(_ style: ThemeStyle, in theme: Theme) -> Double {
        let front = luminance(
            style.foreground.extended ?? style.foreground.basic, otherwise: theme.pictureForeground)
        let back = luminance(
            style.background.extended ?? style.background.basic, otherwise: theme.pictureBackground)
        return (max(front, back) + 0.05) / (min(front, back) + 0.05)
    }

    @Test(arguments: BuiltInThemes.names) func everyThemeLoadsWithANameInBothLanguages(name: String) throws {
        let theme = try #require(try BuiltInThemes.theme(name))
        #expect(theme.name == name)
        #expect(!theme.zh.isEmpty && !theme.en.isEmpty)
    }

    @Test(arguments: BuiltInThemes.names) func everyRoleCanBeRead(name: String) throws {
        let theme = try #require(try BuiltInThemes.theme(name))
        let least = name == "high-contrast" ? 7.0 : 3.0
        for role in Role.allCases {
            let style = theme[role]
            #expect(style.foreground == .standard || style.foreground != style.background, "\(role.rawValue)")
            if style.foreground.basic != nil {
                #expect(style.foreground.basic != style.background.basic, "\(role.rawValue)")
            }
            // The plain sixteen colours are the officer's own; how they look is not known here.
            if name != "sixteen" {
                let ratio = contrast(style, in: theme)
                #expect(ratio >= least, "\(role.rawValue): \(ratio)")
            }
        }
    }

    @Test(arguments: BuiltInThemes.names) func whatMustBeSeenWithoutColourIs(name: String) throws {
        let theme = try #require(try BuiltInThemes.theme(name))
        func attributes(_ role: Role) -> [Bool] {
            let style = theme[role]
            return [style.isBold, style.isUnderlined, style.isReversed]
        }
        #expect(theme[.selection].isReversed)
        for role in [Role.selection, .tabActive, .fieldFocused, .choice, .match, .markedDifference] {
            #expect(attributes(role) != attributes(.text), "\(role.rawValue)")
        }
        #expect(attributes(.fieldFocused) != attributes(.field))
        #expect(theme[.goal] != theme[.overdue], "an internal goal never looks like a deadline")
    }

    @Test func theMonoThemeHasNoColour() throws {
        let theme = try #require(try BuiltInThemes.theme("mono"))
        for role in Role.allCases {
            #expect(theme[role].foreground == .standard && theme[role].background == .standard)
        }
    }

    @Test func theLightThemeUsesNoBrightColourExceptGrey() throws {
        let theme = try #require(try BuiltInThemes.theme("light"))
        for role in Role.allCases { #expect((theme[role].foreground.basic ?? 0) <= 8, "\(role.rawValue)") }
    }

    private func failure(_ text: String) -> ThemeError? {
        do {
            let file = try ThemeFile(name: "mine", bytes: Array(text.utf8))
            _ = try Theme(file) { (name: String) throws(ThemeError) in try BuiltInThemes.file(name) }
            return nil
        } catch {
            return error
        }
    }

    @Test func anOfficersOwnThemeInheritsTheRest() throws {
        let text = "{zh:'我的',en:'Mine',inherits:'dark',roles:{title:{foreground:'green/40'}}}"
        #expect(failure(text) == nil)
        let file = try ThemeFile(name: "mine", bytes: Array(text.utf8))
        let theme = try Theme(file) { (name: String) throws(ThemeError) in try BuiltInThemes.file(name) }
        #expect(theme[.title] == ThemeStyle(foreground: ThemeColor(basic: 2, extended: 40)))
        #expect(try theme[.error] == BuiltInThemes.theme("dark")?[.error])
    }

    @Test func aMisspeltRoleIsNamedWithItsLine() {
        let error = failure(
            "{\n  // title: no\n  zh: '我', en: 'I', inherits: 'dark',\n  roles: {\n    titel: {},\n  },\n}")
        #expect(error?.line == 5)
        #expect(error?.role == "titel")
        #expect(error?.zh.contains("第 5 行") == true)
    }

    @Test(arguments: ["purple", "bright-purple", "red/256", "red/", "#ff0000", ""])
    func anUnknownColourIsNamedWithItsRoleAndLine(color: String) {
        let error = failure("{zh:'我',en:'I',inherits:'dark',\nroles:{\nerror: {foreground: '\(color)'}}}")
        #expect(error?.line == 3)
        #expect(error?.role == "error")
        #expect(error?.en.contains("\"\(color)\"") == true)
    }

    @Test func misspeltKeysWrongKindsAndMissingNamesAreRefused() {
        let key = failure("{zh:'我',en:'I',inherits:'dark',roles:{\ntitle:{foregroud:'red'}}}")
        #expect(key?.line == 2)
        #expect(key?.role == "title")
        let kind = failure("{zh:'我',en:'I',inherits:'dark',roles:{\ntitle:{bold:'yes'}}}")
        #expect(kind?.role == "title")
        #expect(kind?.line == 2)
        #expect(failure("{en:'I',inherits:'dark',roles:{}}")?.en.contains("\"zh\" is missing") == true)
        #expect(failure("{zh:'我',en:'I',inherits:'dark',\n\nroles:{")?.zh.contains("JSON5") == true)
        #expect(failure("{zh:'我',en:'I',inherits:'dark',picture:{foreground:'red'},roles:{}}") != nil)
    }

    @Test func inheritingNothingOrInACircleIsRefused() {
        #expect(failure("{zh:'我',en:'I',inherits:'none',roles:{}}")?.en.contains("does not exist") == true)
        #expect(failure("{zh:'我',en:'I',inherits:'mine',roles:{}}")?.en.contains("circle") == true)
        #expect(failure("{zh:'我',en:'I',roles:{text:{}}}")?.role != nil)
    }

    @Test(arguments: [
        ("{\n  zh: '我',\n  en 'I',\n}", 3), ("{\n\n roles: {", 3), ("{ zh: '我\n', en: 'I' }", 1), ("", 1),
        ("{/* a\n */ zh: '\\'', // }\n en: [1, 2,], }\n}", 4), ("{a: 1 b: 2}", 1),
    ])
    func aMalformedFileNamesTheLine(text: String, line: Int) {
        #expect(failure(text)?.line == line)
    }
}
