// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/headparser.h"

#include "text/ascii.h"

#include <algorithm>

namespace designer::http {

namespace {

std::string cleaned(std::string_view value)
{
    std::string out(trimmed(value));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\0' || c == '\r'; }, ' ');
    return out;
}

} // namespace

bool readStatusLine(std::string_view line, Response &response)
{
    static constexpr std::string_view prefix = "HTTP/1.";
    const bool begins
        = line.size() >= 12 && line.starts_with(prefix) && text::isDigit(line[7]) && line[8] == ' ';
    if (!begins || !std::all_of(line.begin() + 9, line.begin() + 12, text::isDigit) || line[9] == '0')
        return false;
    if (line.size() > 12 && line[12] != ' ')
        return false;
    response.version = std::string("1.") + line[7];
    response.status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    response.reason = cleaned(line.substr(12));
    return true;
}

bool readHeaderLine(std::string_view line, std::vector<Header> &headers)
{
    if (line.starts_with(' ') || line.starts_with('\t')) {
        if (headers.empty())
            return false;
        std::string &value = headers.back().value;
        const std::string more = cleaned(line);
        value += value.empty() || more.empty() ? more : ' ' + more;
        return true;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return false;
    const std::string_view name = trimmed(line.substr(0, colon));
    if (!isToken(name))
        return false;
    headers.push_back({std::string(name), cleaned(line.substr(colon + 1))});
    return true;
}

} // namespace designer::http
