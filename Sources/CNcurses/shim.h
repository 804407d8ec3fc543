// What Swift cannot import from ncurses and libc: macros, shared mutable globals and per-thread locales.
#ifndef BEATBOOK_CNCURSES_SHIM_H
#define BEATBOOK_CNCURSES_SHIM_H
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <curses.h>

extern int wcwidth(wchar_t character);

/// Asks libc how many columns each scalar takes in the current locale; 3 stands for "cannot be shown".
static inline void terminal_measure_widths(uint8_t *columns, uint32_t count) {
    for (uint32_t scalar = 0; scalar < count; scalar++) {
        int width = wcwidth((wchar_t)scalar);
        columns[scalar] = (width < 0 || width > 2) ? 3 : (uint8_t)width;
    }
}

/// Does the same in the C.UTF-8 locale whatever the process's own; returns 0 when libc has no such locale.
static inline int terminal_measure_widths_utf8(uint8_t *columns, uint32_t count) {
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!utf8) return 0;
    locale_t before = uselocale(utf8);
    terminal_measure_widths(columns, count);
    uselocale(before);
    freelocale(utf8);
    return 1;
}
#endif
