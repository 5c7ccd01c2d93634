// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/valuetext.h"

#include "json/document.h"
#include "json/layout.h"
#include "json/text.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace designer::condition {

using json::Document;
using json::Value;

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && json::isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && json::isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Whether \a text is one JSON token of a kind as \a like accepts.
template <typename Accept>
bool isToken(std::string_view text, Accept accept)
{
    const Document document{std::string(text)};
    return document.isValid() && accept(document.root());
}

bool isNumber(std::string_view text)
{
    return isToken(text, [](const Value &value) { return value.isNumber(); });
}

bool isLiteral(std::string_view text)
{
    return text == "true" || text == "false" || text == "null";
}

/// One value, beside one that was there before.
std::string scalar(std::string_view typed, const Value &before)
{
    const std::string_view text = trimmed(typed);
    if (before.isNumber() && isNumber(text))
        return std::string(text);
    const bool wasLiteral = before.isBool() || before.isNull();
    return wasLiteral && isLiteral(text) ? std::string(text) : json::quoted(typed);
}

std::string listItem(const Value &value)
{
    const std::string text = value.isString() ? value.text() : json::minified(value);
    const bool isPlain
        = !text.empty() && trimmed(text) == text && text.find_first_of(",\"\\") == std::string::npos;
    return isPlain || !value.isString() ? text : json::quoted(text);
}

/// The end of the item that begins at \a at: the next comma outside of quotes.
std::size_t itemEnd(std::string_view text, std::size_t at)
{
    std::size_t first = at;
    while (first < text.size() && json::isSpace(text[first]))
        ++first;
    const bool isQuoted = first < text.size() && text[first] == '"';
    std::size_t end = isQuoted ? first + 1 : first;
    for (bool inside = isQuoted; end < text.size() && (inside || text[end] != ','); ++end) {
        if (inside && text[end] == '\\' && end + 1 < text.size())
            ++end;
        else if (inside && text[end] == '"')
            inside = false;
    }
    return end;
}

std::vector<std::string_view> items(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = itemEnd(text, at);
        if (const auto item = trimmed(text.substr(at, end - at)); !item.empty())
            out.push_back(item);
        at = end + 1;
    }
    return out;
}

bool stoodThere(const Value &list, std::string_view item)
{
    bool found = false;
    for (const Value &value : list.elements())
        found |= !value.isString() && value.raw() == item;
    return found;
}

bool isListOfNumbers(const Value &list)
{
    if (!list.isArray())
        return list.isNumber();
    std::size_t count = 0;
    for (const Value &value : list.elements()) {
        if (!value.isNumber())
            return false;
        ++count;
    }
    return count > 0;
}

std::string list(std::string_view typed, const Value &before)
{
    const bool ofNumbers = isListOfNumbers(before);
    std::string out;
    for (const std::string_view item : items(typed)) {
        const bool isQuoted = isToken(item, [](const Value &value) { return value.isString(); });
        const bool isRaw = isQuoted || stoodThere(before, item) || (ofNumbers && isNumber(item));
        out += out.empty() ? "" : ", ";
        out += isRaw ? std::string(item) : json::quoted(item);
    }
    return '[' + out + ']';
}

} // namespace

std::string typedText(std::string_view valueJson)
{
    const Document document{std::string(valueJson)};
    const Value value = document.root();
    if (!value.isArray())
        return value.isString() ? value.text() : std::string(trimmed(valueJson));
    std::string out;
    for (const Value &element : value.elements())
        out += (out.empty() ? "" : ", ") + listItem(element);
    return out;
}

std::string valueOf(Operator op, std::string_view typed, std::string_view before)
{
    const Document document{std::string(before)};
    switch (valueKind(op)) {
    case ValueKind::Nothing: return {};
    case ValueKind::List: return list(typed, document.root());
    case ValueKind::Number: {
        const std::string_view text = trimmed(typed);
        return isNumber(text) ? std::string(text) : json::quoted(typed);
    }
    case ValueKind::Pattern: return json::quoted(typed);
    case ValueKind::Time: return json::quoted(trimmed(typed));
    case ValueKind::Scalar:
    case ValueKind::Text: break;
    }
    return scalar(typed, document.root());
}

std::string convertedValue(Operator op, std::string_view before)
{
    const Document document{std::string(before)};
    const Value value = document.root();
    if (valueKind(op) == ValueKind::List) {
        if (!value || value.isArray())
            return value ? std::string(before) : "[]";
        return value.isString() && value.text().empty() ? "[]" : '[' + std::string(before) + ']';
    }
    if (value.isArray() && value.size() == 1)
        return convertedValue(op, value.at(0).raw());
    return valueOf(op, typedText(before), before);
}

} // namespace designer::condition
