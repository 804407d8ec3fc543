import Casework
import Records
import Testing

struct MediationTests {
    @Test("The line of steps follows what is there")
    func stages() {
        var values = mediation()
        #expect(MediationStage.current(of: values) == .mediators)
        values[Mediation.mediators] = [RecordID("a")]
        #expect(MediationStage.current(of: values) == .investigation)
        values[Mediation.investigated] = day("2026-11-18")
        #expect(MediationStage.current(of: values) == .mediating)
        values[Mediation.result] = .notSettled
        #expect(MediationStage.current(of: values) == .archived)
        values[Mediation.result] = .written
        #expect(MediationStage.current(of: values) == .performance)
        values[Mediation.performance] = .full
        #expect(MediationStage.current(of: values) == .returnVisit)
    }

    @Test("An action that cannot be taken says why")
    func obstacles() {
        func why(_ action: MediationAction, _ values: FieldValues) -> String? {
            action.obstacle(in: values, today: today, holidays: HolidayTable())?.message.zh
        }
        var values = mediation()
        #expect(why(.addSession, values) == nil)
        #expect(why(.archive, values) != nil)
        #expect(why(.confirm, values)?.contains("达成协议后") == true)
        values[Mediation.accepted] = nil
        #expect(why(.settle, values)?.contains("尚未受理") == true)
        #expect(why(.accept, values) == nil)
        values = mediation()
        values[Mediation.result] = .written
        values[Mediation.effective] = day("2026-10-01")
        #expect(why(.confirm, values)?.contains("已过 30 日") == true)
        values[Mediation.effective] = day("2026-11-01")
        #expect(why(.confirm, values) == nil)
    }

    @Test("A file names the papers it still lacks; a note on the file explains what cannot be had")
    func papers() {
        var values = mediation()
        values[Mediation.result] = .written
        #expect(MediationFile.missing(in: values).map(\.code) == ["03", "05", "06", "10", "11"])
        values[Mediation.documents] = ["03", "05", "06", "10", "11"]
        #expect(MediationFile.missing(in: values).isEmpty)
        #expect(MediationAction.archive.obstacle(in: values, today: today, holidays: HolidayTable()) == nil)
        values[Mediation.documents] = ["18"]
        #expect(MediationFile.missing(in: values).isEmpty)
        values[Mediation.mode] = .onTheSpot
        values[Mediation.documents] = []
        #expect(MediationFile.missing(in: values).map(\.code) == ["22"])
    }
}
