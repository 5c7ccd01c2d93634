// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/templatefacts.h"

#include "condition/conditions.h"
#include "connection/blanks.h"
#include "connection/fittingevent.h"
#include "event/conversion.h"
#include "event/instant.h"
#include "event/samples.h"
#include "secrets/reference.h"
#include "testrun/evaluation.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>

namespace designer::ui {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("TemplateFacts", text, nullptr, n);
}

QString enumerated(const QStringList &things)
{
    if (things.size() < 2)
        return things.value(0);
    return tr("%1 and %2").arg(things.mid(0, things.size() - 1).join(QStringLiteral(", ")), things.last());
}

QString headerInWords(const std::string &name)
{
    if (name == "X-PARTNER-NAME")
        return tr("your partner name");
    if (name == "X-REQUEST-TOKEN")
        return tr("your token");
    if (name == "Authorization")
        return tr("your access key");
    return json::toQString(name);
}

using Where = connection::Blank::Where;

/// The words at \a where, each once.
QStringList words(const std::vector<connection::Blank> &blanks, Where where)
{
    QStringList out;
    for (const connection::Blank &blank : blanks) {
        if (blank.where == where)
            out << json::toQString(blank.word);
    }
    return out;
}

QString headersToFill(const connection::Connection &connection)
{
    QStringList things;
    for (const connection::Header &header : connection.headers()) {
        if (!connection::blankWords(header.value).empty() || !secrets::findReferences(header.value).empty())
            things << headerInWords(header.name);
    }
    switch (things.size()) {
    case 0: return {};
    case 1: return tr("%1, on the Headers page").arg(things.first());
    case 2: return tr("%1, both on the Headers page").arg(enumerated(things));
    default: return tr("%1, all on the Headers page").arg(enumerated(things));
    }
}

QString addressToFill(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    // A whole address stands there as an example, or one of its parts has a name.
    const bool example = names.first().endsWith(QLatin1String("example.com"))
        || names.first().startsWith(QLatin1String("YOUR/"));
    return example ? tr("your address, on the Settings page")
                   : tr("%1 in the address, on the Settings page").arg(enumerated(names));
}

QString fillInWords(const connection::Connection &connection)
{
    const std::vector<connection::Blank> blanks = connection::blanks(connection);
    const QStringList inBody = words(blanks, Where::Body);
    QStringList all{headersToFill(connection), addressToFill(words(blanks, Where::Url)),
                    inBody.isEmpty() ? QString() : tr("%1 in the body").arg(enumerated(inBody))};
    all.removeAll(QString());
    return all.isEmpty() ? tr("nothing: it works as it stands") : all.join(QStringLiteral("; "));
}

/// The name that the body gives to the events it sends to Insider, where that is fixed.
std::string fixedEventName(const connection::Connection &connection)
{
    return connection.document().at("/request_format/users/0/events/0/event_name").text();
}

struct ReadSample
{
    FittingSample kept;
    event::Event event;
};

std::vector<ReadSample> readSamples()
{
    std::vector<ReadSample> out;
    for (const event::ShippedSample &sample : event::shippedSamples(std::chrono::system_clock::now())) {
        const auto converted = event::convert(sample.text, sample.fileName);
        if (!converted)
            continue;
        const bool isForeign = converted->from != event::Shape::Canonical;
        if (auto event = event::Event::parse(converted->text, sample.title))
            out.push_back({{sample.title, converted->text, isForeign ? sample.text : std::string()},
                           std::move(event).value()});
    }
    return out;
}

std::optional<ReadSample> fittingSample(const connection::Connection &connection)
{
    const std::vector<ReadSample> samples = readSamples();
    std::vector<const event::Event *> events;
    events.reserve(samples.size());
    for (const ReadSample &sample : samples)
        events.push_back(&sample.event);
    const auto fitting = connection::fittingEvent(connection, events, fixedEventName(connection));
    return fitting ? std::optional(samples[*fitting]) : std::nullopt;
}

insider::Moment momentOf(const event::Event &event)
{
    const auto instant = event::instantFromEvent(event.root().find("created_at").text());
    return instant
        ? insider::Moment(std::chrono::minutes(instant->minute) + std::chrono::seconds(instant->second))
        : insider::Moment();
}

/// Of the worst kind the first.
const Finding *worst(const Findings &findings)
{
    const Finding *out = nullptr;
    for (const Finding &finding : findings) {
        if (finding.severity != Severity::Info && (!out || finding.severity < out->severity))
            out = &finding;
    }
    return out;
}

TemplateCheck judged(const testrun::Evaluation &evaluation, const QString &title)
{
    if (!evaluation.run || !evaluation.run->prediction)
        return {Tone::Info, tr("could not be worked out with “%1”").arg(title)};
    const Finding *const finding = worst(evaluation.findings);
    if (!evaluation.run->prediction->allAccepted) {
        return {Tone::Error,
                tr("Insider would reject it with “%1”: %2")
                    .arg(title, finding ? finding->message : tr("its rules are not met"))};
    }
    if (finding)
        return {Tone::Warning, tr("Insider would accept it with “%1”, but: %2").arg(title, finding->message)};
    return {Tone::Good, tr("Insider’s rules accept it with “%1”").arg(title)};
}

} // namespace

TemplateFacts factsOf(const connection::Connection &connection)
{
    TemplateFacts out;
    out.sendsTo = json::toQString(connection.url());
    if (connection.method() != "POST")
        out.sendsTo = json::toQString(connection.method()) + QLatin1Char(' ') + out.sendsTo;
    const auto conditions = condition::Conditions::compile(connection.conditions()).conditions;
    out.firesWhen
        = conditions.empty() ? tr("always: on every event") : tr("the %1").arg(conditions.sentence());
    out.fillIn = fillInWords(connection);
    return out;
}

std::optional<FittingSample> shippedSampleFor(const connection::Connection &connection)
{
    const std::optional<ReadSample> found = fittingSample(connection);
    return found ? std::optional(found->kept) : std::nullopt;
}

TemplateCheck checked(const connection::Connection &connection)
{
    const std::optional<ReadSample> sample = fittingSample(connection);
    testrun::EvaluationInput input;
    input.parts = connection::TakenApart::of(connection);
    if (sample) {
        input.event = sample->event;
        input.settings.now = momentOf(sample->event);
    }
    input.settings.sendAnyway = true;
    const std::atomic<bool> cancelled = false;
    const testrun::Evaluation evaluation = testrun::evaluate(input, cancelled);
    if (!evaluation.isInsiders())
        return {Tone::Neutral, tr("Not Insider’s: nothing to check it by")};
    return judged(evaluation, sample ? sample->kept.title : tr("no sample"));
}

} // namespace designer::ui
