// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/tokens.h"

#include "json/layout.h"
#include "json/spanscan.h"

#include <algorithm>

namespace designer::ui {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

bool isNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// After the closing quote of the string whose content is at \a at, or its line's end.
std::size_t afterString(std::string_view text, std::size_t at)
{
    const char *const end = text.data() + text.size();
    const char *here = text.data() + at;
    while ((here = json::nextSpecial(here, end)) != end) {
        if (*here == '"')
            return static_cast<std::size_t>(here - text.data()) + 1;
        if (isLineEnd(*here))
            break;
        const bool pair = *here == '\\' && here + 1 != end && !isLineEnd(here[1]);
        here += pair ? 2 : 1;
    }
    return static_cast<std::size_t>(here - text.data());
}

template <class Test>
std::size_t afterRun(std::string_view text, std::size_t at, Test test)
{
    while (at < text.size() && test(text[at]))
        ++at;
    return at;
}

bool isName(std::string_view text, std::size_t afterIt)
{
    const std::size_t next = afterRun(text, afterIt, json::isSpace);
    return next < text.size() && text[next] == ':';
}

Token wordToken(std::string_view word)
{
    return word == "true" || word == "false" || word == "null" ? Token::Literal : Token::Plain;
}

struct Run
{
    std::size_t end;
    Token token;
};

Run stringRun(std::string_view text, std::size_t content)
{
    const std::size_t end = afterString(text, content);
    return {end, isName(text, end) ? Token::Key : Token::String};
}

Run runAt(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c == '"')
        return stringRun(text, at + 1);
    if (c == '-' || (c >= '0' && c <= '9'))
        return {afterRun(text, at, isNumber), Token::Number};
    if (isWord(c)) {
        const std::size_t end = afterRun(text, at, isWord);
        return {end, wordToken(text.substr(at, end - at))};
    }
    if (std::string_view("{}[],:").find(c) != std::string_view::npos)
        return {at + 1, Token::Punctuation};
    return {at + 1, Token::Plain};
}

} // namespace

std::string jsonTokens(std::string_view text, std::size_t count, bool inString)
{
    std::string out;
    out.reserve(count);
    if (inString) {
        const Run run = stringRun(text, 0);
        out.append(run.end, static_cast<char>(run.token));
    }
    while (out.size() < count) {
        const Run run = runAt(text, out.size());
        out.append(run.end - out.size(), static_cast<char>(run.token));
    }
    return out;
}

StringState stringStateAfter(std::string_view text, StringState state)
{
    const char *const end = text.data() + text.size();
    const char *here = text.data();
    if (state == StringState::Escaped && here != end) {
        here += isLineEnd(*here) ? 0 : 1;
        state = StringState::Inside;
    }
    while ((here = json::nextSpecial(here, end)) != end) {
        if (*here == '"')
            state = state == StringState::Inside ? StringState::Outside : StringState::Inside;
        else if (isLineEnd(*here))
            state = StringState::Outside;
        else if (*here == '\\' && state == StringState::Inside && here + 1 == end)
            return StringState::Escaped;
        const bool pair = *here == '\\' && state == StringState::Inside && !isLineEnd(here[1]);
        here += pair ? 2 : 1;
    }
    return state;
}

LineDepth depthOf(std::string_view line, std::string_view tokens, int before)
{
    LineDepth depth{before, before};
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (tokens[i] != static_cast<char>(Token::Punctuation))
            continue;
        if (line[i] == '{' || line[i] == '[')
            ++depth.after;
        else if (line[i] == '}' || line[i] == ']')
            depth.after = std::max(0, depth.after - 1);
        depth.least = std::min(depth.least, depth.after);
    }
    return depth;
}

} // namespace designer::ui
