import Diagnostics
import SiteBuilder

/// The site that the preview server shows: the last good one, and what is wrong with the newest.
actor PreviewSite {
    struct State: Sendable {
        var version: Int
        var errors: [String]
    }

    private var files: [String: [UInt8]] = [:]
    private var state = State(version: 0, errors: [])
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Takes a new build in. With errors the last good pages stay, where there are any.
    func update(_ preview: SitePreview) {
        let errors = preview.loaded.diagnostics.filter { $0.severity == .error }
        if errors.isEmpty || files.isEmpty { files = preview.files }
        let printer = DiagnosticPrinter()
        var lines = preview.loaded.sourceLines
        publish(errors.prefix(20).map { printer.text($0, sourceLine: lines[$0.location]) })
    }

    /// A build that could not be done at all.
    func fail(_ message: String) {
        publish([message])
    }

    func file(_ path: String) -> [UInt8]? { files[path] }

    /// The state as soon as it differs from the version that the browser has; waits for some seconds at most.
    func state(after version: Int) async -> State {
        if state.version == version {
            let timeout = Task {
                try? await Task.sleep(for: .seconds(20))
                wake()
            }
            await withCheckedContinuation { waiting.append($0) }
            timeout.cancel()
        }
        return state
    }

    private func publish(_ errors: [String]) {
        state = State(version: state.version + 1, errors: errors)
        wake()
    }

    private func wake() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
