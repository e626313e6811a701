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
        .target(name: "CArena"),
        .target(name: "CAllocator", linkerSettings: [.linkedLibrary("jemalloc")]),
        .target(name: "CFileSystem"),
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "HTMLEscaping", swiftSettings: strict),
        .target(
            name: "Markdown", dependencies: ["CArena", "CCmark", "Diagnostics", "HTMLEscaping", "Yams"],
            swiftSettings: strict),
        .target(name: "Theming", dependencies: ["Diagnostics", "HTMLEscaping"], swiftSettings: strict),
        .target(
            name: "Directives", dependencies: ["Diagnostics", "HTMLEscaping", "Markdown", "SiteModel", "Theming"],
            exclude: ["Training.md"], swiftSettings: strict),
        .target(name: "SiteModel", dependencies: ["Diagnostics", "Markdown"], swiftSettings: strict),
        .target(
            name: "SearchCore", exclude: ["README.md"],
            swiftSettings: strict + [.treatWarning("EmbeddedRestrictions", as: .error)]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .target(
            name: "SearchStore", dependencies: ["CDeflate", "SearchCore"], exclude: ["Lexicon"], swiftSettings: strict,
            plugins: ["EmbedEngine"]),
        .executableTarget(name: "EmbedFiles", swiftSettings: strict),
        .executableTarget(name: "CompileEngine", dependencies: ["CDeflate"], swiftSettings: strict),
        .plugin(
            name: "EmbedEngine", capability: .buildTool(), dependencies: ["CompileEngine", "EmbedFiles"],
            path: "Sources/Plugins/EmbedEngine"),
        .plugin(
            name: "EmbedTheme", capability: .buildTool(), dependencies: ["EmbedFiles"],
            path: "Sources/Plugins/EmbedTheme"),
        .target(
            name: "SiteBuilder",
            dependencies: [
                "CDeflate", "CFileSystem", "Diagnostics", "Directives", "HTMLEscaping", "Markdown", "SearchCore",
                "SearchStore", "SiteModel", "Theming",
            ],
            exclude: ["Defaults", "Starter"], swiftSettings: strict, plugins: ["EmbedTheme"]),
        .executableTarget(
            name: "panduan",
            dependencies: [
                "CAllocator", "Diagnostics", "Directives", "Markdown", "SearchCore", "SearchStore", "SiteBuilder",
                "SiteModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SearchCoreTests", dependencies: ["SearchCore", "SearchStore"], exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "ThemingTests", dependencies: ["Diagnostics", "Theming"], swiftSettings: strict),
        .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown"], swiftSettings: strict),
        .target(name: "TestSites", path: "Tests/TestSites", swiftSettings: strict),
        .testTarget(
            name: "SiteModelTests", dependencies: ["Diagnostics", "Markdown", "SiteModel"], swiftSettings: strict),
        .testTarget(
            name: "SiteBuilderTests",
            dependencies: [
                "Diagnostics", "Directives", "Markdown", "SearchCore", "SearchStore", "SiteBuilder", "SiteModel",
                "TestSites",
            ],
            exclude: ["Fixtures", "Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "ContentTests", dependencies: ["Diagnostics", "SiteBuilder", "SiteModel"], exclude: ["figures.txt"],
            swiftSettings: strict),
        .testTarget(name: "CommandTests", dependencies: ["TestSites", "panduan"], swiftSettings: strict),
        .testTarget(name: "ModuleGraphTests", swiftSettings: strict),
    ]
)
