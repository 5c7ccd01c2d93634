// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/framing.h"

#include "text/ascii.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <vector>

namespace designer::http {

namespace {

/// The elements of all headers of that name, taken as one comma-separated list.
std::vector<std::string_view> listOf(const std::vector<Header> &headers, std::string_view name)
{
    std::vector<std::string_view> out;
    for (const Header &header : headers) {
        if (!text::equalsIgnoringCase(header.name, name))
            continue;
        std::string_view rest = header.value;
        while (true) {
            const auto comma = std::min(rest.find(','), rest.size());
            out.push_back(trimmed(rest.substr(0, comma)));
            if (comma == rest.size())
                break;
            rest.remove_prefix(comma + 1);
        }
    }
    return out;
}

std::optional<std::uint64_t> decimal(std::string_view text)
{
    if (text.empty() || !std::all_of(text.begin(), text.end(), text::isDigit))
        return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? value : std::numeric_limits<std::uint64_t>::max();
}

Framing byLength(const std::vector<std::string_view> &lengths)
{
    const std::optional<std::uint64_t> first = decimal(lengths.front());
    const bool agree = std::all_of(lengths.begin(), lengths.end(),
                                   [&](std::string_view text) { return decimal(text) == first; });
    if (!first || !agree)
        return {Framing::Contradictory, 0};
    return {Framing::Length, *first};
}

Framing byCoding(const std::vector<std::string_view> &codings)
{
    const bool plain = std::all_of(codings.begin(), codings.end(), [](std::string_view c) {
        return text::equalsIgnoringCase(c, "identity");
    });
    if (plain)
        return {Framing::UntilClose, 0};
    const bool chunked = codings.size() == 1 && text::equalsIgnoringCase(codings.front(), "chunked");
    return {chunked ? Framing::Chunked : Framing::UnknownCoding, 0};
}

} // namespace

Framing framingOf(const Response &response, bool toHead)
{
    if (toHead || response.status < 200 || response.status == 204 || response.status == 304)
        return {Framing::NoBody, 0};
    const std::vector<std::string_view> codings = listOf(response.headers, "Transfer-Encoding");
    if (!codings.empty())
        return byCoding(codings);
    const std::vector<std::string_view> lengths = listOf(response.headers, "Content-Length");
    return lengths.empty() ? Framing{Framing::UntilClose, 0} : byLength(lengths);
}

std::optional<std::uint64_t> chunkSize(std::string_view line)
{
    const std::string_view digits = trimmed(line.substr(0, line.find(';')));
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.empty() || digits.front() == '-' || error != std::errc()
        || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

} // namespace designer::http
