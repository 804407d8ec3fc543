/// Which version this is.
enum Version {
    /// The number, as `--version` prints it.
    static let text = "beatbook 0.1.0"
}
