// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samplewords.h"

#include "event/conversion.h"
#include "event/samples.h"
#include "ui/samples/sampleentries.h"
#include "json/text.h"

#include <QCoreApplication>

#include <map>

namespace designer::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SamplesPage", text);
}

QString hintOfPasted(const SampleStanding &standing)
{
    if (standing.isBroken)
        return tr("What was pasted does not read as an event. Next: mend it, or delete it.");
    if (!standing.isConverted)
        return tr("A pasted event waits. Next: keep it.");
    return standing.isOriginalJson ? tr("A pasted event waits: keep it as it is, or converted.")
                                   : tr("A pasted event waits. Next: keep the converted event.");
}

/// The text under which a sample that ships is kept, by its title.
const std::map<QString, std::string> &shippedTexts()
{
    static const std::map<QString, std::string> texts = [] {
        std::map<QString, std::string> out;
        for (const event::ShippedSample &sample : event::shippedSamples(std::chrono::system_clock::now())) {
            if (const auto converted = event::convert(sample.text, sample.fileName))
                out.emplace(sample.title, converted->text);
        }
        return out;
    }();
    return texts;
}

/// The second line of its row.
QString aboutSample(const Sample &sample, bool isBroken)
{
    if (!sample.event || isBroken)
        return tr("does not read as an event");
    if (sample.notSaved)
        return tr("not saved yet");
    const auto shipped = shippedTexts().find(sample.name);
    const bool isShipped = shipped != shippedTexts().end()
        && shipped->second.size() == sample.text.size(); // times are moved when it is handed out
    const QString name = json::toQString(sample.event->eventName());
    const QString whose = isShipped ? tr("shipped") : tr("yours");
    return name.isEmpty() ? whose : tr("%1 · %2").arg(name, whose);
}

} // namespace

QString hintOf(const SampleStanding &standing)
{
    if (standing.isEmpty)
        return tr("No sample events yet. Next: use the shipped ones, or paste one.");
    if (standing.isNotSaved)
        return tr("This sample is not saved. Next: mend what keeps it from being saved.");
    if (standing.isPasted)
        return hintOfPasted(standing);
    return standing.isBroken ? tr("This sample does not read as an event as it stands. Next: mend it.")
                             : tr("Sample events are for every destination of this workspace.");
}

Tone hintToneOf(const SampleStanding &standing)
{
    return standing.isPasted || standing.isNotSaved || standing.isBroken ? Tone::Warning : Tone::Neutral;
}

QString footSentenceOf(const SampleStanding &standing)
{
    if (!standing.isShown)
        return tr("Esc goes back to the connection.");
    if (standing.isNotSaved)
        return tr("Not saved. It is tried again when you leave, and when you come back to this window.");
    if (!standing.isPasted)
        return standing.isBroken
            ? tr("Not saved while it does not read as an event. What was saved before is still there.")
            : tr("Changes are saved by themselves. Esc goes back to the connection.");
    if (standing.isBroken)
        return tr("It can be kept as soon as it reads as an event.");
    return standing.isConverted ? tr("Both forms are kept, so that you can go back.")
                                : tr("It is not kept yet.");
}

std::vector<SampleRow> rowsOf(const SampleEntries &entries)
{
    std::vector<SampleRow> out;
    for (const PastedEvent &waits : entries.pasted())
        out.push_back({SampleId::ofPasted(waits.number), waits.name, tr("pasted, not kept yet")});
    for (const Sample &sample : entries.samples())
        out.push_back({SampleId::ofSample(sample.name), sample.name,
                       aboutSample(sample, entries.isBroken(sample.name))});
    return out;
}

QString keptBesideInWords(const QString &name, const QString &copy)
{
    return name == copy ? tr("Somebody else deleted “%1”. What you wrote is kept.").arg(name)
                        : tr("Somebody else changed “%1”: it is as they left it. What you wrote is kept "
                             "as “%2”.")
                              .arg(name, copy);
}

} // namespace designer::ui
