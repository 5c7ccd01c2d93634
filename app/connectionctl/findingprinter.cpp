// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingprinter.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FindingPrinter", text);
}

QString severityText(const Console &console, Severity severity)
{
    switch (severity) {
    case Severity::Error: return console.toned(tr("error"), Tone::Bad);
    case Severity::Warning: return console.toned(tr("warning"), Tone::Warning);
    case Severity::Info: return console.toned(tr("info"), Tone::Dim);
    }
    return {};
}

QString placeText(const Finding &finding, const QString &file)
{
    if (finding.templatePlace) {
        return QStringLiteral("%1:%2:%3")
            .arg(file, QString::number(finding.templatePlace->position.line),
                 QString::number(finding.templatePlace->position.column));
    }
    return file;
}

void printFinding(Console &console, const Finding &finding, const QString &file)
{
    console.line(QStringLiteral("%1: %2 %3")
                     .arg(printable(placeText(finding, file)), severityText(console, finding.severity),
                          json::toQString(finding.code)));
    console.line(Console::wrapped(printable(finding.message), 4, 4));
    QStringList facts;
    if (finding.placeholder)
        facts
            << tr("placeholder %1").arg(QStringLiteral("##%1##").arg(json::toQString(*finding.placeholder)));
    if (finding.payloadPointer)
        facts << tr("payload %1")
                     .arg(json::toQString(finding.payloadPointer->empty() ? "/" : *finding.payloadPointer));
    if (finding.sample && !finding.sample->isEmpty())
        facts << tr("sample %1").arg(*finding.sample);
    if (finding.evidence != Evidence::Ours)
        facts << tr("evidence: %1").arg(json::toQString(name(finding.evidence)));
    if (!facts.isEmpty())
        console.line(Console::wrapped(printable(facts.join(QStringLiteral(", "))), 4, 4));
    if (finding.fixTitle)
        console.line(Console::wrapped(tr("Way out: %1").arg(printable(*finding.fixTitle)), 4, 4));
}

} // namespace

void printFindings(Console &console, const Findings &findings, const QString &file)
{
    for (const Finding &finding : findings)
        printFinding(console, finding, file);
}

QString countText(const FindingCounts &counts)
{
    return tr("errors: %1, warnings: %2, remarks: %3")
        .arg(counts.errors)
        .arg(counts.warnings)
        .arg(counts.infos);
}

} // namespace designer::ctl
