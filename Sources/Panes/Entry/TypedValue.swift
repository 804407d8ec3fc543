import Interface
public import Records

/// What is typed for a field outside a form, read exactly as the form reads it.
///
/// The command line goes through here, so that 昨天, -1, 0903, 2点半 and 3万 mean the same everywhere.
public enum TypedValue {
    /// What was typed is not understood; the text says which forms are.
    public struct Failure: Error, Hashable, Sendable {
        /// What is wrong and what to type instead.
        public let message: Label
    }

    /// Reads the text of a field of one line.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - field: the field; of a choice, a reference or a sub-table the text comes back as it is.
    ///   - now: today and the zone, by the officer's clock.
    /// - Returns: the value; `null` for nothing.
    /// - Throws: ``Failure`` with the forms that are understood.
    public static func value(of text: String, in field: FieldSpec, now: Moment) throws(Failure) -> Value {
        let clock = EntryClock(
            today: now.day, direction: looksAhead(field) ? .ahead : .back, zoneMinutes: now.zoneMinutes)
        do throws(EntryError) {
            return try FieldText.parse(text, field.kind, in: clock)
        } catch {
            throw Failure(message: error.message)
        }
    }

    /// Reads a day that stands in no field, such as the one tasks are asked for.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - today: today.
    /// - Returns: the day; one without a year, a month or a week lies ahead.
    /// - Throws: ``Failure`` with the forms that are understood.
    public static func day(of text: String, today: CalendarDay) throws(Failure) -> CalendarDay {
        do throws(EntryError) {
            return try DayEntry.parse(text, today: today, direction: .ahead)
        } catch {
            throw Failure(message: error.message)
        }
    }

    /// Whether days without a year lie ahead: what is agreed or promised does, what happened lies behind.
    ///
    /// - Parameter field: a field that holds a day.
    /// - Returns: whether they do.
    public static func looksAhead(_ field: FieldSpec) -> Bool {
        ["next_date", "promised", "end", "due", "deadline", "performance_due", "until"].contains(field.key)
            || field.key.hasSuffix("_due") || field.key.hasSuffix("_until")
    }
}
