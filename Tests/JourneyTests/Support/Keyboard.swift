/// The keys for what has an F-key, as a keyboard with them sends it, or without.
enum Keyboard: Sendable {
    /// F-keys.
    case functionKeys
    /// The Ctrl key of the same action.
    case controlKeys
    /// Ctrl-P, the command's name, Enter.
    case palette

    /// Saves a form.
    var save: String { pick("<F2>", "<C-s>", "保存") }
    /// Opens the building sheet.
    var sheet: String { pick("<F3>", "<C-b>", "整楼登记") }
    /// What was left open last time.
    var unfinished: String { pick("<F6>", "<C-r>", "未了") }
    /// Offers phrases.
    var phrases: String { pick("<F7>", "<C-t>", "常用语") }
    /// Locks the notebook.
    var lock: String { pick("<F12>", "<C-k>", "锁屏") }
    /// Says what the keys do.
    var help: String { pick("<F1>", "<C-g>", "说明") }

    private func pick(_ function: String, _ control: String, _ command: String) -> String {
        switch self {
        case .functionKeys: function
        case .controlKeys: control
        case .palette: "<C-p>\(command)<Enter>"
        }
    }
}
