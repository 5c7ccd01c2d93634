// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/formats.h"

#include "event/instant.h"
#include "text/ascii.h"
#include "url/url.h"

#include <algorithm>
#include <charconv>

namespace designer::insider {

namespace {

bool isSpaceOrControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F;
}

/// Letters of any alphabet, digits, hyphens inside.
bool isHostLabel(std::string_view label)
{
    if (label.empty() || label.front() == '-' || label.back() == '-')
        return false;
    return std::all_of(label.begin(), label.end(), [](char c) {
        return text::isLetterOrDigit(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool isHostName(std::string_view host)
{
    std::size_t labels = 0;
    std::string_view last;
    for (;;) {
        const std::size_t dot = host.find('.');
        last = host.substr(0, dot);
        if (!isHostLabel(last))
            return false;
        ++labels;
        if (dot == std::string_view::npos)
            break;
        host.remove_prefix(dot + 1);
    }
    return labels >= 2 && last.size() >= 2 && !text::isDigit(last.front());
}

bool isLanguageSubtag(std::string_view part)
{
    return part.size() >= 2 && part.size() <= 8
        && std::all_of(part.begin(), part.end(), text::isLetterOrDigit);
}

} // namespace

bool isInsiderEmail(std::string_view text)
{
    if (text.find('\n') != std::string_view::npos)
        return false;
    // The first `@` with something before it and the last `.` with something after it give the
    // pattern the most room between them.
    const std::size_t at = text.find('@', 1);
    if (at == std::string_view::npos || text.size() < at + 4)
        return false;
    const std::size_t dot = text.rfind('.', text.size() - 2);
    return dot != std::string_view::npos && dot >= at + 2;
}

bool isInsiderPhone(std::string_view text)
{
    if (text.size() < 8 || text.size() > 16 || text[0] != '+' || text[1] < '1' || text[1] > '9')
        return false;
    return std::all_of(text.begin() + 2, text.end(), text::isDigit);
}

bool isInsiderEventName(std::string_view text)
{
    const auto isFirst = [](char c) { return text::isLower(c) || text::isDigit(c); };
    const auto isNext = [&](char c) { return isFirst(c) || c == '.' || c == '_' || c == '-'; };
    return !text.empty() && isFirst(text.front()) && std::all_of(text.begin() + 1, text.end(), isNext);
}

bool isPlausibleEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos)
        return false;
    if (std::any_of(text.begin(), text.end(), isSpaceOrControl))
        return false;
    const std::string_view local = text.substr(0, at);
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos
        || local.find_first_of("\"(),:;<>[\\]") != std::string_view::npos)
        return false;
    return isHostName(text.substr(at + 1));
}

bool isTimestamp(std::string_view text)
{
    return text.size() > 10 && (text[10] == 'T' || text[10] == 't')
        && event::instantFromRfc3339(text).has_value();
}

bool isBirthday(std::string_view text)
{
    return isTimestamp(text) && text.back() == 'Z';
}

bool isLanguage(std::string_view text)
{
    const std::size_t end = std::min(text.find('_'), text.size());
    const std::string_view first = text.substr(0, end);
    if (first.size() < 2 || first.size() > 3 || !std::all_of(first.begin(), first.end(), text::isLower))
        return false;
    text.remove_prefix(end);
    while (!text.empty()) {
        text.remove_prefix(1);
        const std::size_t next = std::min(text.find('_'), text.size());
        if (!isLanguageSubtag(text.substr(0, next)))
            return false;
        text.remove_prefix(next);
    }
    return true;
}

bool isWebAddress(std::string_view text)
{
    const std::optional<url::Parts> parts = url::split(text);
    if (!parts || std::any_of(text.begin(), text.end(), isSpaceOrControl))
        return false;
    const auto isScheme
        = [&](std::string_view scheme) { return text::equalsIgnoringCase(parts->scheme, scheme); };
    return (isScheme("http") || isScheme("https")) && !parts->authority.empty()
        && !parts->authority.starts_with(':');
}

bool isInsecureAddress(std::string_view text)
{
    const std::optional<url::Parts> parts = url::split(text);
    return parts && text::equalsIgnoringCase(parts->scheme, "http");
}

bool isInteger(std::string_view number)
{
    const std::size_t mark = std::min(number.find_first_of("eE"), number.size());
    const std::string_view mantissa = number.substr(0, mark);
    const std::size_t point = mantissa.find('.');
    std::size_t digits = 0; // that count, from the left
    std::size_t lastDigit = 0; // the place of the last that is not 0
    for (const char c : mantissa) {
        digits += text::isDigit(c);
        if (c >= '1' && c <= '9')
            lastDigit = digits;
    }
    if (lastDigit == 0)
        return true; // zero, however it is written
    const std::size_t beforePoint = static_cast<std::size_t>(
        std::count_if(mantissa.begin(), mantissa.begin() + static_cast<std::ptrdiff_t>(std::min(point, mark)),
                      text::isDigit));
    const std::string_view exponent = number.substr(std::min(mark + 1, number.size()));
    long long shift = 0;
    const char *const begin = exponent.data() + (exponent.starts_with('+') ? 1 : 0);
    if (std::from_chars(begin, exponent.data() + exponent.size(), shift).ec == std::errc::result_out_of_range)
        return !exponent.starts_with('-'); // further than any text of digits reaches
    return static_cast<long long>(lastDigit) <= static_cast<long long>(beforePoint) + shift;
}

bool isBlank(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isSpaceOrControl);
}

bool hasUpperCase(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), text::isUpper);
}

} // namespace designer::insider
