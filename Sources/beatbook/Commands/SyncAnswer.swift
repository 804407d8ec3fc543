import Desk

/// Says what a sync brought.
enum SyncAnswer {
    /// Prints it.
    ///
    /// - Parameters:
    ///   - report: what it brought.
    ///   - waiting: how many things wait for somebody to decide, whenever they came.
    ///   - isJSON: whether for a program.
    /// - Throws: `CommandFailure` when not everything got there.
    static func give(_ report: SyncReport, waiting: Int, isJSON: Bool) throws(CommandFailure) {
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
                    .init("waiting", .number(waiting)),
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
                        "新发现 \(report.newConflicts) 处两边写得不同。",
                        "New: \(report.newConflicts) that two laptops wrote differently."
                    )
                    .spoken)
            }
            if waiting > 0 {
                Console.out(
                    Label(
                        "等人决定 \(waiting) 处：用 beatbook conflicts 查看，用 beatbook resolve 决定。",
                        "To decide: \(waiting). See them with beatbook conflicts, settle them with beatbook resolve."
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
