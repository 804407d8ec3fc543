/// The plan of the house: which room may import what.
///
/// A new arrow is a change of the plan and belongs here, with a reason.
enum Rooms {
    /// A room and its arrows.
    struct Room {
        /// Rooms of ours below it.
        let rooms: Set<String>
        /// Packages it keeps.
        var packages: Set<String> = []
        /// Parts of the system it needs.
        var system: Set<String> = []

        /// All it may import.
        var allowed: Set<String> { rooms.union(packages).union(system) }
    }

    /// The table.
    static let plan: [String: Room] = [
        // Start-up: reads the command line, the environment, the clock and the terminal; writes what commands print.
        "beatbook": Room(
            rooms: ["Panes", "Printing", "Transfer", "Desk"], packages: ["ArgumentParser"],
            system: ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]),
        // The main loop waits on the keyboard and the job queue (poll), jobs run on threads.
        "Panes": Room(
            rooms: ["Interface", "Printing", "Transfer", "Desk", "Casework", "Records"],
            system: ["Glibc", "Dispatch", "Synchronization"]),
        // JSON5 of themes and key maps is read with FoundationEssentials' decoder.
        "Interface": Room(rooms: ["Terminal", "Themes", "Records"], system: ["FoundationEssentials"]),
        // Templates come in as text, pages go out as files the command line names.
        "Printing": Room(
            rooms: ["Desk", "Casework", "Records"], packages: ["Mustache"], system: ["FoundationEssentials"]),
        "Transfer": Room(rooms: ["Desk", "Casework", "Records"], system: ["FoundationEssentials"]),
        // Locks between the main loop and jobs.
        "Desk": Room(rooms: ["Casework", "Index", "Store", "Records"], system: ["Synchronization"]),
        // Rules are plain Swift over plain values: no Foundation, no system.
        "Casework": Room(rooms: ["Records"]),
        "Index": Room(rooms: ["Records"], packages: ["GRDB", "GRDBSQLite"]),
        // swift-crypto's API takes and gives Data; files are opened, synced and renamed by system calls; a sealed
        // store's keys are behind a lock.
        "Store": Room(
            rooms: ["Records"], packages: ["Crypto", "CryptoExtras"],
            system: ["FoundationEssentials", "Glibc", "Synchronization"]),
        // Locale, width, poll, signals (whose handlers may only touch atomics), terminal attributes.
        "Terminal": Room(rooms: ["CNcurses"], system: ["Glibc", "Synchronization"]),
        // The JSON5 reader.
        "Themes": Room(rooms: [], system: ["FoundationEssentials"]),
        // Values, types and merging: nothing at all.
        "Records": Room(rooms: []),
    ]

    /// Rooms which are given the time, randomness and files, and never take them.
    static let core: Set = ["Records", "Casework", "Store", "Index", "Desk"]

    /// Whether a file of a core room is itself the outside world: Store's `SystemEnvironment` and the like.
    static func isTheOutside(_ path: String) -> Bool {
        path.hasPrefix("Sources/Store/") && path.split(separator: "/").last?.hasPrefix("System") ?? false
    }

    /// What the outside world would come in by.
    static let outside = [
        "Date(", "Date.now", "UUID(", "FileManager", "FileHandle", "SystemRandomNumberGenerator", "async", "await",
        ".random(in:", ".randomElement()", ".shuffled()", ".shuffle()", "ContinuousClock", "SuspendingClock",
    ]

    /// What ends the program on bad input.
    static let abrupt = ["try!", "as!", "fatalError("]

    /// Files of the product that may be longer than 400 lines, and why.
    static let longFiles = [
        "Sources/Records/Pinyin/PinyinData.swift": "a table of initials, generated"
    ]
}
