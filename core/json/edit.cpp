// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/edit.h"

#include "json/layout.h"
#include "json/text.h"

namespace designer::json {

namespace {

struct Layout
{
    std::string beforeFirst; ///< white space before the first name
    std::string beforeNext; ///< white space before each further name
    std::string afterColon;
    std::string beforeClose; ///< white space before the closing bracket
};

std::string spaceBefore(std::string_view text, std::size_t at)
{
    std::size_t begin = at;
    while (begin > 0 && isSpace(text[begin - 1]))
        --begin;
    return std::string(text.substr(begin, at - begin));
}

std::string lineBreak(std::string_view text)
{
    const std::size_t feed = text.find('\n');
    if (feed == std::string_view::npos)
        return {};
    return feed > 0 && text[feed - 1] == '\r' ? "\r\n" : "\n";
}

/// The layout for an object or array without content: that of the text around it.
Layout layoutOfEmpty(const Value &container)
{
    const std::string newLine = lineBreak(container.index()->raw(0));
    if (newLine.empty())
        return {};
    const std::string indent
        = newLine + std::string(lineIndent(container.index()->text(), container.begin()));
    return {indent + "  ", indent + "  ", " ", indent};
}

Layout layoutOf(const Value &object)
{
    const std::string_view text = object.index()->text();
    std::optional<Layout> out;
    for (const Member &member : object.members()) {
        const std::string before = spaceBefore(text, member.name.begin());
        if (out) {
            out->beforeNext = before;
            break;
        }
        out = Layout{before, before, spaceBefore(text, member.value.begin()),
                     spaceBefore(text, object.end() - 1)};
    }
    return out ? *out : layoutOfEmpty(object);
}

Layout layoutOfArray(const Value &array)
{
    const std::string_view text = array.index()->text();
    std::optional<Layout> out;
    for (const Value element : array.elements()) {
        const std::string before = spaceBefore(text, element.begin());
        if (out) {
            out->beforeNext = before;
            break;
        }
        out = Layout{before, before, {}, spaceBefore(text, array.end() - 1)};
    }
    return out ? *out : layoutOfEmpty(array);
}

std::string memberText(const Layout &layout, std::string_view name, std::string_view json)
{
    return quoted(name) + ':' + layout.afterColon + std::string(json);
}

/// The offset at which the last member of that name begins.
std::optional<std::size_t> lastNamed(const Value &object, std::string_view name)
{
    std::optional<std::size_t> found;
    for (const Member &member : object.members()) {
        if (member.nameText() == name)
            found = member.name.begin();
    }
    return found;
}

struct Cut
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What goes with the members of that name: each up to the next member that stays; at the end all
/// behind the last one that stays.
std::vector<Cut> cutsOf(const Value &object, std::string_view name)
{
    std::vector<Cut> out;
    std::size_t keptEnd = object.begin() + 1;
    std::size_t goneEnd = 0;
    bool isOpen = false;
    for (const Member &member : object.members()) {
        const bool goes = member.nameText() == name;
        if (goes && !isOpen)
            out.push_back({member.name.begin(), 0});
        if (!goes && isOpen)
            out.back().end = member.name.begin();
        isOpen = goes;
        (goes ? goneEnd : keptEnd) = member.value.end();
    }
    if (isOpen)
        out.back() = {keptEnd, keptEnd == object.begin() + 1 ? object.end() - 1 : goneEnd};
    return out;
}

} // namespace

std::string_view lineIndent(std::string_view text, std::size_t at)
{
    const std::size_t line = at == 0 ? std::string_view::npos : text.find_last_of("\r\n", at - 1);
    const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
    std::size_t end = begin;
    while (end < at && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return text.substr(begin, end - begin);
}

std::string applied(std::string_view text, const TextEdit &edit)
{
    std::string out(text.substr(0, edit.begin));
    out += edit.text;
    out += text.substr(edit.end);
    return out;
}

TextEdit setMember(const Value &object, std::string_view name, std::string_view json)
{
    if (const Value value = object.find(name))
        return {value.begin(), value.end(), std::string(json)};
    return insertMember(object, {}, name, json);
}

TextEdit insertMember(const Value &object, std::string_view before, std::string_view name,
                      std::string_view json)
{
    const Layout layout = layoutOf(object);
    const std::string member = memberText(layout, name, json);
    if (const auto next = before.empty() ? std::nullopt : lastNamed(object, before)) {
        return {*next, *next, member + ',' + layout.beforeNext};
    }
    std::size_t lastEnd = 0;
    for (const Member &last : object.members())
        lastEnd = last.value.end();
    if (lastEnd != 0)
        return {lastEnd, lastEnd, ',' + layout.beforeNext + member};
    return {object.begin() + 1, object.end() - 1, layout.beforeFirst + member + layout.beforeClose};
}

std::optional<TextEdit> removeMember(const Value &object, std::string_view name)
{
    const std::vector<Cut> cuts = cutsOf(object, name);
    if (cuts.empty())
        return std::nullopt;
    TextEdit out{cuts.front().begin, cuts.back().end, {}};
    for (std::size_t i = 1; i < cuts.size(); ++i) {
        const std::size_t begin = cuts[i - 1].end;
        out.text += object.index()->text().substr(begin, cuts[i].begin - begin);
    }
    return out;
}

TextEdit setMembers(const Value &object, const std::vector<MemberText> &members)
{
    const Layout layout = layoutOf(object);
    TextEdit edit{object.begin() + 1, object.end() - 1, {}};
    for (const MemberText &member : members) {
        edit.text += edit.text.empty() ? layout.beforeFirst : ',' + layout.beforeNext;
        edit.text += member.name + ':' + layout.afterColon + member.value;
    }
    if (!members.empty())
        edit.text += layout.beforeClose;
    return edit;
}

TextEdit insertElement(const Value &array, std::size_t index, std::string_view json)
{
    const Layout layout = layoutOfArray(array);
    if (const Value next = array.at(index))
        return {next.begin(), next.begin(), std::string(json) + ',' + layout.beforeNext};
    if (const std::size_t size = array.size(); size > 0) {
        const std::size_t end = array.at(size - 1).end();
        return {end, end, ',' + layout.beforeNext + std::string(json)};
    }
    return {array.begin() + 1, array.end() - 1, layout.beforeFirst + std::string(json) + layout.beforeClose};
}

std::optional<TextEdit> removeElement(const Value &array, std::size_t index)
{
    const Value element = array.at(index);
    if (!element)
        return std::nullopt;
    if (const Value next = array.at(index + 1))
        return TextEdit{element.begin(), next.begin(), {}};
    if (index == 0)
        return TextEdit{array.begin() + 1, array.end() - 1, {}};
    return TextEdit{array.at(index - 1).end(), element.end(), {}};
}

} // namespace designer::json
