public import Records
import Store

extension Desk {
    /// What checking every byte of the notebook brought to light.
    public struct Verification: Hashable, Sendable {
        /// How many segments were checked.
        public let segments: Int
        /// How many changes were checked.
        public let changes: Int
        /// How many changes' values were erased on record.
        public let erased: Int
        /// How many bytes were read.
        public let bytes: Int
        /// What is not as it should be; empty when everything is.
        public let findings: [Label]
    }

    /// Checks every hash, signature, commitment and chain, and the log as it stands on the disk.
    ///
    /// - Returns: what was checked, and what is not as it should be, found now or when the notebook was opened.
    /// - Throws: ``DeskError/storage(_:)``.
    /// - Complexity: reads every file of the notebook once.
    public func verify() throws(DeskError) -> Verification {
        let report = try stored { () throws(StoreError) in try store.verify() }
        var labels: [Label] = []
        for finding in store.report.findings + findings + report.findings where !labels.contains(finding.label) {
            labels.append(finding.label)
        }
        return Verification(
            segments: report.segments, changes: report.changes, erased: report.erased, bytes: report.bytes,
            findings: labels)
    }

    /// What stands beside days when this year's table of days off is not loaded; `nil` when it is.
    public var missingHolidays: Label? { holidays.missingNote(for: today.parts.year) }
}
