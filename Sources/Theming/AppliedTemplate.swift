/// A template of a theme into which the values that many pages share are put already.
public struct AppliedTemplate: Sendable {
    private let whole: Template
    let rest: Template
    private let known: TemplateValues
    /// By number of a name: whether its known value was put in.
    private let settled: [Bool]

    init(_ template: Template, to known: TemplateValues) {
        let application = TemplateApplication(template, to: known)
        whole = template
        rest = application.rest
        self.known = known
        var settled = [Bool](repeating: false, count: 1 + known.highestNumber)
        for name in application.settled { settled[Int(name.number)] = true }
        self.settled = settled
    }

    /// Appends what `Theme.render` appends for these values over the known ones.
    public func render(_ values: TemplateValues, to output: inout [UInt8]) {
        var renderer = TemplateRenderer(changesSettled(values) ? whole : rest, values, over: known)
        renderer.render(to: &output)
    }

    private func changesSettled(_ values: TemplateValues) -> Bool {
        var isChanged = false
        values.forEachNumber { number, _ in
            if number < settled.count, settled[number] { isChanged = true }
        }
        return isChanged
    }
}
