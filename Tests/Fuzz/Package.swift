// swift-tools-version: 6.2
// The decoders under libFuzzer, with the address sanitizer: `.ci/fuzz`. A package of its own, since everything in it is built
// for the fuzzer. The rooms are linked in, so it has no source of theirs of its own.
import PackageDescription

let instrumented: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"]),
]

let package = Package(
    name: "fuzz",
    dependencies: [.package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2")],
    targets: [
        .target(name: "Records", exclude: ["Pinyin/LICENSE-unicode.txt"], swiftSettings: instrumented),
        .target(
            name: "Store",
            dependencies: [
                "Records", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], swiftSettings: instrumented),
        .systemLibrary(name: "CNcurses"),
        .target(
            name: "Terminal", dependencies: ["CNcurses"], swiftSettings: instrumented,
            linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=wcwidth"])]),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["Records", "Store", "Terminal", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: instrumented + [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    ],
    swiftLanguageModes: [.v6]
)
