import Desk

/// The year's days off, as the unit has put them on this laptop.
enum Holidays {
    /// Where the file is looked for.
    static var path: String? { StorePlace.settings("holidays.json") }

    /// Reads the file; without one, or with one that cannot be read, weekends alone are days off and every deadline says so.
    static func load() -> HolidayTable {
        guard let path, let bytes = SmallFile.read(path) else { return HolidayTable() }
        do throws(HolidayTable.Failure) {
            return try HolidayTable(json: bytes)
        } catch {
            Console.note(Label("\(path)：\(error.message.zh)", "\(path): \(error.message.en)"))
            return HolidayTable()
        }
    }
}
