/// Something on a page that a learner does and that is kept: a quiz, a practice, a role-play.
public struct Activity: Sendable {
    public struct Question: Sendable {
        /// Changes when the question does, so that a kept answer is never taken for one to another question.
        public var id: String
        /// Plain text, for reports.
        public var text: String

        public init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }

    public struct Card: Sendable {
        public var id: String
        /// Plain text, as `back`.
        public var front: String
        public var back: String

        public init(id: String, front: String, back: String) {
            self.id = id
            self.front = front
            self.back = back
        }
    }

    /// The directive's name.
    public var kind: String
    /// Its address on the page, from `RenderingScope.uniqueID`.
    public var id: String
    /// Plain text, or empty.
    public var title: String
    public var questions: [Question]
    public var cards: [Card]
    /// Keys of the pages that belong to it, in order.
    public var modules: [String]
    /// Whether the module is done only when this is.
    public var isRequired: Bool

    public init(
        kind: String, id: String, title: String, questions: [Question] = [], cards: [Card] = [],
        modules: [String] = [], isRequired: Bool = true
    ) {
        self.kind = kind
        self.id = id
        self.title = title
        self.questions = questions
        self.cards = cards
        self.modules = modules
        self.isRequired = isRequired
    }
}
