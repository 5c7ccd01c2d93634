// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/xmltext.h"

namespace designer::testrun {

QString NonXml::name() const
{
    return QStringLiteral("U+%1").arg(static_cast<uint>(point), 4, 16, QLatin1Char('0')).toUpper();
}

std::optional<NonXml> findNonXml(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')
            return NonXml{i, byte};
        if (byte == 0xef && text.substr(i, 3) == "\xef\xbf\xbe")
            return NonXml{i, 0xfffe};
        if (byte == 0xef && text.substr(i, 3) == "\xef\xbf\xbf")
            return NonXml{i, 0xffff};
    }
    return std::nullopt;
}

} // namespace designer::testrun
