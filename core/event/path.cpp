// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/path.h"

#include "text/ascii.h"
#include "json/pointer.h"
#include "json/utf8.h"

#include <QChar>

#include <algorithm>

namespace designer::event {

namespace {

bool isAsciiNameByte(char c)
{
    return text::isLetterOrDigit(c) || c == '_' || c == '-' || c == '$';
}

/// The length of the name at the beginning of \a text, or 0.
std::size_t nameLength(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        if (isAsciiNameByte(text[i])) {
            ++i;
            continue;
        }
        if (static_cast<unsigned char>(text[i]) < 0x80)
            break;
        const json::utf8::Decoded letter = json::utf8::decode(text, i);
        if (!letter.valid || (!QChar::isLetter(letter.codePoint) && !QChar::isMark(letter.codePoint)))
            break;
        i += letter.length;
    }
    return i;
}

} // namespace

std::size_t pathLength(std::string_view text)
{
    std::size_t length = nameLength(text);
    while (length > 0 && length < text.size() && text[length] == '.') {
        const std::size_t next = nameLength(text.substr(length + 1));
        if (next == 0)
            break;
        length += 1 + next;
    }
    return length;
}

std::optional<Path> Path::parse(std::string_view text)
{
    if (text.empty() || pathLength(text) != text.size())
        return std::nullopt;
    Path path;
    path.m_text = text;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('.', begin), text.size());
        path.m_names.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return path;
}

Lookup lookUp(const json::Value &event, const Path &path)
{
    Lookup out;
    json::Value here = event.find(path.names().front());
    if (!here) {
        out.insideProperties = true;
        here = event.find("properties").find(path.names().front());
    }
    for (std::size_t i = 1; here && i < path.names().size(); ++i) {
        const std::string &name = path.names()[i];
        const auto index = json::indexToken(name);
        here = here.isArray() && index ? here.at(*index) : here.find(name);
    }
    out.value = here;
    return out;
}

} // namespace designer::event
