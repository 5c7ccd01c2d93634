// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/scriptliteral.h"

#include "event/scriptnumber.h"
#include "event/words.h"
#include "text/ascii.h"
#include "json/index.h"
#include "json/text.h"

#include <algorithm>

namespace designer::event {

namespace {

constexpr qsizetype sentencesKept = 20;

QString valueItself()
{
    return Words::tr("write the value itself in its place");
}

bool isQuote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

/// What an expression goes on with, where an item should end.
bool isOperator(char c)
{
    return c != '\0' && std::string_view("+-*/%?&|^<>=!.([").find(c) != std::string_view::npos;
}

} // namespace

void Rewrites::add(const ScriptCursor &in, std::size_t offset, const QString &sentence)
{
    if (m_sentences.size() == sentencesKept) {
        ++m_more;
        return;
    }
    m_sentences << Words::tr("Line %1: %2").arg(in.line(offset)).arg(sentence);
}

QStringList Rewrites::sentences() const
{
    QStringList out;
    if (m_notation) {
        out << Words::tr("Script notation became JSON: names and texts in double quotes, no comments, no "
                         "comma after the last item.");
    }
    out << m_sentences;
    if (m_more > 0)
        out << Words::tr("%1 further values were written in another way, as the ones above.").arg(m_more);
    return out;
}

bool ScriptLiteral::value(std::string &out)
{
    const char c = m_in.peek();
    if (m_in.atEnd())
        return m_in.failAtEnd();
    if (c == '{')
        return object(out);
    if (c == '[')
        return array(out);
    if (isQuote(c))
        return string(out);
    if (c == '-' || c == '+' || c == '.' || text::isDigit(c))
        return number(out);
    return c == '!' ? negation(out) : word(out);
}

bool ScriptLiteral::open(char bracket, std::string &out)
{
    if (m_depth == json::maximumDepth) {
        return m_in.fail(m_in.offset(),
                         Words::tr("brackets are nested deeper than %1 levels").arg(json::maximumDepth),
                         Words::tr("make the event flatter"));
    }
    ++m_depth;
    m_in.advance(1);
    out += bracket;
    return m_in.skipSpace();
}

/// Reads the comma or the closing bracket after an item.
bool ScriptLiteral::endOfItem(char closing, std::string &out, bool &closed)
{
    if (!m_in.skipSpace())
        return false;
    if (m_in.take(",")) {
        if (!m_in.skipSpace())
            return false;
        closed = m_in.peek() == closing;
        if (closed)
            m_rewrites.rememberNotation();
    } else {
        closed = m_in.peek() == closing;
        if (!closed)
            return noValue();
    }
    if (closed) {
        m_in.advance(1);
        --m_depth;
    }
    out += closed ? closing : ',';
    return true;
}

bool ScriptLiteral::array(std::string &out)
{
    if (!open('[', out))
        return false;
    bool closed = m_in.take("]");
    if (closed) {
        --m_depth;
        out += ']';
    }
    while (!closed) {
        const bool hole = m_in.peek() == ',';
        if (!(hole ? becomesNull(m_in.offset(), out) : value(out)) || !endOfItem(']', out, closed))
            return false;
    }
    return true;
}

bool ScriptLiteral::object(std::string &out)
{
    if (!open('{', out))
        return false;
    bool closed = m_in.take("}");
    if (closed) {
        --m_depth;
        out += '}';
    }
    while (!closed) {
        if (!member(out) || !endOfItem('}', out, closed))
            return false;
    }
    return true;
}

bool ScriptLiteral::member(std::string &out)
{
    const std::size_t begin = m_in.offset();
    if (!memberName(out) || !m_in.skipSpace())
        return false;
    if (m_in.atEnd())
        return m_in.failAtEnd();
    if (!m_in.take(":")) {
        return m_in.fail(begin, Words::tr("a name and its value, joined by a colon, are expected here"),
                         Words::tr("write each field as name: value"));
    }
    out += ':';
    return m_in.skipSpace() && value(out);
}

bool ScriptLiteral::memberName(std::string &out)
{
    const char c = m_in.peek();
    if (c == '"' || c == '\'')
        return string(out);
    m_rewrites.rememberNotation();
    std::string_view name = m_in.takeName();
    if (name.empty()) {
        const ScriptNumber number = readScriptNumber(m_in.rest());
        const std::string_view text = m_in.rest().substr(0, number.length);
        const bool isIndex = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
        name = isIndex ? text : std::string_view();
        m_in.advance(name.size());
    }
    if (name.empty()) {
        return m_in.atEnd() ? m_in.failAtEnd()
                            : m_in.fail(m_in.offset(), Words::tr("a field’s name is expected here"),
                                        Words::tr("write each field as name: value"));
    }
    out += json::quoted(name);
    return true;
}

bool ScriptLiteral::becomesNull(std::size_t begin, std::string &out)
{
    const std::string_view text = m_in.since(begin);
    const QString what = text.empty() ? Words::tr("a gap in a list") : json::toQString(text);
    m_rewrites.add(m_in, begin, Words::tr("%1 has no form in JSON: written as null.").arg(what));
    out += "null";
    return true;
}

bool ScriptLiteral::word(std::string &out)
{
    const std::size_t begin = m_in.offset();
    const std::string_view name = m_in.takeName();
    if (name == "true" || name == "false" || name == "null") {
        out += name;
        return true;
    }
    if (name == "undefined" || name == "NaN" || name == "Infinity")
        return becomesNull(begin, out);
    if (name.empty())
        return noValue();
    return m_in.fail(begin,
                     Words::tr("“%1” is script and no value: what it stands for is known only in the page")
                         .arg(json::toQString(name.substr(0, 40))),
                     valueItself());
}

/// `!0` and `!1`, which is how minified scripts write true and false.
bool ScriptLiteral::negation(std::string &out)
{
    const std::size_t begin = m_in.offset();
    const bool isTrue = m_in.take("!0");
    if (!isTrue && !m_in.take("!1"))
        return noValue();
    out += isTrue ? "true" : "false";
    m_rewrites.add(m_in, begin,
                   Words::tr("%1 is written as %2.")
                       .arg(isTrue ? QStringLiteral("!0") : QStringLiteral("!1"),
                            isTrue ? QStringLiteral("true") : QStringLiteral("false")));
    return true;
}

bool ScriptLiteral::number(std::string &out)
{
    const std::size_t begin = m_in.offset();
    const bool minus = m_in.take("-");
    if (!minus)
        m_in.take("+");
    if (!m_in.skipSpace())
        return false;
    if (m_in.take("Infinity") || m_in.take("NaN"))
        return becomesNull(begin, out);
    const ScriptNumber number = readScriptNumber(m_in.rest());
    if (number.length == 0) {
        return m_in.fail(begin, Words::tr("this is no number that can be read without doubt"),
                         Words::tr("write it in plain digits, as 12.50"));
    }
    m_in.advance(number.length);
    const std::string json = (minus ? "-" : "") + number.json;
    if (m_in.since(begin) != json) {
        const std::string_view text = m_in.since(begin).substr(0, 60);
        m_rewrites.add(m_in, begin,
                       Words::tr("%1 is written as %2.")
                           .arg(json::toQString(text), json::toQString(json.substr(0, 60))));
    }
    out += json;
    return true;
}

bool ScriptLiteral::noValue()
{
    if (m_in.atEnd())
        return m_in.failAtEnd();
    const std::size_t here = m_in.offset();
    if (isOperator(m_in.peek()) || m_in.peek() == '`')
        return m_in.fail(here, Words::tr("this is computed, and what comes of it is known only in the page"),
                         valueItself());
    return m_in.fail(here, Words::tr("a value, a comma or a closing bracket is expected here"),
                     Words::tr("compare the text with the page’s script: something is missing or too much"));
}

} // namespace designer::event
