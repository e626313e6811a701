/// What every page needs on which something is done and kept.
enum TrainingAssets {
    static func with(_ own: String...) -> [String] {
        ["training.css", "training-{lang}.js", "progress.js", "module.js"] + own
    }
}
