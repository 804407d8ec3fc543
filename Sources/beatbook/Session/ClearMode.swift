import Desk

/// What it means that a notebook is not encrypted.
enum ClearMode {
    static let explanation = Label(
        "未加密：拿到这台电脑或硬盘的人都能读到里面的内容。因此这样的本子不收法定协助、未成年人和身份号码。",
        "Not encrypted: whoever has this laptop or its disk can read everything. So such a notebook takes no follow-ups, no minors and no ID numbers."
    )

    /// There are neither keys nor passphrases.
    static let noKeys = CommandFailure(
        .refused, Label("这个本子没有加密，没有口令。", "This notebook is not encrypted: it has no passphrases."))
}
