// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/membertrace.h"

#include "insider/catalogue.h"
#include "json/layout.h"
#include "json/pointer.h"

#include <algorithm>
#include <charconv>

namespace designer::insider {

namespace {

/// Takes "WORD.N." off the front of \a text.
std::optional<std::size_t> takeNumber(std::string_view &text, std::string_view word)
{
    std::string_view rest = text;
    if (!rest.starts_with(word) || !rest.substr(word.size()).starts_with('.'))
        return std::nullopt;
    rest.remove_prefix(word.size() + 1);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc())
        return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (!rest.empty() && !rest.starts_with('.'))
        return std::nullopt;
    text = rest.empty() ? rest : rest.substr(1);
    return number;
}

/// Whether the value of an identifier is what a message complains of.
bool isMeant(const ErrorRow &row, const json::Value &value, const std::string &said)
{
    if (row.id == "uuid")
        return !value.isString() && json::minified(value) == said;
    return value.isString() && value.text() == said;
}

/// Whether the identifier \a name is of the kind that \a row complains of.
bool isOfKind(const ErrorRow &row, std::string_view name)
{
    const IdentifierRow *identifier = lookUp(catalogue().identifiers, name);
    if (row.id == "identifierKey")
        return !identifier && name != "custom";
    if (!identifier)
        return false;
    const Format format = row.id == "email" ? Format::Email : row.id == "phone" ? Format::Phone : Format::Any;
    return identifier->format == format;
}

/// The identifiers of \a user that the message may be about, in the order of the text.
std::vector<std::string> candidates(const json::Value &identifiers, const ErrorRow &row,
                                    const std::string &said)
{
    std::vector<std::string> out;
    for (const json::Member &member : identifiers.members()) {
        std::string name = member.nameText();
        if (isOfKind(row, name) && (row.id == "identifierKey" || isMeant(row, member.value, said)))
            out.push_back(std::move(name));
    }
    return out;
}

/// The row of "errors" below \a place ("identifiers.") whose message this is, with its values.
const ErrorRow *rowOf(std::string_view place, std::string_view message, std::vector<std::string> &values)
{
    for (const ErrorRow &row : catalogue().errors) {
        if (!row.key.starts_with(place))
            continue;
        if (auto found = valuesOf(row.message, message)) {
            values = std::move(*found);
            return &row;
        }
    }
    return nullptr;
}

std::string identifierPointer(const std::string &user, std::string_view message, std::size_t occurrence,
                              const json::Value &payload)
{
    std::string place = user + "/identifiers";
    std::vector<std::string> values;
    const ErrorRow *row = rowOf("identifiers.*.", message, values);
    if (!row)
        return place;
    const auto names
        = candidates(json::resolve(payload, place), *row, values.empty() ? std::string() : values.front());
    if (names.empty())
        return place;
    return json::appended(place, names[std::min(occurrence, names.size() - 1)]);
}

std::string parameterPointer(const std::string &event, std::string_view message)
{
    const std::string place = event + "/event_params";
    std::vector<std::string> values;
    const ErrorRow *row = rowOf("event_params.*.", message, values);
    return row && !values.empty() ? json::appended(place, values.front()) : place;
}

/// \a parent with the first name of \a tail: "timestamp.*.required" is about the timestamp.
std::string namedMember(const std::string &parent, std::string_view tail)
{
    const std::string_view name = tail.substr(0, tail.find('.'));
    return name.empty() || name == "*" ? parent : json::appended(parent, name);
}

} // namespace

ErrorKey ErrorKey::parse(std::string_view key)
{
    ErrorKey out;
    out.user = takeNumber(key, "users");
    if (out.user)
        out.event = takeNumber(key, "events");
    out.tail = key;
    return out;
}

std::optional<std::vector<std::string>> valuesOf(std::string_view text, std::string_view message)
{
    std::vector<std::string> values;
    std::size_t place = text.find('%');
    if (!message.starts_with(text.substr(0, place)))
        return std::nullopt;
    while (place != std::string_view::npos) {
        message.remove_prefix(place);
        text.remove_prefix(std::min(place + 2, text.size()));
        place = text.find('%');
        const std::string_view literal = text.substr(0, place);
        const bool isLast = place == std::string_view::npos;
        if (isLast && !message.ends_with(literal))
            return std::nullopt;
        const std::size_t end = isLast ? message.size() - literal.size() : message.find(literal);
        if (end == std::string_view::npos)
            return std::nullopt;
        values.emplace_back(message.substr(0, end));
        message.remove_prefix(end);
    }
    return message == text ? std::optional(std::move(values)) : std::nullopt;
}

std::string memberPointer(std::string_view key, std::string_view message, std::size_t occurrence,
                          const json::Value &payload)
{
    const ErrorKey parsed = ErrorKey::parse(key);
    if (!parsed.user)
        return {};
    const std::string user = "/users/" + std::to_string(*parsed.user);
    if (!parsed.event)
        return parsed.tail.starts_with("identifiers.*.")
            ? identifierPointer(user, message, occurrence, payload)
            : namedMember(user, parsed.tail);
    const std::string event = user + "/events/" + std::to_string(*parsed.event);
    return parsed.tail.starts_with("event_params.*.") ? parameterPointer(event, message)
                                                      : namedMember(event, parsed.tail);
}

} // namespace designer::insider
