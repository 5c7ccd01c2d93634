// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/pointer.h"

#include <algorithm>
#include <charconv>

namespace designer::json {

namespace {

std::optional<std::string> unescapedToken(std::string_view token)
{
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '~') {
            out += token[i];
            continue;
        }
        if (i + 1 == token.size() || (token[i + 1] != '0' && token[i + 1] != '1'))
            return std::nullopt;
        out += token[++i] == '0' ? '~' : '/';
    }
    return out;
}

} // namespace

std::optional<std::size_t> indexToken(std::string_view token)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    const bool whole = !token.empty() && error == std::errc() && end == token.data() + token.size();
    if (!whole || (token.size() > 1 && token.front() == '0'))
        return std::nullopt;
    return value;
}

Value child(const Value &parent, std::string_view token)
{
    if (parent.isObject())
        return parent.find(token);
    if (const auto index = indexToken(token); parent.isArray() && index)
        return parent.at(*index);
    return {};
}

std::string escapedToken(std::string_view token)
{
    std::string out;
    for (const char c : token) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::optional<std::vector<std::string>> pointerTokens(std::string_view pointer)
{
    std::vector<std::string> tokens;
    if (pointer.empty())
        return tokens;
    if (pointer.front() != '/')
        return std::nullopt;
    std::size_t begin = 1;
    while (true) {
        const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
        auto token = unescapedToken(pointer.substr(begin, end - begin));
        if (!token)
            return std::nullopt;
        tokens.push_back(std::move(*token));
        if (end == pointer.size())
            return tokens;
        begin = end + 1;
    }
}

std::string appended(std::string_view pointer, std::string_view token)
{
    return std::string(pointer) + '/' + escapedToken(token);
}

std::string appended(std::string_view pointer, std::size_t index)
{
    return std::string(pointer) + '/' + std::to_string(index);
}

std::string pointerBelow(const Value &ancestor, const Value &value)
{
    std::string out;
    for (Value here = value; here && here.node() != 0 && here != ancestor; here = here.parent()) {
        const Value up = here.parent();
        if (up.isArray()) {
            std::size_t i = 0;
            for (auto element = up.elements().begin(); *element != here; ++element)
                ++i;
            out.insert(0, '/' + std::to_string(i));
        } else {
            const Value name = here.isMemberName() ? here : Value(here.index(), here.node() - 1);
            out.insert(0, '/' + escapedToken(name.text()));
        }
    }
    return out;
}

Value resolve(const Value &root, std::string_view pointer)
{
    const auto tokens = pointerTokens(pointer);
    if (!tokens)
        return {};
    Value here = root;
    for (const std::string &token : *tokens) {
        here = child(here, token);
        if (!here)
            return {};
    }
    return here;
}

Value resolveNearest(const Value &root, std::string_view pointer)
{
    const auto tokens = pointerTokens(pointer);
    Value here = root;
    if (!tokens)
        return here;
    for (const std::string &token : *tokens) {
        const Value next = child(here, token);
        if (!next)
            break;
        here = next;
    }
    return here;
}

} // namespace designer::json
