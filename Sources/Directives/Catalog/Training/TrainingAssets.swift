/// What every page needs on which something is done and kept.
public enum TrainingAssets {
    public static func with(_ own: String...) -> [String] {
        ["training.css", "training-{lang}.js", "stores.js", "progress.js", "exchange.js", "module.js"] + own
    }
}
