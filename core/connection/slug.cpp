// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/importformats.h"

#include <array>

namespace designer::connection {

namespace {

struct Spelling
{
    char16_t letter; ///< lower case
    std::string_view ascii;
};

/// Latin letters that Unicode does not take apart into a letter and a mark.
constexpr std::array spellings{
    Spelling{u'ı', "i"},  Spelling{u'ø', "o"}, Spelling{u'ł', "l"},  Spelling{u'đ', "d"},
    Spelling{u'ħ', "h"},  Spelling{u'ŧ', "t"}, Spelling{u'ß', "ss"}, Spelling{u'æ', "ae"},
    Spelling{u'œ', "oe"}, Spelling{u'ð', "d"}, Spelling{u'þ', "th"},
};

/// Empty where the character is no letter or digit of ours.
std::string asAscii(QChar lower)
{
    if ((lower >= u'a' && lower <= u'z') || (lower >= u'0' && lower <= u'9'))
        return {lower.toLatin1()};
    for (const Spelling &spelling : spellings) {
        if (lower == spelling.letter)
            return std::string(spelling.ascii);
    }
    return {};
}

} // namespace

std::string slug(std::string_view label)
{
    std::string out;
    const QString decomposed = json::toQString(label).normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        const std::string ascii = asAscii(c.toLower());
        if (!ascii.empty())
            out += ascii;
        else if (!c.isMark() && !out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out.empty() ? "connection" : out;
}

} // namespace designer::connection
