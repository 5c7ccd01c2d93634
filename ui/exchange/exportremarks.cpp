// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportremarks.h"

#include "secrets/reference.h"
#include "ui/common/messageline.h"
#include "json/text.h"

#include <QCoreApplication>

namespace designer::ui {

namespace {

using connection::ExportFormat;

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportRemarks", text);
}

QString conditionsRemark(qsizetype beyondHardal)
{
    QString first = tr("Hardal has no key for conditions. Set them in Hardal’s own screen.");
    if (beyondHardal == 0)
        return first;
    return first + QLatin1Char(' ')
        + (beyondHardal == 1 ? tr("One thing in yours does not fit there.")
                             : tr("%1 things in yours do not fit there.").arg(beyondHardal));
}

} // namespace

SecretsRemark secretsRemark(const std::vector<SecretUse> &uses, const QStringList &plain, ExportFormat format,
                            bool hasValues)
{
    const bool whole = format == ExportFormat::Whole;
    QStringList sentences;
    for (const SecretUse &use : uses) {
        if (!whole && !hasValues)
            sentences << tr("%1 goes out as %2. Put your own in its place in Hardal.")
                             .arg(use.where, json::toQString(secrets::exportedName(use.name)));
    }
    if (whole && !uses.empty())
        sentences << tr("The file names your secrets. Their values stay on this computer.");
    if (!whole && hasValues)
        sentences << tr("Your real token is in the text. Give it to nobody but Hardal.");
    if (!plain.isEmpty())
        sentences << tr("%1: the value stands in plain text, and goes out so.")
                         .arg(plain.join(QStringLiteral(", ")));
    const bool warn = (!whole && hasValues) || !plain.isEmpty();
    return {warn ? Tone::Warning : Tone::Neutral, sentences.join(QLatin1Char(' ')).toHtmlEscaped()};
}

QString notesRemark(const ExportText &text, bool unfolded)
{
    QStringList escaped;
    for (const QString &note : text.exported.notes)
        escaped << note.toHtmlEscaped();
    QString all = escaped.join(QStringLiteral("<br><br>"));
    if (!text.hasConditions)
        return all;
    if (unfolded)
        return all + QStringLiteral("<br><br>") + link(QStringLiteral("fold"), tr("Less"));
    return conditionsRemark(text.beyondHardal) + QStringLiteral("<br>")
        + link(QStringLiteral("unfold"), tr("What you can do"));
}

} // namespace designer::ui
