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
        blocks += laptops(desk.laptops())
        blocks += erasures((try? desk.erasures()) ?? [])
        blocks += self.places(places)
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
            + laptops.map { laptop in
                var text = "· " + laptop.label[language]
                if let met = laptop.lastMet, !laptop.isOwn {
                    let when = Texts.fill(SyncTexts.lastMet, ["d": DayText.short(met, today: today)])
                    text += (language == .zh ? "" : " ") + when[language] + (language == .zh ? "。" : ".")
                }
                let isWrong = laptop.missing > 0 || laptop.isAhead
                return .paragraph(text, role: isWrong ? .warning : .text)
            } + [.space]
    }

    /// Erasures that some laptop has not carried out; unreturned media cannot be proven clean.
    private func erasures(_ all: [ErasureStatus]) -> [DetailBlock] {
        let open = all.filter { !$0.missing.isEmpty }
        guard !open.isEmpty else { return [] }
        let text = Texts.fill(SyncTexts.erasures, ["n": "\(open.count)"])
        return [
            .paragraph("· " + text[language], role: .warning),
            .paragraph("  " + SyncTexts.erasureLaptop[language], role: .dim), .space,
        ]
    }

    /// The places by the digits that sync with them.
    private func places(_ places: [SyncPlace]) -> [DetailBlock] {
        guard !places.isEmpty else { return [] }
        let title = Texts.fill(SyncTexts.places, ["n": "\(places.count)"])
        return [.heading(StyledLine(title[language], .heading))]
            + places.enumerated().map { number, place in
                let state =
                    place.missing > 0
                    ? Texts.fill(SyncTexts.placeMissing, ["n": "\(place.missing)"]) : SyncTexts.placeWhole
                return .line(
                    StyledLine([Span(number < 9 ? "\(number + 1)  " : "   ", .key), Span(place.path)]),
                    right: StyledLine(
                        "\(state[language])   \(DayText.short(place.met, today: today))",
                        place.missing > 0 ? .warning : .dim))
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
