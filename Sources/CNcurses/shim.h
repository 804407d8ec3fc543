// What Swift cannot import from ncurses and libc: macros, shared mutable globals, per-thread locales.
#ifndef BEATBOOK_CNCURSES_SHIM_H
#define BEATBOOK_CNCURSES_SHIM_H
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <dlfcn.h>
#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>
#include <curses.h>

extern char *tigetstr(const char *capability);

typedef int (*terminal_width_function)(wchar_t);

/// libc's own `wcwidth`, past the one `Terminal` puts in its place for ncurses.
static inline terminal_width_function terminal_libc_wcwidth(void) {
    return (terminal_width_function)dlsym((void *)-1L /* RTLD_NEXT */, "wcwidth");
}

/// Asks libc how many columns each scalar takes in the current locale; 3 stands for "cannot be shown".
static inline int terminal_measure_widths(uint8_t *columns, uint32_t count) {
    terminal_width_function measure = terminal_libc_wcwidth();
    if (!measure) return 0;
    for (uint32_t scalar = 0; scalar < count; scalar++) {
        int width = measure((wchar_t)scalar);
        columns[scalar] = (width < 0 || width > 2) ? 3 : (uint8_t)width;
    }
    return 1;
}

/// Does the same in the C.UTF-8 locale whatever the process's own; returns 0 when libc has no such locale.
static inline int terminal_measure_widths_utf8(uint8_t *columns, uint32_t count) {
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!utf8) return 0;
    locale_t before = uselocale(utf8);
    int measured = terminal_measure_widths(columns, count);
    uselocale(before);
    freelocale(utf8);
    return measured;
}

static inline const char *terminal_codeset(void) { return nl_langinfo(CODESET); }

/// The kernel's idea of the terminal's extent; returns 0 when it has none.
static inline int terminal_window_size(int descriptor, int *rows, int *columns) {
    struct winsize size;
    memset(&size, 0, sizeof size);
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 1;
}

static inline int terminal_open(void) {
    use_env(FALSE);
    use_tioctl(TRUE);
    return newterm(NULL, stdout, stdin) != NULL;
}

/// Takes a part out of one of the terminal's sequences. ncurses hands out the text that it uses itself.
static inline void terminal_drop(const char *capability, const char *part) {
    char *sequence = tigetstr(capability);
    if (!sequence || sequence == (char *)-1) return;
    char *found = strstr(sequence, part);
    if (found) memmove(found, found + strlen(part), strlen(found + strlen(part)) + 1);
}

/// Leaves out what chooses the character set at every change of style: nothing here uses the second one, and it is a tenth
/// of what a step of the cursor sends.
static inline void terminal_keep_character_set(void) {
    terminal_drop("sgr", "%?%p9%t\033(0%e\033(B%;");
    terminal_drop("sgr0", "\033(B");
}

static inline WINDOW *terminal_window(void) { return stdscr; }
static inline int terminal_rows(void) { return getmaxy(stdscr); }
static inline int terminal_columns(void) { return getmaxx(stdscr); }
static inline int terminal_colors(void) { return COLORS; }
static inline int terminal_color_pairs(void) { return COLOR_PAIRS; }
static inline void terminal_repaint_all(void) { clearok(curscr, TRUE); }

/// Whether colours are given as RGB, where the numbers 8–255 are no palette.
static inline int terminal_is_direct_color(void) { return COLORS > 256; }

/// Sets attributes and a colour pair of any number; `COLOR_PAIR` would cut it to eight bits. `alternate` changes nothing
/// that any terminal shows, but makes cells differ for ncurses.
static inline void terminal_set_style(WINDOW *window, int bold, int dim, int underline, int reverse, int alternate, int pair) {
    attr_t attributes = A_NORMAL;
    if (bold) attributes |= A_BOLD;
    if (dim) attributes |= A_DIM;
    if (underline) attributes |= A_UNDERLINE;
    if (reverse) attributes |= A_REVERSE;
    if (alternate) attributes |= WA_LOW;
    wattr_set(window, attributes, (short)(pair > 32767 ? 0 : pair), &pair);
}

/// How many columns ncurses itself gives a scalar: it is written to a pad and the cursor read back.
static inline int terminal_probe_width(wchar_t scalar) {
    WINDOW *pad = newpad(1, 8);
    if (!pad) return -1;
    waddnwstr(pad, &scalar, 1);
    int columns = getcurx(pad);
    delwin(pad);
    return columns;
}
#endif
