/// What ncurses 6.4 wrote for `SampleProgram` on 44×16, recorded once: the first frame, then Down, then 区x typed.
///
/// So the emulator is tried on ncurses' own ways (line drawing, repeats, erasures) where Python is not installed.
enum RecordedStreams {
    /// By the kind of terminal (TERM).
    static let frames: [(terminal: String, bytes: [String])] = [
        (
            "xterm-256color",
            [
                "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[1;16r\u{1B}(B\u{1B}[m\u{1B}[4l\u{1B}[?7h\u{1B}[?1h"
                    + "\u{1B}=\u{1B}[?2004h\u{1B}[39;49m\u{1B}[39;49m\u{1B}(B\u{1B}[m\u{1B}[H\u{1B}[2J\u{1B}("
                    + "B\u{1B}[0;1m走访 44x16\u{1B}[3;2H\u{1B}(B\u{1B}[0;7m* 501 单翠萍\u{1B}[4;4H\u{1B}(B"
                    + "\u{1B}[m502 解大勇\r\u{1B}[5d \u{1B}[31m  503 区文谦\u{1B}[6;4H\u{1B}[39m\u{1B}(B"
                    + "\u{1B}[m504 万俟雪\u{1B}[7;4H505 𠮷田悦\u{1B}[8;4H506 张伟\u{1B}[9;4H507 Ann\r\u{1B}[1"
                    + "1d\u{1B}(0\u{1B}[0mqqqqqqqqqqqqqqqqqqqqqqu\u{1B}(B\r\u{1B}[12d\u{1B}(0\u{1B}[0m\u{1B}("
                    + "B\u{1B}[0m\u{1B}[38;5;208m\u{1B}[48;5;17m目标\r\u{1B}[13d\u{1B}[39;49m\u{1B}(B\u{1B}[m"
                    + "记要：",
                "\r\u{1B}[3d   501 单翠萍\r\u{1B}[4d \u{1B}(B\u{1B}[0;7m* 502 解大勇\u{1B}[13;7H\u{1B}("
                    + "B\u{1B}[m",
                "区x",
            ]
        ),
        (
            "screen-256color",
            [
                "\u{1B}(B\u{1B})0\u{1B}[?1049h\u{1B}[1;16r\u{1B}[m\u{F}\u{1B}[4l\u{1B}[?1h\u{1B}=\u{1B}"
                    + "[?2004h\u{1B}[39;49m\u{1B}[39;49m\u{1B}[m\u{F}\u{1B}[H\u{1B}[J\u{1B}[0;1m\u{F}走访 44x"
                    + "16\u{1B}[3;2H\u{1B}[0;7m\u{F}* 501 单翠萍\u{1B}[4;4H\u{1B}[m\u{F}502 解大勇\r\u{1B}[5d"
                    + " \u{1B}[31m  503 区文谦\u{1B}[6;4H\u{1B}[39m\u{1B}[m\u{F}504 万俟雪\u{1B}[7;4H505 𠮷田"
                    + "悦\u{1B}[8;4H506 张伟\u{1B}[9;4H507 Ann\r\u{1B}[11d──────────────────────┤\r\u{1B}[12d"
                    + "\u{1B}[38;5;208m\u{1B}[48;5;17m目标\r\u{1B}[13d\u{1B}[39;49m\u{1B}[m\u{F}记要：",
                "\r\u{1B}[3d   501 单翠萍\r\u{1B}[4d \u{1B}[0;7m\u{F}* 502 解大勇\u{1B}[13;7H\u{1B}[m"
                    + "\u{F}",
                "区x",
            ]
        ),
    ]
}
