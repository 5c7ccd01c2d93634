// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/counterpart.h"

#include "json/layout.h"

#include <map>
#include <string>
#include <vector>

namespace designer::ui {

namespace {

using json::Value;

/// Longer texts than this are no samples that people read line by line.
constexpr std::size_t longestText = std::size_t{256} * 1024;

struct Named
{
    std::string name; ///< empty: an element, or the root
    Value value;
};

void collect(const Named &at, std::vector<Named> &out)
{
    out.push_back(at);
    for (const json::Member &member : at.value.members())
        collect({member.nameText(), member.value}, out);
    for (const Value &element : at.value.elements())
        collect({{}, element}, out);
}

std::vector<Named> allOf(const json::Document &document)
{
    std::vector<Named> out;
    if (document.isValid())
        collect({{}, document.root()}, out);
    return out;
}

/// What the conversion calls it.
std::string otherName(const std::string &name)
{
    static const std::map<std::string, std::string> names{{"timestamp", "created_at"},
                                                          {"name", "event_name"},
                                                          {"created_at", "timestamp"},
                                                          {"event_name", "name"}};
    const auto found = names.find(name);
    return found == names.end() ? std::string() : found->second;
}

class Matcher
{
public:
    Matcher(std::vector<Named> from, std::vector<Named> to) : m_from(std::move(from)), m_to(std::move(to)) { }

    [[nodiscard]] Value match(const Value &value) const
    {
        const std::string name = nameOf(value);
        const Value same = byText(value, name);
        if (same)
            return same;
        if (value.isContainer()) {
            if (const Value around = aroundChildren(value))
                return around;
        }
        const Value named = byName(name);
        return named ? named : byName(otherName(name));
    }

private:
    [[nodiscard]] std::string nameOf(const Value &value) const
    {
        for (const Named &named : m_from) {
            if (named.value == value)
                return named.name;
        }
        return {};
    }

    /// Of the same text, and of the same name where there are several.
    [[nodiscard]] Value byText(const Value &value, const std::string &name) const
    {
        const std::string text = json::minified(value);
        Value first;
        for (const Named &named : m_to) {
            if (named.value.kind() != value.kind() || json::minified(named.value) != text)
                continue;
            if (named.name == name)
                return named.value;
            if (!first)
                first = named.value;
        }
        return first;
    }

    [[nodiscard]] Value byName(const std::string &name) const
    {
        for (const Named &named : m_to) {
            if (!name.empty() && named.name == name)
                return named.value;
        }
        return {};
    }

    /// Where most of what it holds went.
    [[nodiscard]] Value aroundChildren(const Value &value) const
    {
        std::vector<std::pair<Value, int>> votes;
        for (const json::Member &member : value.members()) {
            const Value other = byText(member.value, member.nameText());
            const Value around = other ? other.parent() : Value();
            if (!around)
                continue;
            auto vote = votes.begin();
            while (vote != votes.end() && !(vote->first == around))
                ++vote;
            vote == votes.end() ? votes.emplace_back(around, 1) : *vote = {around, vote->second + 1};
        }
        Value best;
        int most = 0;
        for (const auto &[around, count] : votes) {
            if (count > most) {
                best = around;
                most = count;
            }
        }
        return best;
    }

    std::vector<Named> m_from;
    std::vector<Named> m_to;
};

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$'
        || static_cast<unsigned char>(c) >= 0x80;
}

/// The name before the first colon of the line of a script that holds \a offset.
std::string nameOnLine(const std::string &text, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string::npos : text.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    std::size_t end = text.find(':', begin);
    if (end == std::string::npos || end > text.find('\n', begin))
        return {};
    while (end > begin && !isNameChar(text[end - 1]))
        --end;
    std::size_t first = end;
    while (first > begin && isNameChar(text[first - 1]))
        --first;
    return text.substr(first, end - first);
}

/// Where a script says `name:`.
std::optional<std::size_t> nameInScript(const std::string &text, const std::string &name)
{
    for (std::size_t at = text.find(name); !name.empty() && at != std::string::npos;
         at = text.find(name, at + 1)) {
        std::size_t after = at + name.size();
        while (after < text.size() && (text[after] == '"' || text[after] == '\'' || text[after] == ' '))
            ++after;
        const bool whole = at == 0 || !isNameChar(text[at - 1]);
        if (whole && after < text.size() && text[after] == ':')
            return at;
    }
    return {};
}

std::optional<std::size_t> beginOf(const Value &value)
{
    return value ? std::optional(value.begin()) : std::nullopt;
}

} // namespace

std::optional<std::size_t> counterpart(const json::Document &from, const json::Document &to,
                                       std::size_t offset)
{
    if (from.text().size() > longestText || to.text().size() > longestText || offset > from.text().size())
        return {};
    if (!from.isValid()) {
        const std::string name = nameOnLine(from.text(), offset);
        for (const Named &named : allOf(to)) {
            if (!name.empty() && named.name == name)
                return named.value.begin();
        }
        return {};
    }
    const Value value = from.memberValueAt(offset);
    if (!value)
        return {};
    if (to.isValid())
        return beginOf(Matcher(allOf(from), allOf(to)).match(value));
    for (const Named &named : allOf(from)) {
        if (named.value == value)
            return nameInScript(to.text(), named.name);
    }
    return {};
}

} // namespace designer::ui
