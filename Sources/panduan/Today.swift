import Foundation
import SiteModel

/// The machine's date: for commands that a person runs, never for what a build writes.
enum Today {
    static var day: CalendarDay? {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return CalendarDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }
}
