// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/scriptcursor.h"

#include <QStringList>

#include <cstddef>
#include <string>

namespace designer::event {

/// What had to be written in another way, one sentence each. A text of a million such places must
/// not become a million sentences: beyond the first few they are counted only.
class Rewrites
{
public:
    void add(const ScriptCursor &in, std::size_t offset, const QString &sentence);
    void rememberNotation() { m_notation = true; }
    [[nodiscard]] QStringList sentences() const;

private:
    QStringList m_sentences;
    std::size_t m_more = 0;
    bool m_notation = false;
};

/// Reads literals of JavaScript and writes them as JSON. Nothing is computed: variables, functions
/// and expressions are errors, because what they stand for is known only in the page. Numbers and
/// escapes keep their own text where JSON knows it. Internal to the room.
class ScriptLiteral
{
public:
    /// \a openBrackets: how many are open already (the call's own parenthesis).
    ScriptLiteral(ScriptCursor &in, Rewrites &rewrites, int openBrackets)
        : m_in(in), m_rewrites(rewrites), m_depth(openBrackets)
    { }
    /// Appends the value that begins here as JSON text. False: the cursor has the error.
    bool value(std::string &out);
    /// The string that begins here, in any of the three quotes.
    bool string(std::string &out);

private:
    bool open(char bracket, std::string &out);
    bool array(std::string &out);
    bool object(std::string &out);
    bool member(std::string &out);
    bool memberName(std::string &out);
    bool endOfItem(char closing, std::string &out, bool &closed);
    bool word(std::string &out);
    bool negation(std::string &out);
    bool number(std::string &out);
    bool escape(std::string &out);
    bool hexEscape(std::string &out);
    bool nulEscape(std::string &out);
    bool unicodeEscape(std::string &out);
    bool character(std::string &out);
    bool becomesNull(std::size_t begin, std::string &out);
    bool noValue();

    ScriptCursor &m_in;
    Rewrites &m_rewrites;
    int m_depth;
};

} // namespace designer::event
