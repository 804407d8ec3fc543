import Casework
import Desk
import Interface
import Records

/// The forms of the follow-ups pane.
enum FollowupForms {
    /// A new follow-up.
    ///
    /// What the kind decides is filled in; the paper, the purpose and the days are not.
    static func new(_ workspace: Workspace) -> RecordForm {
        RecordForm(
            workspace, type: Followup.type, title: FollowupTexts.formTitle,
            sections: Followup.type.sections.filter { !$0.fields.contains(Followup.closing.spec) }, assist: assist)
    }

    /// Everything of an open follow-up.
    static func edit(_ record: Record, _ workspace: Workspace) -> RecordForm {
        RecordForm(
            workspace, type: Followup.type, base: record, title: title(FollowupTexts.editTitle, record.values),
            contexts: [FollowupActions.opened], assist: assist)
    }

    /// What was done once.
    ///
    /// Kind and officers come from the follow-up.
    static func entry(_ record: Record, _ workspace: Workspace) -> RecordForm {
        let values = record.values
        var entry = workspace.desk.newValues(of: FollowupEntry.type)
        entry[FollowupEntry.followup] = record.id
        entry[FollowupEntry.kind] = values[Followup.kind]
        entry[FollowupEntry.minor] = values[Followup.minor]
        if let officers = values[Followup.officers], values[Followup.kind]?.isByTwo == true {
            // 公通字〔2024〕34号: two officers make such a call.
            entry[FollowupEntry.officers] = officers
        }
        let fields = [
            FollowupEntry.present.spec, FollowupEntry.done.spec, FollowupEntry.help.spec, FollowupEntry.nextDate.spec,
            FollowupEntry.date.spec, FollowupEntry.start.spec.unfolded, FollowupEntry.officers.spec,
        ]
        return RecordForm(
            workspace, type: FollowupEntry.type, values: entry, title: title(FollowupTexts.entryTitle, values),
            contexts: [FollowupActions.opened], sections: [.init(FollowupEntry.type.label, fields)],
            onSaved: { _ in .notice(Notice(FollowupTexts.savedEntry, .done)) })
    }

    /// Ends it before its end date, with the reason and the paper.
    static func end(_ record: Record, _ workspace: Workspace) -> RecordForm {
        var values = record.values
        values[Followup.closedOn] = workspace.desk.today
        let fields = [Followup.closing.spec, Followup.closedOn.spec, Followup.closingPaper.spec].map(\.unfolded)
        return RecordForm(
            workspace, type: Followup.type, base: record, values: values,
            title: title(FollowupTexts.endTitle, values), contexts: [FollowupActions.opened],
            sections: [.init(FollowupTexts.ending, fields)],
            onSaved: { _ in .notice(Notice(FollowupTexts.endedNotice, .done)) })
    }

    /// A later end: the new paper's number, issuer and day are asked for and never taken from the old one.
    static func extend(_ record: Record, _ workspace: Workspace) -> RecordForm {
        var values = record.values
        var fields = [
            Followup.basisType.spec, Followup.basisNumber.spec, Followup.basisIssuer.spec, Followup.basisDate.spec,
        ]
        if values[Followup.kind] == .protectionOrder {
            // The court's ruling extends the same order.
            fields = [Followup.extensionRuling.spec]
            values[Followup.extensionRuling] = nil
        } else {
            values[Followup.basisNumber] = nil
            values[Followup.basisDate] = nil
        }
        fields += [Followup.start.spec, Followup.end.spec]
        return RecordForm(
            workspace, type: Followup.type, base: record, values: values,
            title: title(FollowupTexts.extendTitle, values), contexts: [FollowupActions.opened],
            sections: [.init(FollowupTexts.paper, fields)], assist: assist)
    }

    /// What the kind decides, filled in where nothing stands; and the longest period beside the days.
    static var assist: RecordAssist {
        RecordAssist(
            fill: { values in
                guard let kind = values[Followup.kind] else { return [:] }
                var result: [FieldPath: Value] = [:]
                if kind.bases.count == 1 { result[Followup.basisType.path] = kind.bases[0].stored }
                if let cadence = kind.cadences.first {
                    result[Followup.cadence.path] = cadence.stored
                    if cadence != .onRequest { result[Followup.cadenceSource.path] = kind.law.stored }
                }
                if kind == .childCare || kind == .correctiveEducation { result[Followup.minor.path] = .bool(true) }
                return result
            },
            hint: { path, values in
                guard path == Followup.end.path || path == Followup.start.path, let kind = values[Followup.kind] else {
                    return nil
                }
                guard let longest = kind.longest else { return FollowupTexts.endByPaper }
                guard let start = values[Followup.start] else {
                    return Texts.fill(
                        FollowupTexts.longestHint, ["p": longest.label.zh, "q": longest.label.en, "l": kind.law])
                }
                return Texts.fill(
                    FollowupTexts.latestHint,
                    ["p": longest.label.zh, "q": longest.label.en, "d": "\(longest.end(from: start))", "l": kind.law])
            })
    }

    private static func title(_ label: Label, _ values: FieldValues) -> Label {
        let kind = values[Followup.kind]?.label ?? Followup.type.label
        return Label(Texts.fill(label, ["k": kind.zh]).zh, Texts.fill(label, ["k": kind.en]).en)
    }
}

extension FollowupKind {
    /// Whether two officers make the call together (公通字〔2024〕34号).
    var isByTwo: Bool { [.violenceWarning, .harassmentWarning, .protectionOrder].contains(self) }
}
