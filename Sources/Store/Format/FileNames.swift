/// The names of the store's files.
///
/// Every name is lowercase `[0-9a-z.-]`, at most 39 characters, and no DOS device name, so that it survives FAT, exFAT
/// and every network disk.
enum FileNames {
    static let store = "store.json"
    static let storeCopy = "store.copy.json"
    static let writer = "writer.json"
    static let lock = "lock"
    static let ballast = "ballast"
    static let local = "local.json"
    static let attempts = "attempts.json"
    static let drafts = "drafts"
    static let keys = "keys"
    static let log = "wal"
    static let segments = "segments"
    static let snapshot = "snapshot"
    static let aside = "aside"
    static let erasures = "erasures"
    static let place = "place.json"
    static let places = "places"

    private static let devices: Set<String> = {
        let numbered = (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
        return Set(["con", "prn", "aux", "nul"] + numbered)
    }()

    /// Whether a name survives on every disk.
    static func isGood(_ name: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        let stem = String(name.prefix { $0 != "." })
        return isPlain && (1...39).contains(name.utf8.count) && !stem.isEmpty && !name.hasSuffix(".")
            && !devices.contains(stem)
    }
}
