// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/latestjob.h"
#include "ui/document/connectionpage.h"

#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>

namespace designer::ui {

/// Keeps an evaluation of the document and the sample that are shown, a moment behind the keys: it is
/// worked out off the window's thread, and what is overtaken is dropped.
class LiveEvaluation : public QObject
{
    Q_OBJECT
public:
    /// \a now is asked at each run; tests hold it still.
    explicit LiveEvaluation(std::function<insider::Moment()> now, QObject *parent = nullptr);

    void setDocument(ConnectionDocument *document);
    /// Null: none.
    void setSample(std::shared_ptr<const event::Event> sample, const QString &title);
    /// Where tests go: its address stands in the request that is shown. Nothing: live.
    void setSandbox(const std::optional<http::Endpoint> &sandbox);
    /// Whether another destination has an id; a document that has it too has a finding more.
    void setIdCheck(std::function<bool(const std::string &id)> isTaken) { m_isIdTaken = std::move(isTaken); }
    /// Again: what others say has changed.
    void refresh() { start(); }
    /// So long it is shown as it was before; from then on it is said that it is being worked out. 200 ms
    /// where nobody asks for another time.
    void setPatience(std::chrono::milliseconds patience) { m_overdueTimer.setInterval(patience); }
    void setVersion(const std::string &version) { m_version = version; }

    /// The latest that is known, of whichever revision; its document is the present one.
    [[nodiscard]] const LiveState &state() const { return m_state; }
    /// Whether it belongs to what the document says now.
    [[nodiscard]] bool isFresh() const;
    /// Whether it is not, for long enough to be told.
    [[nodiscard]] bool isOverdue() const { return m_isOverdue && !isFresh(); }
    [[nodiscard]] ConnectionDocument *document() const { return m_document; }
    /// The sample that is chosen, which state() may not have caught up with; null: none.
    [[nodiscard]] const std::shared_ptr<const event::Event> &sample() const { return m_sample; }
    [[nodiscard]] const QString &sampleTitle() const { return m_sampleTitle; }
    [[nodiscard]] testrun::Settings settings() const;

Q_SIGNALS:
    /// A new state() is there.
    void evaluated();
    /// The state() is not that of what the document says any more; evaluated() follows.
    void stale();
    /// It is taking long enough to be told.
    void overdue();

private:
    void start();
    void take(LiveState state);

    std::function<insider::Moment()> m_now;
    QPointer<ConnectionDocument> m_document;
    std::shared_ptr<const event::Event> m_sample;
    QString m_sampleTitle;
    std::optional<http::Endpoint> m_sandbox;
    std::string m_version;
    std::function<bool(const std::string &id)> m_isIdTaken;
    LiveState m_state;
    QThreadPool m_pool;
    LatestJob<LiveState> m_job;
    QTimer m_overdueTimer;
    bool m_isOverdue = false;
    bool m_startQueued = false;
};

} // namespace designer::ui
