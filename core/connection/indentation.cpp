// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/indentation.h"

namespace designer::connection {

namespace {

bool isEmptyLine(std::string_view text, std::size_t begin)
{
    return begin == text.size() || text[begin] == '\n' || text.substr(begin, 2) == "\r\n";
}

std::size_t nextLine(std::string_view text, std::size_t at)
{
    const std::size_t feed = text.find('\n', at);
    return feed == std::string_view::npos ? text.size() : feed + 1;
}

bool canBeOutdented(std::string_view text, std::string_view indentation)
{
    for (std::size_t at = nextLine(text, 0); at < text.size(); at = nextLine(text, at)) {
        if (isEmptyLine(text, at))
            continue;
        if (!text.substr(at).starts_with(indentation) || isEmptyLine(text, at + indentation.size()))
            return false;
    }
    return true;
}

} // namespace

std::string reindented(std::string_view text, std::string_view from, std::string_view to)
{
    std::string out;
    out.reserve(text.size() + (to.size() > from.size() ? text.size() / 8 : 0));
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = nextLine(text, at);
        out += text.substr(at, next - at);
        at = next;
        if (!isEmptyLine(text, at) && text.substr(at).starts_with(from)) {
            out += to;
            at += from.size();
        }
    }
    return out;
}

std::string indented(std::string_view text, std::string_view indentation)
{
    return reindented(text, {}, indentation);
}

std::optional<std::string> outdented(std::string_view text, std::string_view indentation)
{
    if (!canBeOutdented(text, indentation))
        return std::nullopt;
    return reindented(text, indentation, {});
}

std::string atLeftEdge(std::string_view json)
{
    const std::size_t lastLine = json.rfind('\n') + 1; // npos + 1 is 0
    const std::size_t indentEnd = json.find_first_not_of(" \t", lastLine);
    if (lastLine == 0 || indentEnd == std::string_view::npos)
        return std::string(json);
    return reindented(json, json.substr(lastLine, indentEnd - lastLine), {});
}

} // namespace designer::connection
