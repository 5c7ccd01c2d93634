// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listchecker.h"

#include "connection/fittingevent.h"
#include "event/samples.h"
#include "testrun/evaluation.h"
#include "ui/document/idfinding.h"
#include "json/text.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <map>

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
    connection::Connection saved;
    std::optional<connection::TakenApart> edited; ///< where it is open
    QString chosen; ///< the sample

    [[nodiscard]] connection::TakenApart parts() const
    {
        return edited ? *edited : connection::TakenApart::of(saved);
    }
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
        out.push_back({destination.name, destination.saved,
                       destination.document ? std::optional(destination.document->parts()) : std::nullopt,
                       remembered == known.end() ? QString() : remembered->second.sample});
    }
    return out;
}

/// How many destinations have each id.
std::map<std::string, int> idsOf(const Session &session)
{
    std::map<std::string, int> out;
    for (int row = 0; row < session.count(); ++row)
        ++out[session.at(row).shown().id()];
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
    m_passedOver.clear();
    m_pool.start([this, cancelled, tasks = tasksOf(session), ids = idsOf(session),
                  samples = session.samples().all(), now = m_now()] {
        for (const Task &task : tasks) {
            if (*cancelled)
                return;
            testrun::EvaluationInput input{task.parts(), {}, {}, false};
            if (const Sample *const sample = sampleFor(input.parts.shell, samples, task.chosen))
                input.event = *sample->event;
            input.settings.now = now;
            Findings findings = testrun::evaluate(input, *cancelled).findings;
            const std::string id = input.parts.shell.id();
            const auto same = ids.find(id);
            addIdFinding(findings, id, same != ids.end() && same->second > 1);
            QMetaObject::invokeMethod(
                this,
                [this, cancelled, name = task.name, counts = count(findings)] {
                    if (!*cancelled && !m_passedOver.contains(name))
                        Q_EMIT checked(name, counts);
                },
                Qt::QueuedConnection);
        }
    });
}

} // namespace designer::ui
