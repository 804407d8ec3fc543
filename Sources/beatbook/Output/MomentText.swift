import Desk

/// Moments as programs read them.
enum MomentText {
    /// `2026-11-21T14:10+08:00`, as in a field that holds a moment.
    static func stored(_ moment: Moment) -> String {
        let minutes = Int(moment.zoneMinutes.magnitude)
        func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let sign = moment.zoneMinutes < 0 ? "-" : "+"
        return "\(moment.day)T\(moment.time)\(sign)\(pair(minutes / 60)):\(pair(minutes % 60))"
    }
}
