// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/layout.h"

#include "json/spanscan.h"

namespace designer::json {

namespace {

/// Calls \a emit with each token of the span: a bracket, comma, colon, or a scalar as it stands.
template <typename Emit>
void forEachToken(std::string_view span, Emit emit)
{
    const char *at = span.data();
    const char *const end = at + span.size();
    const auto isMark
        = [](char c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':'; };
    while (at != end) {
        const char *const from = at;
        if (isSpace(*at)) {
            ++at;
            continue;
        }
        if (*at == '"') {
            for (at = nextSpecial(at + 1, end); at != end && *at != '"'; at = nextSpecial(at, end))
                at += *at == '\\' && end - at > 1 ? 2 : 1;
            at += at != end;
        } else if (isMark(*at)) {
            ++at;
        } else {
            while (at != end && !isMark(*at) && !isSpace(*at))
                ++at;
        }
        emit(std::string_view(from, static_cast<std::size_t>(at - from)));
    }
}

class Formatter
{
public:
    Formatter(std::string &out, int indent) : m_out(out), m_indent(indent) { }

    void operator()(std::string_view token)
    {
        const char c = token.front();
        const bool closing = c == '}' || c == ']';
        if (closing)
            --m_depth;
        if (m_breakBefore && !(closing && m_justOpened))
            breakLine();
        m_breakBefore = false;
        m_out += token;
        m_justOpened = c == '{' || c == '[';
        if (m_justOpened)
            ++m_depth;
        if (c == ':')
            m_out += ' ';
        m_breakBefore = m_justOpened || c == ',';
    }

    /// Asked before a closing bracket: it stands on a line of its own unless the container is empty.
    void beforeClosing()
    {
        if (!m_justOpened)
            m_breakBefore = true;
    }

private:
    void breakLine()
    {
        m_out += '\n';
        m_out.append(static_cast<std::size_t>(m_depth) * static_cast<std::size_t>(m_indent), ' ');
    }

    std::string &m_out;
    int m_indent;
    int m_depth = 0;
    bool m_breakBefore = false;
    bool m_justOpened = false;
};

} // namespace

void appendMinified(std::string &out, const Value &value)
{
    const std::string_view span = value.raw();
    if (!value.isContainer() || !value.index()->node(value.node()).spaced) {
        out += span;
        return;
    }
    forEachToken(span, [&](std::string_view token) { out += token; });
}

std::string minified(const Value &value)
{
    std::string out;
    out.reserve(value.raw().size());
    appendMinified(out, value);
    return out;
}

std::string formatted(const Value &value, int indent)
{
    std::string out;
    out.reserve(value.raw().size() * 2);
    Formatter formatter(out, indent);
    forEachToken(value.raw(), [&](std::string_view token) {
        if (token == "}" || token == "]")
            formatter.beforeClosing();
        formatter(token);
    });
    return out;
}

} // namespace designer::json
