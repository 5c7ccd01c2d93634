// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/operand.h"

#include "condition/decimal.h"
#include "condition/folding.h"

namespace designer::condition {

using json::Kind;

namespace {

bool isBoolean(Kind kind)
{
    return kind == Kind::True || kind == Kind::False;
}

} // namespace

Text::Text(const json::Value &value) : m_view(value.raw())
{
    if (!value.isString())
        return;
    if (value.index()->node(value.node()).escaped) {
        m_unescaped = value.text();
        m_view = m_unescaped;
    } else {
        m_view = m_view.substr(1, m_view.size() - 2);
    }
}

Operand::Operand(const json::Value &value, bool ignoreCase)
    : m_kind(value.kind()), m_ignoreCase(ignoreCase), m_text(Text(value).view()),
      m_needle(ignoreCase ? folded(m_text) : m_text)
{
    m_numeric = m_kind == Kind::Number || (m_kind == Kind::String && isNumber(m_text));
}

template <typename Test>
bool Operand::ask(std::string_view text, Test test) const
{
    if (!m_ignoreCase)
        return test(text);
    static thread_local std::string scratch;
    scratch.clear();
    appendFolded(scratch, text);
    return test(std::string_view(scratch));
}

bool Operand::sameText(std::string_view text) const
{
    return ask(text, [this](std::string_view t) { return t == m_needle; });
}

bool Operand::isIn(std::string_view text) const
{
    return ask(text, [this](std::string_view t) { return t.find(m_needle) != std::string_view::npos; });
}

bool Operand::begins(std::string_view text) const
{
    return ask(text, [this](std::string_view t) { return t.starts_with(m_needle); });
}

bool Operand::ends(std::string_view text) const
{
    return ask(text, [this](std::string_view t) { return t.ends_with(m_needle); });
}

bool Operand::equals(const json::Value &value) const
{
    const Kind kind = value.kind();
    switch (kind) {
    case Kind::Null:
    case Kind::True:
    case Kind::False:
        return kind == m_kind || (isBoolean(kind) && m_kind == Kind::String && sameText(value.raw()));
    case Kind::Number: return m_numeric && std::is_eq(compareNumbers(value.raw(), m_text));
    case Kind::String: break;
    case Kind::Array:
    case Kind::Object:
    case Kind::Bare: return false;
    }
    const Text text(value);
    if (m_kind == Kind::Number)
        return isNumber(text.view()) && std::is_eq(compareNumbers(text.view(), m_text));
    return m_kind != Kind::Null && sameText(text.view());
}

} // namespace designer::condition
