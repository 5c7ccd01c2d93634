// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <string>
#include <string_view>

namespace designer::test {

/// Random templates and events that are made to go wrong: quotes, escapes, separators, emoji,
/// halves of placeholders, names that stand twice, empty containers, paths that lead nowhere. The
/// same seed gives the same ones. A template is always well formed.
class RandomTemplate
{
public:
    explicit RandomTemplate(quint32 seed) : m_random(seed) { }

    std::string event()
    {
        m_out.clear();
        m_isTemplate = false;
        object(0);
        return m_out;
    }

    std::string jsonTemplate()
    {
        m_out.clear();
        m_isTemplate = true;
        value(below(6) == 0 ? 9 : 0);
        return m_out;
    }

    std::string textTemplate()
    {
        m_out.clear();
        m_isTemplate = true;
        for (int left = below(8); left > 0; --left)
            stringPiece();
        return m_out;
    }

    std::string path()
    {
        std::string out(pick(names));
        for (int left = below(4); left > 0; --left)
            out += '.' + std::string(pick(names));
        return out;
    }

    int below(int bound) { return m_random.bounded(bound); }

private:
    template <std::size_t N>
    std::string_view pick(const std::string_view (&choices)[N])
    {
        return choices[below(int(N))];
    }

    void space()
    {
        while (below(4) == 0)
            m_out += " \n\t\r"[below(4)];
    }

    void value(int depth)
    {
        if (m_isTemplate && below(3) == 0) {
            const bool bare = below(2) == 0;
            m_out += (bare ? "##" : "\"##") + path() + (bare ? "##" : "##\"");
            return;
        }
        const int kind = below(depth > 3 ? 2 : 5);
        if (kind == 0)
            m_out += pick(scalars);
        else if (kind == 1)
            string();
        else if (kind == 2)
            array(depth);
        else
            object(depth);
    }

    void stringPiece()
    {
        if (m_isTemplate && below(2) == 0)
            m_out += below(8) == 0 ? std::string(pick(nearPlaceholders)) : "##" + path() + "##";
        else
            m_out += pick(pieces);
    }

    void string()
    {
        m_out += '"';
        for (int left = below(4); left > 0; --left)
            stringPiece();
        m_out += '"';
    }

    void name()
    {
        if (below(4) == 0)
            return string();
        m_out += '"';
        m_out += m_isTemplate && below(5) == 0 ? "##" + path() + "##" : std::string(pick(writtenNames));
        m_out += '"';
    }

    void array(int depth)
    {
        m_out += '[';
        space();
        const int count = below(4);
        for (int i = 0; i < count; ++i) {
            m_out += i > 0 ? "," : "";
            space();
            value(depth + 1);
            space();
        }
        m_out += ']';
    }

    void object(int depth)
    {
        m_out += '{';
        space();
        const int count = below(depth == 0 ? 8 : 5);
        for (int i = 0; i < count; ++i) {
            m_out += i > 0 ? "," : "";
            space();
            name();
            space();
            m_out += ':';
            space();
            value(depth + 1);
            space();
        }
        m_out += '}';
    }

    static constexpr std::string_view names[]
        = {"a", "b", "properties", "price", "şehir", "e\xCC\x81", "0", "1", "01", "$x-y_z"};
    static constexpr std::string_view writtenNames[]
        = {"a",           "\\u0061",   "b", "properties", "properties", "price", "şehir",
           "\\u015fehir", "e\xCC\x81", "0", "1",          "01",         "$x-y_z"};
    static constexpr std::string_view scalars[]
        = {"true", "false",     "null",
           "0",    "-0",        "1299.90",
           "1e2",  "-1.50E+10", "1234567890123456789012345678901234567890"};
    static constexpr std::string_view pieces[] = {"x",
                                                  " ",
                                                  "\\\"",
                                                  "\\\\",
                                                  "\\/",
                                                  "\\n",
                                                  "\\u0000",
                                                  "\\u0022",
                                                  "\\uD83D\\uDE00",
                                                  "\xE2\x80\xA8",
                                                  "\xF0\x9F\x98\x80",
                                                  "\\\"}],",
                                                  "\xEF\xBB\xBF",
                                                  "#",
                                                  "ş",
                                                  "{[:",
                                                  "&<>'+%~*-._",
                                                  "\\u005c"};
    static constexpr std::string_view nearPlaceholders[]
        = {"##",       "####",         "##a",    "## a ##", "##a.##", "###a##", "####a##",
           "##a##b##", "##a\\u0062##", "##a###", "##.a##",  "a##",    "##a#"};

    QRandomGenerator m_random;
    std::string m_out;
    bool m_isTemplate = false;
};

} // namespace designer::test
