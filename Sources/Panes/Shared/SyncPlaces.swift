/// Where directories are that can be synced with: panes never look at files themselves.
public struct SyncPlaces: Sendable {
    /// The media that are plugged in, by their paths.
    public let mounted: @Sendable () -> [String]
    /// The directories in a directory, by their names; none when it cannot be read.
    public let folders: @Sendable (String) -> [String]

    /// Makes it.
    ///
    /// - Parameters:
    ///   - mounted: the media that are plugged in.
    ///   - folders: the directories in a directory.
    public init(
        mounted: @escaping @Sendable () -> [String] = { [] },
        folders: @escaping @Sendable (String) -> [String] = { _ in [] }
    ) {
        self.mounted = mounted
        self.folders = folders
    }
}
