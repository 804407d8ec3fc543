import Glibc

/// A Chinese locale built for the tests, so that none needs to be installed on the machine.
package struct BuiltLocale: Sendable {
    /// What terminals in this locale speak.
    package let charset: TerminalCharset
    /// What to add to a program's environment.
    package let environment: [String: String]

    /// zh_CN.GB18030, or why it cannot be built here.
    package static let gb18030 = build(.gb18030)
    /// zh_CN.UTF-8, or why it cannot be built here.
    package static let utf8 = build(.utf8)

    /// The locale of a charset.
    ///
    /// - Parameter charset: either.
    /// - Returns: built once in each test run.
    package static func of(_ charset: TerminalCharset) -> Result<BuiltLocale, JourneyFailure> {
        charset == .utf8 ? utf8 : gb18030
    }

    /// Whether both locales can be built: localedef and the sources of Debian's package `locales` are there.
    package static var canBuild: Bool {
        ToolRun.path(of: "localedef") != nil && access("/usr/share/i18n/locales/zh_CN", R_OK) == 0
            && access("/usr/share/i18n/charmaps/GB18030.gz", R_OK) == 0
    }

    // Kept until the process ends: a locale takes a second to build.
    private static let folder: Result<ScratchFolder, JourneyFailure> = {
        do throws(JourneyFailure) {
            let folder = try ScratchFolder("locales")
            atexit { if case .success(let folder) = BuiltLocale.folder { ScratchFolder.remove(folder.path) } }
            return .success(folder)
        } catch {
            return .failure(error)
        }
    }()

    private static func build(_ charset: TerminalCharset) -> Result<BuiltLocale, JourneyFailure> {
        guard canBuild else { return .failure(JourneyFailure("no locale sources: install the package “locales”")) }
        do throws(JourneyFailure) {
            let folder = try folder.get().path
            let name = "zh_CN.\(charset.rawValue)"
            // localedef has a status of 1 for mere warnings, so the result is looked at instead.
            let run = try ToolRun(
                "localedef", ["--no-archive", "-i", "zh_CN", "-f", charset.rawValue, "\(folder)/\(name)"],
                environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"])
            guard access("\(folder)/\(name)/LC_CTYPE", R_OK) == 0 else {
                return .failure(JourneyFailure("localedef built no \(name): \(run.errorText)"))
            }
            return .success(BuiltLocale(charset: charset, environment: ["LOCPATH": folder, "LC_ALL": name]))
        } catch {
            return .failure(error)
        }
    }
}
