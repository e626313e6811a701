import FlyingSocks
import Foundation

/// Serves a preview on this machine alone; its pages reload themselves when the site changes.
struct PreviewServer {
    let site: PreviewSite
    private let listener: Socket

    private static let prefix = "/__panduan/"

    /// - Parameter port: 0 for any that is free.
    /// - Throws: `SocketError` where the port is taken.
    init(site: PreviewSite, port: UInt16) throws {
        self.site = site
        listener = try Socket(domain: AF_INET)
        try listener.setValue(true, for: .localAddressReuse)
        try listener.bind(to: .inet(ip4: "127.0.0.1", port: port))
        try listener.listen()
    }

    /// The port that it listens on.
    var port: UInt16 {
        if case .ip4(_, let port)? = try? listener.sockname() { port } else { 0 }
    }

    func run() async throws {
        let pool = SocketPool<Poll>.make()
        try await pool.prepare()
        let socket = try AsyncSocket(socket: listener, pool: pool)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await accept(on: socket) }
            try await group.next()
            group.cancelAll()
        }
    }

    private func accept(on listener: AsyncSocket) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for try await socket in listener.sockets {
                group.addTask { await PreviewConnection(socket: socket).answer { await respond(to: $0) } }
            }
        }
    }

    private func respond(to request: PreviewRequest) async -> PreviewResponse {
        guard request.method == "GET" || request.method == "HEAD" else {
            return PreviewResponse(status: .methodNotAllowed)
        }
        // A page of another site must not read the preview through a name that leads here.
        if let host = request.host, !["127.0.0.1", "localhost"].contains(host.prefix { $0 != ":" }) {
            return PreviewResponse(status: .forbidden)
        }
        if request.path.hasPrefix(Self.prefix) {
            return await respond(toOwn: String(request.path.dropFirst(Self.prefix.count)), request)
        }
        let path = (request.path.removingPercentEncoding ?? request.path).drop { $0 == "/" }
        let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : String(path)
        if let bytes = await site.file(name) { return response(bytes, name) }
        if await site.file(name + "/index.html") != nil {
            return PreviewResponse(status: .movedPermanently, location: request.path + "/")
        }
        let missing = await site.file("404.html") ?? Array("404".utf8)
        return response(missing, "404.html", status: .notFound)
    }

    private func respond(toOwn path: String, _ request: PreviewRequest) async -> PreviewResponse {
        switch path {
        case "reload.js":
            return response(Array(Self.reloadScript.utf8), path)
        case "state":
            let version = request.number(of: "after") ?? -1
            let state = await site.state(after: version)
            let json = try? JSONSerialization.data(
                withJSONObject: ["version": state.version, "errors": state.errors], options: .sortedKeys)
            return response([UInt8](json ?? Data()), "state.json")
        default:
            return PreviewResponse(status: .notFound)
        }
    }

    private func response(
        _ bytes: [UInt8], _ name: String, status: PreviewResponse.Status = .ok
    ) -> PreviewResponse {
        let body = name.hasSuffix(".html") ? withReload(bytes) : bytes
        return PreviewResponse(status: status, contentType: Self.contentType(of: name), body: body)
    }

    /// The page with the reloading script, and leave for it to ask this server.
    private func withReload(_ page: [UInt8]) -> [UInt8] {
        let html = String(decoding: page, as: UTF8.self)
            .replacing("default-src 'none'", with: "default-src 'none'; connect-src 'self'", maxReplacements: 1)
            .replacing(
                "</head>", with: "<script src=\"\(Self.prefix)reload.js\" defer></script></head>", maxReplacements: 1)
        return Array(html.utf8)
    }

    private static func contentType(of name: String) -> String {
        let types = [
            "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
            "js": "text/javascript; charset=utf-8",
            "json": "application/json", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
            "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif", "txt": "text/plain; charset=utf-8",
            "xml": "application/xml", "csv": "text/csv; charset=utf-8", "pdf": "application/pdf", "ico": "image/x-icon",
            "zip": "application/zip",
        ]
        return types[name.split(separator: ".").last.map { $0.lowercased() } ?? ""] ?? "application/octet-stream"
    }

    /// Waits for the next version of the site, reloads the page, and shows errors over the last good one.
    private static let reloadScript = """
        (function () {
          "use strict";
          var version = -1, panel = null;
          function show(errors) {
            if (panel) { panel.remove(); panel = null; }
            if (!errors.length) { return; }
            panel = document.createElement("pre");
            panel.id = "panduan-errors";
            panel.setAttribute("role", "alert");
            var style = panel.style;
            style.position = "fixed"; style.left = "0"; style.right = "0"; style.bottom = "0"; style.zIndex = "1000";
            style.maxHeight = "50vh"; style.overflow = "auto"; style.margin = "0"; style.padding = "16px";
            style.background = "#1b1b1f"; style.color = "#ffd7d5"; style.font = "14px/1.5 monospace";
            style.whiteSpace = "pre-wrap"; style.borderTop = "4px solid #b91c1c";
            panel.textContent = errors.join("\\n");
            document.body.appendChild(panel);
          }
          function wait(delay) { setTimeout(ask, delay); }
          function ask() {
            fetch("/__panduan/state?after=" + version, { cache: "no-store" }).then(function (response) {
              return response.json();
            }).then(function (state) {
              var isNew = version >= 0 && state.version !== version;
              version = state.version;
              if (isNew && !state.errors.length) { location.reload(); return; }
              show(state.errors);
              wait(0);
            }, function () { wait(1000); });
          }
          ask();
        })();
        """
}
