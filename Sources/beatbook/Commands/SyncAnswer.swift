import Desk

/// Says what a sync brought.
enum SyncAnswer {
    /// Prints it.
    ///
    /// - Throws: `CommandFailure` when not everything got there.
    static func give(_ report: SyncReport, isJSON: Bool) throws(CommandFailure) {
        let exchange = report.exchange
        if isJSON {
            func label(_ label: Label) -> Value {
                .object([.init("zh", .text(label.zh)), .init("en", .text(label.en))])
            }
            func count(_ count: ExchangeReport.Count) -> Value {
                .object([.init("files", .number(count.segments)), .init("bytes", .number(count.bytes))])
            }
            Console.json(
                .object([
                    .init("changes", .number(report.newChanges)), .init("conflicts", .number(report.newConflicts)),
                    .init("received", count(exchange.received)), .init("sent", count(exchange.sent)),
                    .init("missing", .number(exchange.missingThere)),
                    .init("safe", .bool(exchange.isSafeToRemove)),
                    .init(
                        "findings",
                        .list(
                            exchange.findings.map { finding in
                                .object([
                                    .init("kind", .text(finding.name)), .init("count", .number(finding.count)),
                                    .init("text", label(finding.label)),
                                ])
                            })),
                ]))
        } else {
            Console.out(report.summary.spoken)
            if report.newConflicts > 0 {
                Console.out(
                    Label(
                        "有 \(report.newConflicts) 处两边写得不同，请处理。",
                        "The two sides differ in \(report.newConflicts) places: settle them."
                    )
                    .spoken)
            }
            for notice in report.notices { Console.note(notice) }
        }
        guard exchange.isSafeToRemove else {
            throw CommandFailure(
                .refused, Label("本机的内容没有全部送到。", "Not everything of this laptop got there."))
        }
    }
}
