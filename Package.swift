// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Panduan",
    products: [
        .executable(name: "panduan", targets: ["panduan"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "Markdown", dependencies: ["CCmark", "Diagnostics", "Yams"], swiftSettings: strict),
        .target(name: "Theming", dependencies: ["Diagnostics"], swiftSettings: strict),
        .target(name: "Directives", dependencies: ["Diagnostics", "Markdown", "Theming"], swiftSettings: strict),
        .target(name: "SiteModel", dependencies: ["Diagnostics", "Directives", "Markdown"], swiftSettings: strict),
        .target(name: "SearchCore", swiftSettings: strict),
        .target(
            name: "SiteBuilder",
            dependencies: ["Diagnostics", "Directives", "Markdown", "SearchCore", "SiteModel", "Theming"],
            swiftSettings: strict),
        .executableTarget(
            name: "panduan",
            dependencies: [
                "Diagnostics", "Markdown", "SearchCore", "SiteBuilder",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "ThemingTests", dependencies: ["Diagnostics", "Theming"], swiftSettings: strict),
    ]
)
