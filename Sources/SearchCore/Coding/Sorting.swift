/// Sorts in place by a total order with heap sort: one small loop for each type, where the library's sort is kilobytes of
/// WebAssembly for each.
func heapSort<Element>(_ array: inout [Element], _ precedes: (Element, Element) -> Bool) {
    var end = array.count
    var start = end / 2
    while end > 1 {
        if start > 0 {
            start -= 1
        } else {
            end -= 1
            array.swapAt(0, end)
        }
        siftDown(&array, from: start, to: end, precedes)
    }
}

private func siftDown<Element>(
    _ array: inout [Element], from start: Int, to end: Int, _ precedes: (Element, Element) -> Bool
) {
    var root = start
    while true {
        var child = 2 * root + 1
        guard child < end else { return }
        if child + 1 < end, precedes(array[child], array[child + 1]) { child += 1 }
        guard precedes(array[root], array[child]) else { return }
        array.swapAt(root, child)
        root = child
    }
}

func heapSorted<Element>(_ array: [Element], _ precedes: (Element, Element) -> Bool) -> [Element] {
    var array = array
    heapSort(&array, precedes)
    return array
}
