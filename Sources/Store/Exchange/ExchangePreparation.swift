import Records

/// What is done before a plan, one file after another, so that nobody waits for all of it: new keys are taken in, then each
/// stream's log becomes segments.
public struct ExchangePreparation {
    let survey: PlaceSurvey
    var findings = ExchangeFindings()
    /// The streams whose logs are still to be looked at.
    var streams = Stream.allCases.sorted()[...]

    init(_ survey: PlaceSurvey) { self.survey = survey }
}

extension Store {
    /// Begins to prepare an exchange: takes in new keys, since what is written from now on must be under them.
    ///
    /// - Parameter survey: what was found at the place.
    /// - Returns: what is left to do; ``prepare(_:)`` does it.
    /// - Throws: ``StoreError/retired`` when the keys there say that the officer's was taken away; then the store is
    ///   locked. ``StoreError/readOnly(_:)``, ``StoreError/file(_:)``.
    public func preparation(for survey: PlaceSurvey) throws(StoreError) -> ExchangePreparation {
        if let reason = readOnly { throw .readOnly(reason) }
        var preparation = ExchangePreparation(survey)
        try takeKeys(survey.newKeys)
        preparation.findings.add(.refusedMembers, count: try mergeKeys())
        if keyring?.isExcluded == true { preparation.findings.add(.excluded) }
        return preparation
    }

    /// Turns the log of the next stream into segments.
    ///
    /// - Parameter preparation: what is left to do.
    /// - Returns: whether there was anything left.
    /// - Throws: ``StoreError/readOnly(_:)``, ``StoreError/file(_:)``.
    public func prepare(_ preparation: inout ExchangePreparation) throws(StoreError) -> Bool {
        guard let stream = preparation.streams.popFirst() else { return false }
        guard let state = streams[stream] else { return true }
        guard state.isOpen else {
            let waiting = LogReading.count(in: (try? state.folder.read(FileNames.log)) ?? nil)
            preparation.findings.add(.waiting, count: waiting)
            return true
        }
        do throws(StoreError) {
            try roll(stream)
        } catch {
            // Nothing is lost: it stays in the log and goes next time.
            guard report.readOnly == nil else { throw error }
            preparation.findings.add(.waiting, count: state.pending.count)
        }
        return true
    }

    /// Says what is here; any thread may work out the rest.
    ///
    /// - Parameters:
    ///   - preparation: what was done before.
    ///   - isThorough: whether everything there is read and verified again.
    /// - Returns: what the transfer needs to know.
    public func plan(_ preparation: ExchangePreparation, isThorough: Bool = false) -> ExchangePlan {
        ExchangePlan(
            survey: preparation.survey, catalogs: streams.mapValues(\.catalog),
            damaged: Set(streams.values.flatMap { $0.unread.filter(\.value).keys }), keys: keyring?.streams ?? [:],
            redactors: Dictionary(uniqueKeysWithValues: openStreams.map { ($0, redactor($0)) }),
            findings: preparation.findings, isThorough: isThorough)
    }
}
