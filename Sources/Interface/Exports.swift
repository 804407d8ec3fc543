// The panes draw with the terminal's cells and the themes' roles, but never reach a terminal themselves: they get both
// words through this room, so that DESIGN §2 keeps its arrows.
@_exported public import Terminal
@_exported public import Themes
