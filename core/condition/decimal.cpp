// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/decimal.h"

#include "text/ascii.h"

#include <algorithm>
#include <cstdint>

namespace designer::condition {

namespace {

std::size_t digitRun(std::string_view text, std::size_t from)
{
    std::size_t end = from;
    while (end < text.size() && text::isDigit(text[end]))
        ++end;
    return end - from;
}

std::string_view withoutLeadingZeros(std::string_view digits)
{
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// A number as the value of 0.DIGITS × 10^(exponent + shift), the first digit not being zero.
/// Everything is a view into the number's text.
struct Decimal
{
    explicit Decimal(std::string_view text);

    [[nodiscard]] bool isZero() const { return digits.empty(); }
    [[nodiscard]] int sign() const { return isZero() ? 0 : negative ? -1 : 1; }

    bool negative = false;
    std::string_view digits; ///< from the first digit that is not zero; may hold the point
    std::int64_t shift = 0;
    bool exponentNegative = false;
    std::string_view exponent; ///< without leading zeros
};

Decimal::Decimal(std::string_view text)
{
    if (text.front() == '-') {
        negative = true;
        text.remove_prefix(1);
    }
    const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
    if (mark < text.size()) {
        std::string_view rest = text.substr(mark + 1);
        exponentNegative = rest.front() == '-';
        if (!text::isDigit(rest.front()))
            rest.remove_prefix(1);
        exponent = withoutLeadingZeros(rest);
        text = text.substr(0, mark);
    }
    const std::size_t first = text.find_first_of("123456789");
    if (first == std::string_view::npos)
        return;
    const std::size_t point = std::min(text.find('.'), text.size());
    digits = text.substr(first);
    shift = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
    if (first > point)
        ++shift; // the point itself stands between
}

int digitAt(std::string_view digits, std::size_t place, std::size_t places)
{
    const std::size_t missing = places - digits.size();
    return place < missing ? 0 : digits[place - missing] - '0';
}

/// a's exponent less b's. Beyond what any shift could make up for it stops growing: then its sign
/// alone is right, and alone is asked for.
std::int64_t exponentDifference(const Decimal &a, const Decimal &b)
{
    constexpr std::int64_t enough = 100'000'000'000'000'000;
    const std::size_t places = std::max(a.exponent.size(), b.exponent.size());
    std::int64_t difference = 0;
    for (std::size_t i = 0; i < places; ++i) {
        const int left = digitAt(a.exponent, i, places) * (a.exponentNegative ? -1 : 1);
        const int right = digitAt(b.exponent, i, places) * (b.exponentNegative ? -1 : 1);
        difference = difference * 10 + left - right;
        if (difference > enough || difference < -enough)
            break;
    }
    return difference;
}

/// The next digit at or after \a i, the point passed over; 0 after the end.
int nextDigit(std::string_view digits, std::size_t &i)
{
    if (i < digits.size() && digits[i] == '.')
        ++i;
    return i < digits.size() ? digits[i++] - '0' : 0;
}

std::strong_ordering compareDigits(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const int left = nextDigit(a, i);
        const int right = nextDigit(b, j);
        if (left != right)
            return left <=> right;
    }
    return std::strong_ordering::equal;
}

std::strong_ordering compareMagnitudes(const Decimal &a, const Decimal &b)
{
    const std::int64_t scale = exponentDifference(a, b) + a.shift - b.shift;
    return scale != 0 ? scale <=> 0 : compareDigits(a.digits, b.digits);
}

} // namespace

bool isNumber(std::string_view text)
{
    std::size_t i = !text.empty() && text.front() == '-' ? 1 : 0;
    const std::size_t whole = digitRun(text, i);
    if (whole == 0 || (whole > 1 && text[i] == '0'))
        return false;
    i += whole;
    if (i < text.size() && text[i] == '.') {
        const std::size_t fraction = digitRun(text, i + 1);
        if (fraction == 0)
            return false;
        i += 1 + fraction;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            ++i;
        const std::size_t exponent = digitRun(text, i);
        if (exponent == 0)
            return false;
        i += exponent;
    }
    return i == text.size();
}

std::strong_ordering compareNumbers(std::string_view a, std::string_view b)
{
    const Decimal left(a);
    const Decimal right(b);
    if (left.sign() != right.sign())
        return left.sign() <=> right.sign();
    if (left.isZero())
        return std::strong_ordering::equal;
    return left.negative ? compareMagnitudes(right, left) : compareMagnitudes(left, right);
}

} // namespace designer::condition
