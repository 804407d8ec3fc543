/// What went wrong in a journey, with what was on the screen.
package struct JourneyFailure: Error, CustomStringConvertible, Sendable {
    /// The whole message.
    package let description: String

    /// Makes a failure.
    ///
    /// - Parameter description: what was expected and what was there.
    package init(_ description: String) {
        self.description = description
    }

    /// Makes a failure from the error of the last system call.
    ///
    /// - Parameters:
    ///   - call: the call's name and what it was for.
    ///   - code: `errno`, or what the call returned.
    init(call: String, code: Int32) {
        self.init("\(call): \(SystemErrorText.text(for: code))")
    }
}
