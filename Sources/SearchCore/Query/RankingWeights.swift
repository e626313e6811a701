/// The numbers that decide ranking, one setting for every site; in 256ths unless they say otherwise.
enum RankingWeights {
    /// A word's family beside the word as written.
    static let family: Int32 = 190
    /// A longer word that the last word may be the beginning of.
    static let completion: Int32 = 200
    static let synonym: Int32 = 256
    /// A synonym where a text says what was asked: less than the word and its family, whose forms it may share.
    static let synonymMark: Int32 = 150
    /// A common word that a rare one may be a misspelling of.
    static let likelier: Int32 = 220
    /// What the rest of a page adds to its best section.
    static let wide: Int32 = 160
    /// What a page loses at most for the words of the query that it lacks.
    static let coordination: Int32 = 88
    /// What neighbouring words, and a title or question that says just what was asked, add to a score at most.
    static let nearness: Int32 = 96
    static let agreement: Int32 = 192
    /// How much of the best page's coverage of the query a page needs to be found.
    static let coverage: Int32 = 40
    /// Pages that their texts put in order, however many are shown: a longer list begins with the same pages.
    static let judged = 10
    /// Pieces that are read for a quoted phrase, however many pages are shown; what stands in no other is not found.
    static let quoted = 26
    /// The least score of a pinned page, beyond any that words can earn.
    static let pin: Int32 = 1 << 30
    /// Function words count as if one in so many sections had them, if fewer have.
    static let functionWordShare = 12
    /// In queries of more words than this, function words fade.
    static let fullFunctionWords = 5
}
