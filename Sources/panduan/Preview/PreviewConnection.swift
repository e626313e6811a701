import FlyingSocks
import Foundation

/// One connection of a browser to the preview: a request is read, answered, and the connection closed.
///
/// The sockets are a library's, the HTTP is not: the library's own HTTP brings a client and libcurl into the binary.
struct PreviewConnection {
    let socket: AsyncSocket

    private static let longestHead = 64 * 1024

    func answer(with respond: (PreviewRequest) async -> PreviewResponse) async {
        defer { try? socket.close() }
        guard let head = try? await readHead() else { return }
        guard let request = PreviewRequest(head: head) else {
            try? await socket.write(PreviewResponse(status: .badRequest).message(withBody: true))
            return
        }
        let response = await respond(request)
        try? await socket.write(response.message(withBody: request.method != "HEAD"))
    }

    /// The request line and the headers; nil when the browser hangs up or sends a longer head than any browser does.
    private func readHead() async throws -> String? {
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        while bytes.count < Self.longestHead {
            bytes += try await socket.read(atMost: 4096)
            if bytes.suffix(4096 + 3).contains(end) { return String(decoding: bytes, as: UTF8.self) }
        }
        return nil
    }
}

/// What a browser asks for.
struct PreviewRequest {
    let method: String
    /// Begins with a slash; percent-encoded, without the query.
    let path: String
    let query: String
    let host: String?

    init?(head: String) {
        let lines = head.split(separator: "\r\n")
        guard let parts = lines.first?.split(separator: " "), parts.count == 3, parts[1].hasPrefix("/") else {
            return nil
        }
        method = String(parts[0])
        let target = parts[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(target[0])
        query = target.count > 1 ? String(target[1]) : ""
        let line = lines.dropFirst().first { $0.lowercased().hasPrefix("host:") }
        host = line.map { $0.dropFirst("host:".count).trimmingCharacters(in: .whitespaces) }
    }

    func number(of name: String) -> Int? {
        let pair = query.split(separator: "&").first { $0.hasPrefix(name + "=") }
        return pair.flatMap { Int($0.dropFirst(name.count + 1)) }
    }
}

/// What a browser is answered; nothing of a preview is kept by it.
struct PreviewResponse {
    enum Status: String {
        case ok = "200 OK"
        case movedPermanently = "301 Moved Permanently"
        case badRequest = "400 Bad Request"
        case forbidden = "403 Forbidden"
        case notFound = "404 Not Found"
        case methodNotAllowed = "405 Method Not Allowed"
    }

    var status: Status
    var contentType = "text/plain; charset=utf-8"
    var location: String?
    var body: [UInt8] = []

    func message(withBody: Bool) -> Data {
        var head = "HTTP/1.1 \(status.rawValue)\r\nContent-Type: \(contentType)\r\nContent-Length: \(body.count)\r\n"
        if let location { head += "Location: \(location)\r\n" }
        head += "Cache-Control: no-store\r\nConnection: close\r\n\r\n"
        return Data(head.utf8) + (withBody ? Data(body) : Data())
    }
}
