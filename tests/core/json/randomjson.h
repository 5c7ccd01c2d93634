// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <string>
#include <string_view>
#include <vector>

namespace designer::json::test {

/// Random valid JSON texts with every kind of token and, where asked for, white space between them.
/// The same seed gives the same texts.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed) : m_random(seed) { }

    std::string text(bool spaced)
    {
        m_spaced = spaced;
        m_out.clear();
        space();
        value(0);
        space();
        return m_out;
    }

private:
    int below(int bound) { return m_random.bounded(bound); }

    template <std::size_t N>
    void oneOf(const std::string_view (&choices)[N])
    {
        m_out += choices[below(int(N))];
    }

    void space()
    {
        while (m_spaced && below(3) == 0)
            m_out += " \t\n\r"[below(4)];
    }

    void value(int depth)
    {
        static constexpr std::string_view scalars[]
            = {"true", "false", "null", "0", "-0", "1299.90", "-1.5E+07", "4e-2", "9999999999999999999999"};
        const int kind = below(depth > 5 ? 2 : 4);
        if (kind == 0)
            oneOf(scalars);
        else if (kind == 1)
            string();
        else
            container(kind == 2, depth);
    }

    void string()
    {
        static constexpr std::string_view pieces[] = {"a",
                                                      " ",
                                                      "[",
                                                      "}",
                                                      ",",
                                                      ":",
                                                      "\\\"",
                                                      "\\\\",
                                                      "\\n",
                                                      "ş",
                                                      "\xF0\x9F\x98\x80",
                                                      "\\u00e9",
                                                      "\\uD83D\\uDE00",
                                                      "\xE2\x80\xA8",
                                                      "sixteen letters!"};
        m_out += '"';
        for (int left = below(5); left > 0; --left)
            oneOf(pieces);
        m_out += '"';
    }

    void container(bool isObject, int depth)
    {
        m_out += isObject ? '{' : '[';
        space();
        const int count = below(4);
        for (int i = 0; i < count; ++i) {
            if (i > 0) {
                m_out += ',';
                space();
            }
            if (isObject) {
                string();
                space();
                m_out += ':';
                space();
            }
            value(depth + 1);
            space();
        }
        m_out += isObject ? '}' : ']';
    }

    QRandomGenerator m_random;
    std::string m_out;
    bool m_spaced = false;
};

/// The tokens of valid JSON, found without the scanner of the room.
inline std::vector<std::string> tokensOf(std::string_view text)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        if (std::string_view(" \t\n\r").find(text[i]) != std::string_view::npos) {
            ++i;
            continue;
        }
        if (text[i] == '"') {
            for (++i; text[i] != '"'; ++i)
                i += text[i] == '\\';
            ++i;
        } else if (std::string_view("[]{},:").find(text[i]) != std::string_view::npos) {
            ++i;
        } else {
            i = std::min(text.find_first_of(" \t\n\r[]{},:", i), text.size());
        }
        out.emplace_back(text.substr(begin, i - begin));
    }
    return out;
}

} // namespace designer::json::test
