// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/scriptnumber.h"

#include "text/ascii.h"

#include <algorithm>

namespace designer::event {

namespace {

/// Longer literals in another base than ten are not converted: the work grows with the square.
constexpr std::size_t mostBasedDigits = 1000;

bool isNameByte(char c)
{
    return text::isLetterOrDigit(c) || c == '_' || c == '$';
}

int digitValue(char c)
{
    if (text::isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) { }

    ScriptNumber run()
    {
        const bool read = base() != 0 ? based() : decimal();
        if (!read || isNameByte(here()))
            return {};
        return {m_at, std::move(m_json)};
    }

private:
    [[nodiscard]] char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    [[nodiscard]] int base() const
    {
        if (m_text.size() < 2 || m_text[0] != '0')
            return 0;
        switch (m_text[1] | 0x20) {
        case 'x': return 16;
        case 'o': return 8;
        case 'b': return 2;
        default: return 0;
        }
    }

    /// Digits with single underscores between them; how many digits there were, or npos.
    std::size_t digits(std::string &out, int radix)
    {
        std::size_t count = 0;
        for (; digitValue(here()) < radix || here() == '_'; ++m_at) {
            if (here() != '_') {
                out += here();
                ++count;
            } else if (count == 0 || m_text[m_at - 1] == '_' || m_at + 1 >= m_text.size()
                       || digitValue(m_text[m_at + 1]) >= radix) {
                return std::string::npos;
            }
        }
        return count;
    }

    bool based()
    {
        const int radix = base();
        m_at = 2;
        std::string text;
        const std::size_t count = digits(text, radix);
        if (count == 0 || count > mostBasedDigits)
            return false;
        if (here() == 'n')
            ++m_at;
        m_json = inBaseTen(text, radix);
        return true;
    }

    static std::string inBaseTen(const std::string &text, int radix)
    {
        std::string reversed{'0'};
        for (const char c : text) {
            int carry = digitValue(c);
            for (char &digit : reversed) {
                carry += (digit - '0') * radix;
                digit = static_cast<char>('0' + carry % 10);
                carry /= 10;
            }
            for (; carry > 0; carry /= 10)
                reversed += static_cast<char>('0' + carry % 10);
        }
        std::reverse(reversed.begin(), reversed.end());
        return reversed;
    }

    bool decimal()
    {
        std::string whole;
        const std::size_t wholeDigits = digits(whole, 10);
        if (wholeDigits == std::string::npos || (wholeDigits > 1 && whole.front() == '0'))
            return false;
        m_json = wholeDigits == 0 ? "0" : whole;
        if (wholeDigits > 0 && here() == 'n') {
            ++m_at;
            return true;
        }
        return fraction(wholeDigits) && exponent();
    }

    bool fraction(std::size_t wholeDigits)
    {
        if (here() != '.')
            return wholeDigits > 0;
        ++m_at;
        std::string digitsAfter;
        const std::size_t count = digits(digitsAfter, 10);
        if (count == std::string::npos || (count == 0 && wholeDigits == 0))
            return false;
        if (count > 0)
            m_json += '.' + digitsAfter;
        return true;
    }

    bool exponent()
    {
        if ((here() | 0x20) != 'e')
            return true;
        m_json += here();
        ++m_at;
        if (here() == '+' || here() == '-') {
            m_json += here();
            ++m_at;
        }
        const std::size_t count = digits(m_json, 10);
        return count > 0 && count != std::string::npos;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_json;
};

} // namespace

ScriptNumber readScriptNumber(std::string_view text)
{
    return Reader(text).run();
}

} // namespace designer::event
