// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/testing/liveevaluation.h"
#include "ui/testing/testedwords.h"
#include "ui/testing/testrunner.h"

#include <QWidget>

class QSplitter;

namespace designer::ui {

class EventColumn;
class LiveStrip;
class PayloadColumn;
class ResponseColumn;
class TestBar;

/// Test Endpoint: the event, what would be sent and what came back, side by side and live. Shows
/// what LiveEvaluation knows; sends nothing by itself, but asks for it.
class TestPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TestPanel(LiveEvaluation &live, QWidget *parent = nullptr);

    void setSamples(const QStringList &names, const QString &current);
    void setEvent(std::shared_ptr<const event::Event> event, const QString &title);
    /// The last result for the connection that is shown; null: none.
    void setResult(std::shared_ptr<const TestResult> result);
    void setRunning(bool running);
    void showPhase(http::Phase::Kind phase);
    /// Where tests go, and whether the connection that is shown may send live. Asks where it may not
    /// yet, and takes the focus for that only where live has just been chosen: while people type
    /// another address, the keys stay theirs.
    void setLive(bool live, bool allowed);
    void setFolded(bool folded);
    /// Brings the question into view that is asked before anything goes live, with the focus in it.
    void showQuestion();
    /// Whether the question stands there that is asked before anything goes live.
    [[nodiscard]] bool asksForLive() const { return m_goesLive && !m_allowed; }
    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setFull(bool full);
    void setEventShown(bool shown);
    /// Marks what belongs to the caret in the body at \a offset, now and when the payload is another.
    void markBody(std::size_t offset);
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    /// Whether the last result came of the connection as it stands, with whatever sample.
    [[nodiscard]] bool resultIsOfThis() const;
    /// Whether it also came of the sample that is chosen: then it is shown.
    [[nodiscard]] bool resultIsCurrent() const;
    /// Whether that was accepted nowhere, or not by all.
    [[nodiscard]] bool resultIsFailure() const;
    /// Whether it was accepted, but would not have been sent.
    [[nodiscard]] bool resultWasSentAnyway() const;
    /// Whether there is a result, of whatever text.
    [[nodiscard]] bool hasResult() const { return m_result != nullptr; }
    /// What is known of tests besides: of those before the program began, too.
    void setTested(Tested tested, const QString &when = {});

Q_SIGNALS:
    void foldRequested();
    void fullRequested();
    void sampleChosen(const QString &name);
    void samplesRequested();
    void liveChosen(bool live);
    void liveAllowed();
    /// \a anyway: also where the conditions say no.
    void testRequested(bool anyway);
    void cancelRequested();
    void pointerChosen(const QString &pointer);
    void bodyOffsetChosen(std::size_t offset);
    /// The lines, from 0, of payload and event that belong to the caret's in the body; nothing: there is
    /// none.
    void linesMarked(std::optional<int> payload, std::optional<int> event);
    /// A field of the event is to go into the body.
    void pathChosen(const QString &path);

private:
    static constexpr QLatin1String sendAnyway{"send-anyway"};

    void layOut();
    void connectParts();
    void shareOut();
    void showState();
    void showPayload();
    void showNoPayload(const QString &title, const QString &sentence);
    void showResponse();
    void showVerdict();
    void sayWhatLiveDoes();
    void showStrip();
    void requestTest();
    void markLines();
    [[nodiscard]] QString liveTarget() const; ///< empty: there is no address
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool payloadSaysWhyNot() const;
    [[nodiscard]] QString expected() const;
    [[nodiscard]] QString nextStep() const;

    LiveEvaluation &m_live;
    TestBar *m_bar;
    LiveStrip *m_strip;
    QSplitter *m_columns;
    EventColumn *m_event;
    PayloadColumn *m_payload;
    ResponseColumn *m_response;
    std::shared_ptr<const TestResult> m_result;
    std::size_t m_bodyOffset = 0; ///< of the caret in the body
    Tested m_tested = Tested::Never;
    QString m_testedWhen;
    bool m_goesLive = false;
    bool m_allowed = false;
    bool m_running = false;
    bool m_folded = false;
    bool m_eventIsSized = false; ///< whether it has been given a share of the columns
};

} // namespace designer::ui
