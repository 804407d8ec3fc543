/// Something that reached the program from outside.
public enum InputEvent: Hashable, Sendable {
    /// A key was pressed. Text arrives one Unicode scalar at a time; a field that appends it gets whole characters.
    case key(Key)
    /// Text was pasted: line ends are line feeds, other control characters and unreadable bytes are U+FFFD.
    case paste(String)
    /// The terminal has a new extent.
    case resize(Size)
    /// Some bytes were no character: another encoding, or a damaged line. The count is in bytes.
    case unreadable(Int)
    /// The terminal is gone: save what is open and end.
    case hangup
    /// The system asks the program to end (`kill`, shutdown).
    case terminate
    /// Someone stopped the program from outside: lock, then call ``Screen/suspend()``.
    case suspend
    /// ``Waker/wake()`` was called on another thread.
    case wake
    /// Nothing happened within the time given.
    case timeout
}
