import Desk
import Interface
import Records

/// Puts what is known of laptops and places into sentences.
struct SyncSheet {
    /// The language.
    let language: Language
    /// The day.
    let today: CalendarDay

    /// The text of the pane while nothing runs.
    ///
    /// - Parameters:
    ///   - desk: knows laptops and places.
    ///   - report: what the last sync of this sitting brought.
    ///   - failure: why it did not work.
    /// - Returns: the parts of the text.
    func blocks(_ desk: Desk, report: SyncReport?, failure: Label?) -> [DetailBlock] {
        var blocks: [DetailBlock] = []
        let places = desk.syncPlaces()
        if let failure {
            blocks += [.paragraph(failure[language], role: .error), .space]
        } else if let report {
            blocks += self.blocks(report)
        } else if let last = places.first {
            let text = Texts.fill(SyncTexts.last, ["d": DayText.short(last.met, today: today), "p": last.path])
            blocks += [.paragraph(text[language]), .space]
        } else {
            blocks += [.paragraph(SyncTexts.never[language]), .space]
        }
        if desk.inboxCount > 0 {
            let text = Texts.fill(SyncTexts.waiting, ["n": "\(desk.inboxCount)"])
            blocks += [
                .line(StyledLine(text[language], .conflict), right: StyledLine(SyncTexts.waitingHow[language], .dim)),
                .space,
            ]
        }
        let laptops = desk.laptops()
        blocks += self.laptops(laptops)
        blocks += erasures((try? desk.erasures()) ?? [], laptops)
        blocks += self.places(places, hiding: report?.path)
        return blocks
    }

    /// What a sync brought, and whether the medium may be taken away.
    private func blocks(_ report: SyncReport) -> [DetailBlock] {
        let isSafe = report.exchange.isSafeToRemove
        var blocks: [DetailBlock] = [
            .heading(StyledLine("\(SyncTexts.report[language]) · \(report.path)", .heading)),
            .paragraph(report.summary[language]),
            .paragraph((isSafe ? SyncTexts.safe : SyncTexts.notSafe)[language], role: isSafe ? .success : .warning),
            .space,
        ]
        let notices = report.notices
        if !notices.isEmpty {
            blocks.append(.heading(StyledLine(SyncTexts.notices[language], .heading)))
            blocks += notices.map { .paragraph("· " + $0[language], role: .warning) }
            blocks.append(.space)
        }
        return blocks
    }

    private func laptops(_ laptops: [Laptop]) -> [DetailBlock] {
        guard !laptops.isEmpty else { return [] }
        let title = Texts.fill(SyncTexts.laptops, ["n": "\(laptops.count)"])
        return [.heading(StyledLine(title[language], .heading))]
            + laptops.flatMap { laptop in
                [.paragraph("· " + laptop.name[language] + SyncTexts.colon[language] + far(laptop))]
                    + laptop.notices.map {
                        DetailBlock.paragraph("  " + $0[language], role: laptop.isWrong ? .warning : .dim)
                    }
            } + [.space]
    }

    /// How far a laptop is: what of it is here, what of this one is there, and when something came of it.
    private func far(_ laptop: Laptop) -> String {
        func filled(_ label: Label, _ moment: Moment) -> String {
            Texts.fill(label, ["d": DayText.short(moment, today: today)])[language]
        }
        guard let last = laptop.lastChange else {
            return (laptop.isOwn ? SyncTexts.ownNothing : SyncTexts.closedThere)[language]
        }
        if laptop.isOwn { return filled(SyncTexts.ownLast, last) }
        var parts = [filled(SyncTexts.hereUntil, last)]
        if let behind = laptop.behind {
            if behind == 0 {
                parts.append(SyncTexts.hasAll[language])
            } else if let until = laptop.hasUntil {
                parts.append(filled(SyncTexts.hasUntil, until))
            } else {
                parts.append(SyncTexts.hasNothing[language])
            }
        }
        if let met = laptop.lastMet { parts.append(filled(SyncTexts.lastMet, met)) }
        return parts.joined(separator: language == .zh ? "" : " ")
    }

    /// Erasures that some laptop has not carried out; unreturned media cannot be proven clean.
    private func erasures(_ all: [ErasureStatus], _ laptops: [Laptop]) -> [DetailBlock] {
        let open = all.filter { !$0.missing.isEmpty }
        guard !open.isEmpty else { return [] }
        var blocks: [DetailBlock] = []
        for laptop in laptops {
            let count = open.filter { $0.missing.contains(laptop.id) }.count
            guard count > 0 else { continue }
            let text = Texts.fill(SyncTexts.erasures, ["n": "\(count)", "l": laptop.name[language]])
            blocks.append(.paragraph("· " + text[language], role: .warning))
        }
        let others = open.filter { status in !laptops.contains { status.missing.contains($0.id) } }.count
        if others > 0 {
            let text = Texts.fill(SyncTexts.erasures, ["n": "\(others)", "l": SyncTexts.otherLaptop[language]])
            blocks.append(.paragraph("· " + text[language], role: .warning))
        }
        return blocks + [.paragraph("  " + SyncTexts.erasureLaptop[language], role: .dim), .space]
    }

    /// The places by the digits that sync with them, each with what is not as it should be.
    private func places(_ places: [SyncPlace], hiding shown: String?) -> [DetailBlock] {
        guard !places.isEmpty else { return [] }
        let title = Texts.fill(SyncTexts.places, ["n": "\(places.count)"])
        return [.heading(StyledLine(title[language], .heading))]
            + places.enumerated().flatMap { number, place in
                let state =
                    place.missing > 0
                    ? Texts.fill(SyncTexts.placeMissing, ["n": "\(place.missing)"]) : SyncTexts.placeWhole
                let line = DetailBlock.line(
                    StyledLine([Span(number < 9 ? "\(number + 1)  " : "   ", .key), Span(place.path)]),
                    right: StyledLine(
                        "\(state[language])   \(DayText.short(place.met, today: today))",
                        place.missing > 0 ? .warning : .dim))
                // What the report above says already is not said twice.
                let notices = place.path == shown ? place.lasting : place.notices
                return [line] + notices.map { .paragraph("   " + $0[language], role: .warning) }
            }
    }

    /// How far a running sync is.
    ///
    /// - Parameters:
    ///   - path: where.
    ///   - progress: how far.
    ///   - isStopping: whether it was called off.
    ///   - columns: how wide the bar may be.
    /// - Returns: the parts of the text.
    func blocks(_ path: String, _ progress: ExchangeProgress, isStopping: Bool, columns: Int) -> [DetailBlock] {
        var blocks: [DetailBlock] = [
            .heading(StyledLine(Texts.fill(SyncTexts.running, ["p": path])[language], .heading)), .space,
        ]
        if progress.isLooking || progress.total == 0 {
            blocks.append(.paragraph(SyncTexts.looking[language]))
        } else {
            let percent = min(100, progress.done * 100 / max(1, progress.total))
            blocks.append(.line(Bar(percent, of: 100, columns: min(40, max(10, columns - 20))).line))
            blocks.append(.paragraph(speed(progress)))
        }
        blocks += [
            .space, .paragraph((isStopping ? SyncTexts.stopping : SyncTexts.stopHow)[language], role: .dim),
            .paragraph(SyncTexts.dontRemove[language], role: .warning),
        ]
        return blocks
    }

    private func speed(_ progress: ExchangeProgress) -> String {
        var text = Texts.fill(
            SyncTexts.speed,
            [
                "a": ByteText.size(progress.done), "b": ByteText.size(progress.total),
                "r": progress.rate.map { ByteText.size($0) } ?? "—",
            ])[language]
        if let remaining = progress.remaining {
            let seconds = (remaining + 999) / 1000
            let time =
                seconds < 100
                ? Texts.fill(SyncTexts.seconds, ["n": "\(seconds)"])
                : Texts.fill(SyncTexts.minutes, ["n": "\((seconds + 59) / 60)"])
            text += Texts.fill(SyncTexts.left, ["t": time[language]])[language]
        }
        return text
    }
}
