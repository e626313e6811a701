/// Binary in scripts and names from contents, for files that stand beside the index.
public enum ScriptText {
    /// Bytes as the digits that the index uses.
    public static func encode(_ bytes: [UInt8]) -> [UInt8] { Base91.encode(bytes) }

    /// Ten characters that tell contents apart.
    public static func fingerprint(_ bytes: [UInt8]) -> [UInt8] {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes)
        return fingerprint.text
    }
}
