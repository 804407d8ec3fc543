import Terminal
import TestSupport
import Testing

@Suite struct ScreenTests {
    @Test func aRecordingScreenPlaysItsScriptAndKeepsFrames() {
        let screen = RecordingScreen()
        screen.press("Ctrl-N", "走访", "Enter")
        screen.resize(rows: 1, columns: 1)
        #expect(screen.nextEvent(timeoutMilliseconds: nil) == .key(.control("n")))
        #expect(screen.nextEvent(timeoutMilliseconds: nil) == .key(.character("走")))
        #expect(screen.nextEvent(timeoutMilliseconds: nil) == .key(.character("访")))
        #expect(screen.nextEvent(timeoutMilliseconds: nil) == .key(.enter))
        #expect(screen.nextEvent(timeoutMilliseconds: nil) == .resize(Size(rows: 1, columns: 1)))
        #expect(screen.size == Size(rows: 1, columns: 1))
        #expect(screen.nextEvent(timeoutMilliseconds: 10) == .timeout)
        screen.waker.wake()
        screen.waker.wake()
        #expect(screen.nextEvent(timeoutMilliseconds: 10) == .wake)
        #expect(screen.nextEvent(timeoutMilliseconds: nil) == .hangup)
        screen.present(Canvas(size: screen.size))
        #expect(screen.frames.count == 1)
    }

    @Test func withoutATerminalTheScreenSaysSoInBothLanguages() {
        // Tests run with their input or output redirected; where they are not, there is nothing to refuse.
        let errors: [ScreenError] = [
            .notATerminal, .unknownTerminal("abc"), .terminalTooSimple("dumb"), .unsupportedCharset("ISO-8859-1"),
            .missingLocale("zh_CN.UTF-8"), .missingConversion,
        ]
        for error in errors {
            #expect(error.zh.hasSuffix("。") && error.en.hasSuffix("."))
            #expect(error.zh != error.en)
        }
        #expect(ScreenError.unsupportedCharset("GBK").zh.contains("GBK"))
    }

    @Test(arguments: [("UTF-8", Charset.utf8), ("utf8", .utf8), ("GB18030", .gb18030), ("gb18030", .gb18030)])
    func localeEncodingsAreRecognised(name: String, charset: Charset) {
        #expect(Charset(codeset: name) == charset)
    }

    @Test(arguments: ["GBK", "GB2312", "ANSI_X3.4-1968", "ISO-8859-1", "BIG5", ""])
    func otherEncodingsAreRefused(name: String) {
        #expect(Charset(codeset: name) == nil)
    }

    @Test func theEnvironmentDecidesColourDelayAndLocale() {
        let plain = TerminalEnvironment([:])
        #expect(plain.escapeDelay == .milliseconds(25))
        #expect(!plain.isColorRefused)
        #expect(plain.locale == "C")
        let set = TerminalEnvironment(["ESCDELAY": "200", "NO_COLOR": "1", "LANG": "a", "LC_ALL": "b", "TERM": "linux"])
        #expect(set.escapeDelay == .milliseconds(200))
        #expect(set.isColorRefused)
        #expect(set.locale == "b")
        #expect(set.terminal == "linux")
        #expect(!TerminalEnvironment(["NO_COLOR": ""]).isColorRefused)
        #expect(TerminalEnvironment(["ESCDELAY": "-3"]).escapeDelay == .milliseconds(25))
    }
}
