public import Records
public import Store

/// What a sync with a place brought, in the officer's words.
public struct SyncReport: Hashable, Sendable {
    /// Where it was.
    public let path: String
    /// What the store says about it.
    public let exchange: ExchangeReport
    /// How many changes were new here.
    public let newChanges: Int
    /// How many records wait for somebody to settle a conflict, beyond those that did before.
    public let newConflicts: Int

    /// What is not as it should be, a sentence for each kind.
    public var notices: [Label] { exchange.findings.map(\.label) }

    /// What it comes to, in one sentence.
    public var summary: Label {
        if exchange.isCancelled {
            return Label(
                "已中止。取回 \(newChanges) 次改动，送出 \(exchange.sent.segments) 个文件；再同步会接着做。",
                "Called off. \(newChanges) changes came, \(exchange.sent.segments) files went; syncing again goes on.")
        }
        guard exchange.isSafeToRemove else {
            return Label(
                "取回 \(newChanges) 次改动，送出 \(exchange.sent.segments) 个文件，还有 \(exchange.missingThere) 个没有送到。",
                "\(newChanges) changes came, \(exchange.sent.segments) files went, \(exchange.missingThere) did not get there."
            )
        }
        guard newChanges > 0 || exchange.sent.segments > 0 else {
            return Label("两边已经一致，没有新内容。可以拔出。", "Both sides are the same already. Safe to remove.")
        }
        return Label(
            "取回 \(newChanges) 次改动，送出 \(exchange.sent.segments) 个文件，已核对。可以拔出。",
            "\(newChanges) changes came, \(exchange.sent.segments) files went and were read back. Safe to remove.")
    }
}
