// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/url.h"

#include <QHostAddress>
#include <QUrl>

namespace designer::url {

namespace {

/// The length of the authority that \a text begins with.
std::size_t authorityLength(std::string_view text, Skip skip)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t whole = skip ? skip(text.substr(i)) : 0;
        if (whole > 0)
            i += whole - 1;
        else if (text[i] == '/' || text[i] == '?' || text[i] == '#' || text[i] == '\\')
            return i;
    }
    return text.size();
}

} // namespace

std::optional<Parts> split(std::string_view text, Skip skip)
{
    constexpr std::string_view mark = "://";
    const std::size_t schemeEnd = text.find(mark);
    if (schemeEnd == std::string_view::npos || text.find('#') < schemeEnd)
        return std::nullopt;
    const std::string_view rest = text.substr(schemeEnd + mark.size());
    const std::size_t end = authorityLength(rest, skip);
    const std::string_view after = rest.substr(end);
    return Parts{text.substr(0, schemeEnd), rest.substr(0, end), after.substr(0, after.find('#'))};
}

QString shownHost(std::string_view url)
{
    return QUrl(QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size()))).host();
}

bool isLoopback(std::string_view host)
{
    QString name = QString::fromUtf8(host.data(), static_cast<qsizetype>(host.size())).toLower();
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost"))
        || QHostAddress(name).isLoopback();
}

} // namespace designer::url
