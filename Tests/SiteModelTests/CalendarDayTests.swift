import SiteModel
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: ["2024-02-29", "0001-01-01", "9999-12-31", "2000-02-29"])
    func dayThatExists(_ text: String) {
        #expect(CalendarDay(text)?.iso == text)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-1", "24-01-01", "2024-01-01T00",
        "", "2024/01/01", "0000-01-01", "２０２４-01-01", "+024-01-01",
    ])
    func dayThatDoesNot(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-11-30", 3, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-12-01", 1, "2025-01-01"), ("2024-05-05", 600, "2074-05-05"),
        ("9999-06-01", 12, "9999-12-01"),
    ])
    func addsMonths(_ day: String, _ months: Int, _ sum: String) {
        #expect(CalendarDay(day)?.adding(months: months).iso == sum)
    }

    @Test func countsDays() {
        #expect(CalendarDay("1970-01-01")?.daysSince1970 == 0)
        #expect(CalendarDay("2000-03-01")?.daysSince1970 == 11_017)
        #expect(CalendarDay("1969-12-31")?.daysSince1970 == -1)
        #expect(CalendarDay("0001-01-01")?.daysSince1970 == -719_162)
    }
}
