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
        /// Whether part of it was checked by hashes and signatures only, since this officer has no key for it.
        public let isPartial: Bool
        /// What is not as it should be; empty when everything is.
        public let damages: [Damage]

        /// What is not as it should be, a sentence each.
        public var findings: [Label] { damages.map(\.what) }
    }

    /// Something that is not as it should be.
    public struct Damage: Hashable, Sendable {
        /// The file, relative to the notebook's folder.
        public let file: String
        /// A word for scripts.
        public let code: String
        /// Whether something that was saved may be missing because of it.
        public let isLoss: Bool
        /// What was found.
        public let what: Label
        /// What it means for what the officer wrote.
        public let meaning: Label
        /// What can be recovered from where.
        public let remedy: Label
        /// Folders that were searched and hold a good copy.
        public let copies: [String]
        /// Laptops that have it, as their own files say.
        public let writers: [String]
    }

    /// Checks every hash, signature, commitment, chain and seal, as they stand on the disk.
    ///
    /// - Parameter places: folders in which good copies may lie: sticks, shared folders, copies of a notebook.
    /// - Returns: what was checked, and what is not as it should be, found now or when the notebook was opened.
    /// - Throws: ``DeskError/storage(_:)``.
    /// - Complexity: reads every file of the notebook once.
    public func verify(searching places: [String] = []) throws(DeskError) -> Verification {
        let report = try stored { () throws(StoreError) in try store.verify(searching: places) }
        var seen: Set<[String]> = []
        var damages: [Damage] = []
        for finding in store.report.findings + findings + report.findings
        where seen.insert([finding.name, finding.code]).inserted {
            let rescue = report.rescues[finding.name]
            damages.append(
                Damage(
                    file: finding.name, code: finding.code, isLoss: finding.isLoss, what: finding.label,
                    meaning: finding.meaning, remedy: finding.remedy(rescue), copies: rescue?.copies ?? [],
                    writers: rescue?.writers.map(\.rawValue) ?? []))
        }
        return Verification(
            segments: report.segments, changes: report.changes, erased: report.erased, bytes: report.bytes,
            isPartial: !report.unopened.isEmpty, damages: damages)
    }

    /// What stands beside days when this year's table of days off is not loaded; `nil` when it is.
    public var missingHolidays: Label? { holidays.missingNote(for: today.parts.year) }
}
