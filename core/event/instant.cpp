// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/instant.h"

#include "text/ascii.h"

#include <array>

namespace designer::event {

namespace {

constexpr std::int64_t minutesOfDay = 1440;

/// Reads a text from its beginning; what does not fit leaves it where it was.
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_rest(text) { }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

    bool skip(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    /// Exactly \a digits digits with a value from \a least to \a most.
    std::optional<int> number(std::size_t digits, int least, int most)
    {
        if (m_rest.size() < digits)
            return {};
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!text::isDigit(m_rest[i]))
                return {};
            value = value * 10 + (m_rest[i] - '0');
        }
        if (value < least || value > most)
            return {};
        m_rest.remove_prefix(digits);
        return value;
    }

    std::string_view digits()
    {
        std::size_t length = 0;
        while (length < m_rest.size() && text::isDigit(m_rest[length]))
            ++length;
        const std::string_view run = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return run;
    }

private:
    std::string_view m_rest;
};

bool isLeapYear(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysOfMonth(int year, int month)
{
    constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar, as RFC 3339 counts years
/// 0000 to 9999. The year begins in March here, so that the leap day is its last.
std::int64_t dayNumber(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int monthFromMarch = (month + 9) % 12;
    const int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    const int floorOf4 = (y + 400) / 4 - 100;
    const int floorOf100 = (y + 400) / 100 - 4;
    const int floorOf400 = (y + 400) / 400 - 1;
    return std::int64_t(365) * y + floorOf4 - floorOf100 + floorOf400 + dayOfYear - 719468;
}

/// Whether the minute is the last one of a month: the only ones that can have a second 60 (ITU-R
/// TF.460; RFC 3339, section 5.7).
bool endsMonth(std::int64_t minute)
{
    const std::int64_t nextMinute = minute + 1;
    if (nextMinute % minutesOfDay != 0)
        return false;
    const std::int64_t nextDay = nextMinute / minutesOfDay;
    // The first of a month is found from its year, which lies at most one away from this guess.
    const int guess = static_cast<int>(1970 + nextDay * 400 / 146097);
    for (int year = guess - 1; year <= guess + 1; ++year) {
        for (int month = 1; month <= 12; ++month) {
            if (dayNumber(year, month, 1) == nextDay)
                return true;
        }
    }
    return false;
}

std::optional<std::int64_t> readDate(Cursor &in)
{
    const auto year = in.number(4, 0, 9999);
    if (!year || !in.skip('-'))
        return {};
    const auto month = in.number(2, 1, 12);
    if (!month || !in.skip('-'))
        return {};
    const auto day = in.number(2, 1, daysOfMonth(*year, *month));
    if (!day)
        return {};
    return dayNumber(*year, *month, *day);
}

/// `HH:MM:SS` and a fraction, added to \a instant.
bool readTime(Cursor &in, Instant &instant)
{
    const auto hour = in.number(2, 0, 23);
    if (!hour || !in.skip(':'))
        return false;
    const auto minute = in.number(2, 0, 59);
    if (!minute || !in.skip(':'))
        return false;
    const auto second = in.number(2, 0, 60);
    if (!second)
        return false;
    instant.minute += *hour * 60 + *minute;
    instant.second = *second;
    if (!in.skip('.'))
        return true;
    std::string_view fraction = in.digits();
    if (fraction.empty())
        return false;
    while (!fraction.empty() && fraction.back() == '0')
        fraction.remove_suffix(1);
    instant.fraction = fraction;
    return true;
}

/// Minutes east of UTC.
std::optional<int> readOffset(Cursor &in)
{
    if (in.skip('Z') || in.skip('z'))
        return 0;
    const bool west = in.skip('-');
    if (!west && !in.skip('+'))
        return {};
    const auto hours = in.number(2, 0, 23);
    if (!hours || !in.skip(':'))
        return {};
    const auto minutes = in.number(2, 0, 59);
    if (!minutes)
        return {};
    const int offset = *hours * 60 + *minutes;
    return west ? -offset : offset;
}

std::optional<Instant> readInstant(std::string_view text, bool asInEvents)
{
    Cursor in(text);
    const auto day = readDate(in);
    if (!day)
        return {};
    Instant instant;
    instant.minute = *day * minutesOfDay;
    if (asInEvents && in.atEnd())
        return instant;
    if (!in.skip('T') && !in.skip('t') && !in.skip(' '))
        return {};
    if (!readTime(in, instant))
        return {};
    if (!asInEvents || !in.atEnd()) {
        const auto offset = readOffset(in);
        if (!offset || !in.atEnd())
            return {};
        instant.minute -= *offset;
    }
    if (instant.second == 60 && !endsMonth(instant.minute))
        return {};
    return instant;
}

} // namespace

std::optional<Instant> instantFromRfc3339(std::string_view text)
{
    return readInstant(text, false);
}

std::optional<Instant> instantFromEvent(std::string_view text)
{
    return readInstant(text, true);
}

} // namespace designer::event
