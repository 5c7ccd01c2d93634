// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding/duplicatekeys.h"

#include <QCoreApplication>

namespace designer {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Finding", text);
}

/// \a sentence with the name and its two places for %1 to %5.
QString filled(const QString &sentence, const json::Document &document, const json::DuplicateKey &twice)
{
    const json::Value first(&document.index(), twice.first);
    const json::Value second(&document.index(), twice.second);
    const json::Position one = first.position();
    const json::Position two = second.position();
    return sentence.arg(json::toQString(first.text()), QString::number(one.line), QString::number(one.column),
                        QString::number(two.line), QString::number(two.column));
}

template <typename SetPlace>
Findings findings(const json::Document &document, const QString &sentence, SetPlace setPlace)
{
    FindingList out;
    for (const json::DuplicateKey &twice : document.index().duplicateKeys()) {
        if (!out.hasRoom("DUPLICATE_KEY", Severity::Warning))
            continue;
        Finding finding;
        finding.code = "DUPLICATE_KEY";
        finding.severity = Severity::Warning;
        finding.message = filled(sentence, document, twice);
        setPlace(finding, json::Value(&document.index(), twice.second + 1));
        out.add(std::move(finding));
    }
    return std::move(out).taken();
}

} // namespace

Findings duplicateKeys(const json::Document &document)
{
    return findings(document,
                    tr("The name “%1” stands twice in one object: in line %2, column %3 and in line %4, "
                       "column %5. The last one counts."),
                    [](Finding &finding, const json::Value &value) {
                        finding.templatePlace = TemplatePlace{value.pointer(), value.position()};
                    });
}

Findings duplicateKeysOfEvent(const json::Document &document, const QString &sample)
{
    return findings(document,
                    tr("In the event the name “%1” stands twice: in line %2, column %3 and in line %4, "
                       "column %5. The last one counts."),
                    [&sample](Finding &finding, const json::Value &) { finding.sample = sample; });
}

} // namespace designer
