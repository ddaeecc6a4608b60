//! Days of the calendar, for suppressions that expire.

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    /// `YYYY-MM-DD`, and only that.
    pub fn parse(text: &str) -> Option<Date> {
        let shape = text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        if text.len() != 10 || !shape {
            return None;
        }
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse().ok();
        let date = Date { year: number(0..4)?, month: number(5..7)?, day: number(8..10)? };
        let leap =
            |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match date.month {
            2 => 28 + u32::from(leap(date.year)),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&date.day).then_some(date)
    }

    /// The day (UTC) that many seconds after 1970 began. By <https://howardhinnant.github.io/date_algorithms.html>.
    pub fn at(seconds: u64) -> Date {
        let days = seconds / 86_400 + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        // Years begin in March here.
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (year, month) = match month {
            0..=9 => (year + era * 400, month + 3),
            _ => (year + era * 400 + 1, month - 9),
        };
        Date { year: year as u32, month: month as u32, day: day as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        for good in ["2026-11-25", "2024-02-29", "2000-02-29", "1999-12-31"] {
            assert!(Date::parse(good).is_some(), "{good}");
        }
        for bad in
            ["2023-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-1-1", "26-01-01", "2026-01-00", ""]
        {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert!(Date::parse("2026-01-31") < Date::parse("2026-02-01"));
    }

    #[test]
    fn seconds_are_days() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_795_564_800, "2026-11-25"),
            (1_798_675_200, "2026-12-31"),
        ] {
            assert_eq!(Some(Date::at(seconds)), Date::parse(day), "{seconds}");
        }
    }
}
