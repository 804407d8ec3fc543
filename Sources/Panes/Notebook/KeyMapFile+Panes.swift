public import Interface

extension KeyMapFile {
    /// The keys of the panes, after those that mean the same everywhere.
    public static let panes = KeyMapFile(
        name: "panes.conf", text: String(decoding: PackageResources.panes_conf, as: UTF8.self))

    /// What ships: the officer's own file comes after these.
    public static let allShipped = [KeyMapFile.shipped, .panes]
}
