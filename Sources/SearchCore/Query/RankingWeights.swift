/// The numbers that decide ranking, one setting for every site; shares and weights are in 256ths.
public enum RankingWeights {
    nonisolated(unsafe) public static var T: [Int32] = [180, 200, 150, 64, 64, 64, 40, 6, 5, 0, 0]
    nonisolated(unsafe) public static var F: [Float] = [0.6, 0.6, 0.2, 0.4, 0.5, 1.2, 0.75, 0.8, 0.5, 0.8, 0.5]
    /// A word's family beside the word as written.
    static var family: Int32 { T[0] }
    /// A longer word that the last word may be the beginning of.
    static var completion: Int32 { T[1] }
    static var synonym: Int32 { T[2] }
    /// What the rest of a page adds to its best section.
    static var wide: Int32 { T[3] }
    /// What neighbouring words, and a title or question that says just what was asked, add to a score at most.
    static var nearness: Int32 { T[4] }
    static var agreement: Int32 { T[5] }
    /// How much of the best page's coverage of the query a page needs to be found.
    static var coverage: Int32 { T[6] }
    /// Pages beyond those shown whose texts are judged too.
    static var spare: Int { Int(T[7]) }
    /// In queries of more words than this, function words fade.
    static var fullFunctionWords: Int { Int(T[8]) }
}
