// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "beatbook",
    products: [.executable(name: "beatbook", targets: ["beatbook"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
    ],
    targets: [
        // The rooms, from the ground up. Arrows go only downward; Tests/HouseTests fails on any other import.
        .target(name: "Records", exclude: ["Pinyin/LICENSE-unicode.txt"]),
        .target(name: "Themes", path: "Themes", resources: [.embedInCode("Files")]),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .target(
            name: "Terminal", dependencies: ["CNcurses"],
            // ncurses takes widths from our wcwidth (Screen/NcursesWidth.swift), which must be an exported symbol for that.
            linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=wcwidth"])]),
        .target(
            name: "Store",
            dependencies: [
                "Records", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "Index",
            dependencies: [
                "Records", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "Casework", dependencies: ["Records"], resources: [.embedInCode("Data")]),
        .target(name: "Desk", dependencies: ["Casework", "Index", "Store", "Records"]),
        .target(name: "Transfer", dependencies: ["Desk", "Casework", "Records"]),
        .target(
            name: "Printing",
            dependencies: ["Desk", "Casework", "Records", .product(name: "Mustache", package: "swift-mustache")]),
        .target(
            name: "Interface", dependencies: ["Terminal", "Themes", "Records"],
            resources: [.embedInCode("Data/keys.conf")]),
        .target(
            name: "Panes",
            dependencies: ["Interface", "Printing", "Transfer", "Desk", "Casework", "Records"],
            resources: [.embedInCode("Data/panes.conf")]),
        .executableTarget(
            name: "beatbook",
            dependencies: [
                "Panes", "Printing", "Transfer", "Desk",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Test doubles shared by the test targets, with `package` access.
        .target(name: "TestSupport", dependencies: ["Records", "Store", "Terminal"], path: "Tests/TestSupport"),
        .testTarget(name: "HouseTests"),
        .testTarget(name: "RecordsTests", dependencies: ["Records", "TestSupport"]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Themes", "TestSupport"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "Records", "TestSupport"], exclude: ["Golden"]),
        .testTarget(name: "IndexTests", dependencies: ["Index", "Records", "TestSupport"]),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "Records", "TestSupport"]),
        .testTarget(name: "DeskTests", dependencies: ["Desk", "Casework", "Index", "Store", "Records", "TestSupport"]),
        .testTarget(
            name: "InterfaceTests", dependencies: ["Interface", "Terminal", "Themes", "Records", "TestSupport"]),
        .testTarget(
            name: "PanesTests",
            dependencies: ["Panes", "Interface", "Terminal", "Desk", "Casework", "Records", "TestSupport"]),
        .testTarget(name: "PrintingTests", dependencies: ["Printing", "Casework", "Records"]),
        .testTarget(name: "TransferTests", dependencies: ["Transfer", "Casework", "Records", "TestSupport"]),
        .testTarget(name: "CommandTests", dependencies: ["Desk", "Records", "Store", "TestSupport", "beatbook"]),
        .testTarget(name: "JourneyTests", dependencies: ["Records", "TestSupport", "beatbook"]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Panes", "Interface", "Terminal", "Desk", "Casework", "Store", "Records", "TestSupport",
            ],
            path: "Tests/Benchmarks"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
        .treatAllWarnings(as: .error),
    ]
}
