// swift-tools-version: 6.2
// The store's tests alone, for the long ones in release: `.ci/run`. A package of its own, so that nothing else is built again
// for them. The rooms are linked in, so it has no source of its own.
import PackageDescription

let package = Package(
    name: "long",
    dependencies: [.package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2")],
    targets: [
        .target(name: "Records", exclude: ["Pinyin/LICENSE-unicode.txt"]),
        .target(
            name: "Store",
            dependencies: [
                "Records", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(name: "TestSupport", dependencies: ["Records", "Store"], path: "Tests/TestSupport"),
        .testTarget(name: "StoreTests", dependencies: ["Store", "Records", "TestSupport"], exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6]
)
for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
