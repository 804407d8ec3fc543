import TestSupport

/// A small ncurses program in Python with a Chinese list, a line, colours and a field, to try the harness on.
enum SampleProgram {
    /// Why it cannot run here.
    static let absence = "python3 with its curses module is not installed: no ncurses program to try the harness on"
    /// Whether it can.
    static let canRun: Bool = {
        let run = try? ToolRun(
            "/usr/bin/python3", ["-c", "import curses"], environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
        return run?.ending == .exited(0)
    }()
    /// The interpreter: the system's, so that its curses is the system's ncurses.
    static let interpreter = "/usr/bin/python3"

    /// Keys: arrows move, F2 ends, Esc writes ␛, `!` overwrites half a glyph on purpose, text goes to the field.
    static let source = #"""
        import curses, sys, locale
        locale.setlocale(locale.LC_ALL, "")
        NAMES = ["单翠萍", "解大勇", "区文谦", "万俟雪", "𠮷田悦", "张伟", "Ann"]
        def say(text):
            sys.stdout.write(text)
            sys.stdout.flush()
        def main(s):
            curses.use_default_colors()
            curses.init_pair(1, curses.COLOR_RED, -1)
            curses.init_pair(2, 208, 17)
            chosen, note = 0, ""
            say("\x1b[?2004h")
            while True:
                s.erase()
                rows, columns = s.getmaxyx()
                s.addstr(0, 0, f"走访 {columns}x{rows}", curses.A_BOLD)
                for i, name in enumerate(NAMES):
                    if 2 + i < rows - 1:
                        s.addstr(2 + i, 1, ("* " if i == chosen else "  ") + f"{501 + i} {name}",
                                 curses.A_REVERSE if i == chosen else curses.color_pair(1 if i == 2 else 0))
                if rows > 13:
                    s.hline(10, 0, curses.ACS_HLINE, columns // 2)
                    s.addch(10, columns // 2, curses.ACS_RTEE)
                    s.addstr(11, 0, "目标", curses.color_pair(2))
                    s.addstr(12, 0, "记要：" + note)
                s.refresh()
                k = s.get_wch()
                if k == curses.KEY_DOWN: chosen = min(chosen + 1, len(NAMES) - 1)
                elif k == curses.KEY_UP: chosen = max(chosen - 1, 0)
                elif k == curses.KEY_F2: return
                elif k == "\x1b": note += "␛"
                elif k == "!": say("\x1b[15;2H中\x1b[15;3Hx")
                elif isinstance(k, str): note += k.replace("\n", "⏎")
        import os
        os.environ.setdefault("ESCDELAY", "25")
        curses.wrapper(main)
        """#
}
