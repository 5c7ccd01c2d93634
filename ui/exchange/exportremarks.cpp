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
    QString first = tr("Your conditions are left out. Set them on Hardal’s own screen.");
    if (beyondHardal == 0)
        return first;
    return first + QLatin1Char(' ')
        + QCoreApplication::translate("ExportRemarks", "%n thing(s) in yours do not fit there.", nullptr,
                                      static_cast<int>(beyondHardal));
}

QString placeOf(const connection::Blank &blank)
{
    switch (blank.where) {
    case connection::Blank::Where::Header: return tr("Headers");
    case connection::Blank::Where::Url: return tr("Settings");
    case connection::Blank::Where::Body: break;
    }
    return tr("Body");
}

QString blanksRemark(const std::vector<connection::Blank> &blanks)
{
    QStringList words;
    for (const connection::Blank &blank : blanks)
        words << tr("“%1” (%2)").arg(json::toQString(blank.word), placeOf(blank));
    words.removeDuplicates();
    return tr("Still to fill in: %1.").arg(words.join(QStringLiteral(", ")));
}

/// The name of a header that has room on a line is not broken at its hyphens.
QString unbroken(QString name)
{
    constexpr qsizetype longest = 24;
    return name.size() > longest ? name
                                 : name.replace(QLatin1Char('-'), QStringLiteral("-\u2060")); // word joiner
}

} // namespace

ExportRemark standingRemark(const ExportStanding &standing)
{
    QStringList sentences;
    if (standing.errors > 0)
        sentences << QCoreApplication::translate(
            "ExportRemarks", "%n thing(s) to mend before Hardal can send it.", nullptr, standing.errors);
    if (!standing.blanks.empty())
        sentences << blanksRemark(standing.blanks);
    if (standing.errors == 0)
        sentences << (standing.tested ? tr("Tested and accepted as it stands.")
                                      : tr("Not tested as it stands."));
    const bool warn = !standing.tested || !standing.blanks.empty();
    return {standing.errors > 0 ? Tone::Error
                : warn          ? Tone::Warning
                                : Tone::Good,
            sentences.join(QLatin1Char(' ')).toHtmlEscaped()};
}

QString beforeWords(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Hardal: return tr("Next: copy it, for the person who sets it up in Hardal.");
    case ExportFormat::Whole: return tr("Next: save it to a file, or copy it.");
    case ExportFormat::Fragments: break;
    }
    return tr("Next: copy one part after the other, each into its place in Hardal.");
}

QString copiedWords(ExportFormat format)
{
    if (format == ExportFormat::Whole)
        return tr("The whole file is copied. Next: send it to your colleague.");
    return tr("The text is copied. Next: send it to the person who sets it up in Hardal.");
}

QString savedWords(ExportFormat format, const QString &name)
{
    switch (format) {
    case ExportFormat::Hardal:
        return tr("Saved as %1. Next: send it to the person who sets it up in Hardal.").arg(name);
    case ExportFormat::Whole:
        return tr("Saved as %1. Next: keep it, or send it to your colleague.").arg(name);
    case ExportFormat::Fragments: break;
    }
    return tr("The three parts are saved in %1. Next: paste each into its place in Hardal.").arg(name);
}

ExportRemark secretsRemark(const std::vector<SecretUse> &uses, const QStringList &plain, ExportFormat format,
                           SecretsIn in)
{
    const bool whole = format == ExportFormat::Whole;
    const bool namesAlone = !whole && in == SecretsIn::Names;
    const bool hasValues = in == SecretsIn::Values;
    QStringList sentences;
    if (namesAlone && !uses.empty())
        sentences << tr("Ticked: your tokens stay on this computer.");
    for (const SecretUse &use : uses) {
        if (namesAlone)
            sentences << tr("%1 goes out as %2. Put your own in its place in Hardal.")
                             .arg(unbroken(use.where), json::toQString(secrets::exportedName(use.name)));
    }
    if (whole && !uses.empty())
        sentences << tr("The file names your secrets. Their values stay on this computer.");
    if (!whole && hasValues)
        sentences << tr("Your real token is in the text. Give it to nobody but Hardal.");
    QStringList names;
    for (const QString &name : plain)
        names << unbroken(name);
    if (!plain.isEmpty())
        sentences << tr("%1: the value stands in plain text, and goes out so.")
                         .arg(names.join(QStringLiteral(", ")));
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
