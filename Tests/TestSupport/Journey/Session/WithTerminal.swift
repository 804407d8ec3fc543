import Glibc

/// Runs a story in front of a program, and leaves nothing running behind, however the story ends.
///
/// - Parameters:
///   - program: a path or a name.
///   - arguments: without the program's own name.
///   - environment: all of it; see `JourneyEnvironment`.
///   - size: of the terminal.
///   - charset: what the terminal speaks.
///   - folder: the working directory.
///   - story: what the person does and sees.
/// - Returns: what the story returns.
/// - Throws: what the story throws; an error that is no `JourneyFailure` is printed with the screen before.
@discardableResult
package func withTerminal<Result>(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    size: TerminalSize = .standard, charset: TerminalCharset = .utf8, folder: String? = nil,
    story: (TerminalSession) throws -> Result
) throws -> Result {
    let session = try TerminalSession(
        program, arguments, environment: environment, size: size, charset: charset, folder: folder)
    defer { session.close() }
    do {
        return try story(session)
    } catch let failure as JourneyFailure {
        throw failure
    } catch {
        // #require throws its own error, which knows nothing of the screen.
        let text = session.failure("the story ended with: \(error)").description + "\n"
        _ = write(2, text, text.utf8.count)
        throw error
    }
}
