// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/pastedheaders.h"

#include "http/field.h"
#include "text/ascii.h"
#include "json/document.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace designer::ui {
namespace {

using connection::HeaderRow;

QString tr(const char *text)
{
    return QCoreApplication::translate("Headers", text);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// `-H 'Name: value' \` → `Name: value`
std::string_view withoutCurl(std::string_view line)
{
    if (line.ends_with('\\'))
        line = trimmed(line.substr(0, line.size() - 1));
    for (const std::string_view option : {"-H", "--header"}) {
        if (line.starts_with(option) && line.size() > option.size()
            && std::string_view(" \t'\"").find(line[option.size()]) != std::string_view::npos)
            line = trimmed(line.substr(option.size()));
    }
    const bool isQuoted
        = line.size() > 1 && line.front() == line.back() && (line.front() == '\'' || line.front() == '"');
    return isQuoted ? line.substr(1, line.size() - 2) : line;
}

std::optional<HeaderRow> headerOf(std::string_view line)
{
    const std::size_t colon = line.find_first_of(":\t");
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view name = trimmed(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    const bool isAddress = line.substr(colon).starts_with("://");
    if (!http::isToken(name) || isAddress)
        return std::nullopt;
    return HeaderRow{std::string(name), std::string(value), true};
}

PastedHeaders fromLines(std::string_view text)
{
    PastedHeaders out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string_view line = withoutCurl(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        if (auto row = headerOf(line))
            out.rows.push_back(std::move(*row));
        else
            ++out.unread;
    }
    return out;
}

std::string textOf(const json::Value &value)
{
    return value.isString() ? value.text() : std::string(value.raw());
}

void take(PastedHeaders &out, const std::string &name, const json::Value &value)
{
    if (value.isObject() || value.isArray() || !http::isToken(name))
        ++out.unread;
    else
        out.rows.push_back({name, textOf(value), true});
}

PastedHeaders fromObject(const json::Value &object)
{
    PastedHeaders out;
    for (const json::Member &member : object.members())
        take(out, member.nameText(), member.value);
    return out;
}

PastedHeaders fromList(const json::Value &list)
{
    PastedHeaders out;
    for (const json::Value &item : list.elements()) {
        const json::Value name = item.find("name") ? item.find("name") : item.find("key");
        if (name.isString() && item.find("value"))
            take(out, name.text(), item.find("value"));
        else
            ++out.unread;
    }
    return out;
}

PastedHeaders fromJson(const json::Value &root)
{
    const json::Value inner = root.find("headers");
    const json::Value value = inner.isObject() || inner.isArray() ? inner : root;
    return value.isArray() ? fromList(value) : fromObject(value);
}

} // namespace

Result<PastedHeaders> pastedHeaders(std::string_view text)
{
    const std::string_view plain = trimmed(text);
    PastedHeaders out;
    if (plain.starts_with('{') || plain.starts_with('[')) {
        const json::Document document{std::string(plain)};
        if (document.isValid())
            out = fromJson(document.root());
    } else if (plain.starts_with('"')) { // members without their braces, as copied from a file
        std::string_view members = plain;
        if (members.ends_with(','))
            members.remove_suffix(1);
        const json::Document document('{' + std::string(members) + '}');
        out = document.isValid() ? fromJson(document.root()) : fromLines(plain);
    } else {
        out = fromLines(plain);
    }
    if (out.rows.empty()) {
        return Error{ErrorCode::UnrecognisedFormat,
                     plain.empty() ? tr("there is no text to paste") : tr("no header could be read"),
                     tr("copy lines such as Name: value, or JSON"),
                     {},
                     {}};
    }
    return out;
}

std::vector<HeaderRow> mergedHeaders(std::vector<HeaderRow> rows, const std::vector<HeaderRow> &pasted)
{
    for (const HeaderRow &row : pasted) {
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const HeaderRow &there) {
            return text::equalsIgnoringCase(there.name, row.name);
        });
        const bool wasOn = same != rows.end() && same->on;
        if (wasOn) {
            same->value = row.value;
            continue;
        }
        if (same != rows.end())
            rows.erase(same);
        const auto firstOff
            = std::find_if(rows.begin(), rows.end(), [](const HeaderRow &there) { return !there.on; });
        rows.insert(firstOff, row);
    }
    return rows;
}

} // namespace designer::ui
