// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/prompter.h"
#include "ui/document/session.h"
#include "ui/samples/samplespage.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace designer::ui {

/// The way out of a workspace, because the window closes or another workspace is opened. What can be
/// kept is kept first; of what would be lost all the same, people say whether it is saved or given up.
/// One way out at a time.
class Leaving : public QObject
{
    Q_OBJECT
public:
    using Occasion = Prompter::Occasion;

    /// Asks over \a window. Both outlive this.
    Leaving(QWidget &window, Prompter &prompter);

    /// Another workspace, or none: what waited for the one before is off.
    void setSession(Session *session);
    void setSamples(SamplesPage *samples) { m_samples = samples; }

    /// Whether all is saved, or given up.
    [[nodiscard]] bool isFree() const;
    /// Calls \a then, later, as soon as nothing is lost by it; never where people stay, or saving fails.
    void start(Occasion occasion, const std::function<void()> &then);
    /// Whoever goes on working stays.
    void callOff();

Q_SIGNALS:
    /// The sample \a name could not be saved, though people said so.
    void sampleNotSaved(const QString &name);

private:
    enum class State { Idle, Keeping, Asking, Saving, Going };

    void keepSamples();
    void keepDrafts();
    void ask();
    void follow(Prompter::Unsaved answer);
    void giveUp();
    void saveSamples();
    void saveConnections();
    void endSaving();
    void go();
    [[nodiscard]] QStringList lostConnections() const;
    [[nodiscard]] QStringList lostSamples() const;

    QWidget &m_window;
    Prompter &m_prompter;
    QPointer<Session> m_session;
    QPointer<SamplesPage> m_samples;
    State m_state = State::Idle;
    Occasion m_occasion = Occasion::Close;
    std::function<void()> m_then; ///< empty: nobody leaves
    bool m_isGivenUp = false; ///< what is unsaved
};

} // namespace designer::ui
