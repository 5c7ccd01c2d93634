// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/knownheaders.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace designer::ui {
namespace {

constexpr std::array<std::pair<const char *, const char *>, 22> rows{{
    {"X-PARTNER-NAME", QT_TRANSLATE_NOOP("KnownHeaders", "Your account’s name at Insider, in lower case.")},
    {"X-REQUEST-TOKEN",
     QT_TRANSLATE_NOOP("KnownHeaders", "The token from your Insider panel. Keep it secret.")},
    {"X-PLATFORM-NAME", QT_TRANSLATE_NOOP("KnownHeaders", "Optional. Insider does not document it.")},
    {"X-Custom-Header", QT_TRANSLATE_NOOP("KnownHeaders", "The example name in Hardal’s guide.")},
    {"X-API-KEY", QT_TRANSLATE_NOOP("KnownHeaders", "A key of the receiver’s. Not for Insider’s upsert.")},
    {"X-INS-AUTH-KEY", QT_TRANSLATE_NOOP("KnownHeaders", "For other Insider addresses, not for the upsert.")},
    {"Authorization", QT_TRANSLATE_NOOP("KnownHeaders", "Who is calling: Bearer and a token, for example.")},
    {"Accept", QT_TRANSLATE_NOOP("KnownHeaders", "Which kinds of answer are understood.")},
    {"Accept-Language", QT_TRANSLATE_NOOP("KnownHeaders", "In which language to answer.")},
    {"Cache-Control", QT_TRANSLATE_NOOP("KnownHeaders", "How long an answer may be kept.")},
    {"Content-Language", QT_TRANSLATE_NOOP("KnownHeaders", "In which language the body is.")},
    {"Cookie", QT_TRANSLATE_NOOP("KnownHeaders", "What a browser would send along.")},
    {"Idempotency-Key", QT_TRANSLATE_NOOP("KnownHeaders", "Lets the receiver know a repeated request.")},
    {"If-Match", QT_TRANSLATE_NOOP("KnownHeaders", "Only where nobody has changed it meanwhile.")},
    {"Origin", QT_TRANSLATE_NOOP("KnownHeaders", "Which site the request comes from.")},
    {"Referer", QT_TRANSLATE_NOOP("KnownHeaders", "Which page the request comes from.")},
    {"User-Agent", QT_TRANSLATE_NOOP("KnownHeaders", "Which program is calling.")},
    {"X-Correlation-ID",
     QT_TRANSLATE_NOOP("KnownHeaders", "Finds this request again in the receiver’s logs.")},
    {"X-Forwarded-For",
     QT_TRANSLATE_NOOP("KnownHeaders", "The visitor’s address, where the receiver wants it.")},
    {"X-Request-ID", QT_TRANSLATE_NOOP("KnownHeaders", "A number for this request.")},
    {"X-Signature", QT_TRANSLATE_NOOP("KnownHeaders", "Proves that the body comes from you.")},
    {"X-Source", QT_TRANSLATE_NOOP("KnownHeaders", "Says where the data comes from.")},
}};

} // namespace

const std::vector<KnownHeader> &knownHeaders()
{
    static const std::vector<KnownHeader> known = [] {
        std::vector<KnownHeader> out;
        out.reserve(rows.size());
        for (const auto &[name, explanation] : rows)
            out.push_back({QLatin1String(name), QCoreApplication::translate("KnownHeaders", explanation)});
        return out;
    }();
    return known;
}

int KnownHeadersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(knownHeaders().size());
}

QVariant KnownHeadersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KnownHeader &known = knownHeaders()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return known.name;
    case Qt::AccessibleDescriptionRole:
    case ExplanationRole: return known.explanation;
    default: return {};
    }
}

} // namespace designer::ui
