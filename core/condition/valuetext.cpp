// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/valuetext.h"

#include "condition/decimal.h"
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

/// Whether \a text would be read as something else than this text where it stands by itself.
bool needsQuotes(std::string_view text)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    return text.empty() || trimmed(text) != text || std::any_of(text.begin(), text.end(), isControl)
        || Document{std::string(text)}.isValid();
}

/// One of several lines.
std::string lineItem(const Value &value)
{
    if (!value.isString())
        return json::minified(value);
    std::string text = value.text();
    return needsQuotes(text) ? json::quoted(text) : text;
}

/// One of several in a line, between commas.
std::string listItem(const Value &value)
{
    std::string text = lineItem(value);
    const bool isOpen = value.isString() && text.find_first_of(",\"\\[{") != std::string::npos;
    return isOpen && text.front() != '"' ? json::quoted(text) : text;
}

/// What an item means: JSON as it stands (a number, true, a text in quotes) is that, anything else is
/// a text.
std::string meantBy(std::string_view item)
{
    return Document{std::string(item)}.isValid() ? std::string(item) : json::quoted(item);
}

/// The place after the quotes that open at \a at, or the end.
std::size_t afterQuotes(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != '"')
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}

/// The end of the item that begins at \a at: the next comma outside of quotes and brackets.
std::size_t itemEnd(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && json::isSpace(text[end]))
        ++end;
    const bool isJson
        = end < text.size() && std::string_view("\"[{").find(text[end]) != std::string_view::npos;
    int depth = 0;
    while (end < text.size() && (depth > 0 || text[end] != ',')) {
        if (isJson && text[end] == '"') {
            end = afterQuotes(text, end);
            continue;
        }
        if (isJson)
            depth += (text[end] == '[' || text[end] == '{') - (text[end] == ']' || text[end] == '}');
        ++end;
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

std::vector<std::string_view> nonEmptyLines(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        if (const auto line = trimmed(text.substr(at, end - at)); !line.empty())
            out.push_back(line);
        at = end + 1;
    }
    return out;
}

std::string listOf(const std::vector<std::string_view> &items)
{
    std::string out;
    for (const std::string_view item : items)
        out += (out.empty() ? "" : ", ") + meantBy(item);
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

std::string typedLines(std::string_view listJson)
{
    const Document document{std::string(listJson)};
    std::string out;
    for (const Value &element : document.root().elements())
        out += lineItem(element) + '\n';
    return out;
}

std::string listOfLines(std::string_view lines)
{
    return listOf(nonEmptyLines(lines));
}

std::string valueOf(Operator op, std::string_view typed, std::string_view before)
{
    const Document document{std::string(before)};
    switch (valueKind(op)) {
    case ValueKind::Nothing: return {};
    case ValueKind::List: return listOf(items(typed));
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
