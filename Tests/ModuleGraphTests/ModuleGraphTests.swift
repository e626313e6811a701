import Foundation
import Testing

/// Holds the imports of each target to the dependencies that Package.swift declares for it.
@Suite struct ModuleGraphTests {
    private static let root = ["", "", ""].reduce(#filePath) { path, _ in (path as NSString).deletingLastPathComponent }

    /// What comes with the toolchain and the system, by target: anything else must be declared.
    private static let system: [String: Set<String>] = [
        "SiteBuilder": ["Dispatch", "Glibc", "Synchronization"],
        "SearchStore": ["Foundation", "Glibc", "Synchronization"], "Theming": ["Synchronization"],
        "panduan": ["Foundation", "Glibc"],
        "EmbedFiles": ["Foundation"], "CompileEngine": ["Foundation"],
    ]

    private struct Target {
        var name: String
        var dependencies: Set<String>
    }

    /// Targets of the package that have Swift files of their own in Sources.
    private static let targets: [Target] = {
        let manifest = (try? String(contentsOfFile: root + "/Package.swift", encoding: .utf8)) ?? ""
        let declarations = manifest.split(separator: /\.(?:executableTarget|target)\(/).dropFirst()
        return declarations.compactMap { text in
            guard let name = text.firstMatch(of: /name: "(\w+)"/)?.1 else { return nil }
            guard let list = text.firstMatch(of: /dependencies: \[((?:[^\[\]]|\[[^\]]*\])*)\]/)?.1 else {
                return Target(name: String(name), dependencies: [])
            }
            let products = list.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
            let plain = list.replacing(/\.product\([^)]*\)/, with: "").matches(of: /"(\w+)"/).map { String($0.1) }
            return Target(name: String(name), dependencies: Set(products + plain))
        }.filter { FileManager.default.fileExists(atPath: root + "/Sources/" + $0.name) }
    }()

    private static func imports(of target: String) -> [(file: String, module: String)] {
        let folder = root + "/Sources/" + target
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
            let source = (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)) ?? ""
            let lines = source.matches(
                of: /(?m)^(?:@\w+(?:\([^)]*\))? )*(?:public |internal |package )?import (?:struct |enum |func )?(\w+)/)
            return lines.map { (file, String($0.1)) }
        }
    }

    @Test func thePackageIsRead() {
        let names = Set(Self.targets.map(\.name))
        #expect(
            names.isSuperset(of: [
                "Diagnostics", "Markdown", "Theming", "SiteModel", "SearchCore", "SiteBuilder", "panduan",
            ]))
        #expect(Self.targets.first { $0.name == "SiteModel" }?.dependencies == ["Diagnostics", "Markdown"])
        #expect(Self.imports(of: "SiteBuilder").contains { $0.module == "SiteModel" })
    }

    @Test func aTargetImportsOnlyWhatItDeclares() {
        for target in Self.targets {
            let allowed = target.dependencies.union(Self.system[target.name] ?? [])
            for (file, module) in Self.imports(of: target.name) where !allowed.contains(module) {
                Issue.record("Sources/\(target.name)/\(file) imports \(module), which Package.swift does not declare")
            }
        }
    }

    @Test func aTargetDeclaresOnlyWhatItImports() {
        for target in Self.targets where !["CompileEngine", "EmbedFiles"].contains(target.name) {
            let imported = Set(Self.imports(of: target.name).map(\.module))
            #expect(target.dependencies.subtracting(imported).isEmpty, "\(target.name)")
        }
    }

    @Test func theSearchEngineImportsNothing() {
        #expect(Self.targets.first { $0.name == "SearchCore" }?.dependencies == [])
        #expect(Self.imports(of: "SearchCore").isEmpty)
    }

    @Test func dependenciesFlowOneWay() {
        var below: [String: Set<String>] = [:]
        func reach(_ name: String, _ path: [String]) -> Set<String> {
            if let known = below[name] { return known }
            #expect(!path.contains(name), "\(path.joined(separator: " → ")) → \(name)")
            guard !path.contains(name), let target = Self.targets.first(where: { $0.name == name }) else { return [] }
            let all = target.dependencies.union(target.dependencies.flatMap { reach($0, path + [name]) })
            below[name] = all
            return all
        }
        #expect(!reach("Theming", []).contains("SiteModel"))
        #expect(!reach("Markdown", []).contains("Theming"))
        #expect(reach("panduan", []).contains("Diagnostics"))
    }
}
