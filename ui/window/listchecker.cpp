// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listchecker.h"

#include "connection/fittingevent.h"
#include "event/samples.h"
#include "testrun/evaluation.h"
#include "json/text.h"

#include <QSet>

#include <algorithm>
#include <chrono>

namespace designer::ui {

namespace {

constexpr std::chrono::milliseconds soon{300};

/// The words of \a text, one blank before and behind each.
QString wordsOf(const QString &text)
{
    const QString lower = text.toLower();
    QString out = QStringLiteral(" ");
    for (const QChar c : lower) {
        const QChar letter = c.isLetterOrNumber() ? c : QLatin1Char(' ');
        if (letter != QLatin1Char(' ') || !out.endsWith(letter))
            out += letter;
    }
    return out.endsWith(QLatin1Char(' ')) ? out : out + QLatin1Char(' ');
}

bool isNamed(const QString &words, const event::Event &event)
{
    const QString name = wordsOf(json::toQString(event.root().find("event_name").text()));
    return name.size() > 1 && words.contains(name);
}

bool isShipped(const QString &name)
{
    static const QSet<QString> titles = [] {
        QSet<QString> out;
        for (const event::ShippedSample &sample : event::shippedSamples({}))
            out.insert(sample.title);
        return out;
    }();
    return titles.contains(name);
}

/// One destination, as the checker's thread looks at it.
struct Task
{
    QString name;
    connection::TakenApart parts;
    QString chosen; ///< the sample
    bool isIdTaken = false;
};

std::vector<Task> tasksOf(const Session &session)
{
    std::vector<Task> out;
    for (int row = 0; row < session.count(); ++row) {
        const Destination &destination = session.at(row);
        if (destination.unreadable)
            continue;
        const auto &known = session.state().connections;
        const auto remembered = known.find(destination.name);
        out.push_back(
            {destination.name,
             destination.document ? destination.document->parts()
                                  : connection::TakenApart::of(destination.saved),
             remembered == known.end() ? QString() : remembered->second.sample,
             !destination.shown().id().empty() && session.isIdTaken(destination.shown().id(), row)});
    }
    return out;
}

} // namespace

const Sample *fittingSample(const connection::Connection &connection, const std::vector<Sample> &samples)
{
    const QString words
        = wordsOf(json::toQString(connection.label()) + QLatin1Char(' ') + json::toQString(connection.id()));
    std::vector<const Sample *> candidates;
    for (const Sample &sample : samples) {
        if (sample.event)
            candidates.push_back(&sample);
    }
    std::stable_partition(candidates.begin(), candidates.end(),
                          [](const Sample *sample) { return isShipped(sample->name); });
    std::vector<const event::Event *> events;
    events.reserve(candidates.size());
    for (const Sample *const sample : candidates)
        events.push_back(sample->event.get());
    const auto named = std::find_if(events.begin(), events.end(),
                                    [&words](const event::Event *event) { return isNamed(words, *event); });
    const std::string name = named == events.end() ? std::string() : (*named)->eventName();
    if (const auto fitting = connection::fittingEvent(connection, events, name))
        return candidates[*fitting];
    if (candidates.empty())
        return nullptr;
    return named == events.end() ? candidates.front()
                                 : candidates[static_cast<std::size_t>(named - events.begin())];
}

const Sample *sampleFor(const connection::Connection &connection, const std::vector<Sample> &samples,
                        const QString &chosen)
{
    const auto found = std::find_if(samples.begin(), samples.end(), [&](const Sample &sample) {
        return sample.event && sample.name == chosen;
    });
    return found != samples.end() ? &*found : fittingSample(connection, samples);
}

ListChecker::ListChecker(std::function<insider::Moment()> now, QObject *parent)
    : QObject(parent), m_now(std::move(now))
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_next)
            start(*m_next);
    });
}

ListChecker::~ListChecker()
{
    stop();
    m_pool.waitForDone();
}

void ListChecker::startSoon(const Session &session)
{
    m_next = &session;
    m_soon.start();
}

void ListChecker::stop()
{
    m_soon.stop();
    if (m_cancelled)
        *m_cancelled = true;
}

void ListChecker::start(const Session &session)
{
    stop();
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    m_cancelled = cancelled;
    m_pool.start([this, cancelled, tasks = tasksOf(session), samples = session.samples().all(),
                  now = m_now()] {
        for (const auto &[name, parts, chosen, isIdTaken] : tasks) {
            if (*cancelled)
                return;
            const Sample *const sample = sampleFor(parts.shell, samples, chosen);
            testrun::EvaluationInput input{parts, sample ? std::optional(*sample->event) : std::nullopt, {}};
            input.settings.now = now;
            FindingCounts counts = count(testrun::evaluate(input, *cancelled).findings);
            counts.errors += isIdTaken ? 1 : 0;
            QMetaObject::invokeMethod(
                this,
                [this, cancelled, name = name, counts] {
                    if (!*cancelled)
                        Q_EMIT checked(name, counts);
                },
                Qt::QueuedConnection);
        }
    });
}

} // namespace designer::ui
