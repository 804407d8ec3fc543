#ifndef BEATBOOK_CNCURSES_SHIM_H
#define BEATBOOK_CNCURSES_SHIM_H
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <locale.h>
#include <curses.h>
#endif
