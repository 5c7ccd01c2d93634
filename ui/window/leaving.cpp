// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/leaving.h"

#include <utility>

namespace designer::ui {

Leaving::Leaving(QWidget &window, Prompter &prompter) : m_window(window), m_prompter(prompter) { }

void Leaving::setSession(Session *session)
{
    m_session = session;
    m_isGivenUp = false;
    callOff();
}

void Leaving::callOff()
{
    m_state = State::Idle;
    m_then = {};
}

bool Leaving::isFree() const
{
    return m_isGivenUp || !m_session || (m_session->modifiedTitles().isEmpty() && lostSamples().isEmpty());
}

/// Drafts wait in their workspace for whoever opens it again; at the end of the program people are asked
/// all the same.
QStringList Leaving::lostConnections() const
{
    const bool areLost = m_session && (m_occasion == Occasion::Close || m_session->draftsFail());
    return areLost ? m_session->modifiedTitles() : QStringList();
}

QStringList Leaving::lostSamples() const
{
    return m_samples ? m_samples->unkept() : QStringList();
}

void Leaving::start(Occasion occasion, const std::function<void()> &then)
{
    if (m_state == State::Asking) // the question is there
        return;
    m_occasion = occasion;
    m_then = then;
    if (std::exchange(m_state, State::Keeping) != State::Keeping)
        keepSamples();
}

void Leaving::keepSamples()
{
    if (lostSamples().isEmpty())
        return keepDrafts();
    m_samples->keep([this] {
        if (m_state == State::Keeping)
            keepDrafts();
    });
}

/// Whether they can be kept is not known before that is tried.
void Leaving::keepDrafts()
{
    if (m_occasion == Occasion::Close || !m_session || m_session->modifiedTitles().isEmpty())
        return ask();
    m_session->keepDrafts(this, [this] {
        if (m_state == State::Keeping)
            ask();
    });
}

void Leaving::ask()
{
    const QStringList lost = lostConnections() + lostSamples();
    if (lost.isEmpty() || m_isGivenUp)
        return go();
    m_state = State::Asking;
    m_prompter.askUnsavedWork(&m_window, lost, m_occasion, [this](Prompter::Unsaved answer) {
        if (m_state == State::Asking)
            follow(answer);
    });
}

void Leaving::follow(Prompter::Unsaved answer)
{
    switch (answer) {
    case Prompter::Unsaved::Save: return saveSamples();
    case Prompter::Unsaved::Discard: return giveUp();
    case Prompter::Unsaved::Cancel: return callOff();
    }
}

/// No more than was asked about: drafts that are kept stay.
void Leaving::giveUp()
{
    if (lostConnections().isEmpty())
        m_session->samples().discard();
    else
        m_session->discardAll();
    m_isGivenUp = true;
    go();
}

void Leaving::saveSamples()
{
    m_state = State::Saving;
    if (lostSamples().isEmpty())
        return saveConnections();
    m_samples->keep([this] {
        if (m_state == State::Saving)
            saveConnections();
    });
}

void Leaving::saveConnections()
{
    for (int row = 0; !lostConnections().isEmpty() && row < m_session->count(); ++row) {
        if (m_session->isModified(row))
            m_session->save(row);
    }
    m_session->await(this, [this] {
        if (m_state == State::Saving)
            endSaving();
    });
}

/// Where something could not be saved, people stay and see why.
void Leaving::endSaving()
{
    const QStringList samples = lostSamples();
    if (samples.isEmpty() && lostConnections().isEmpty())
        return go();
    callOff();
    if (!samples.isEmpty())
        Q_EMIT sampleNotSaved(samples.first());
}

/// Later: the session, or the window, does not survive it, and this may be inside one of their signals.
void Leaving::go()
{
    m_state = State::Going;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_state = State::Idle;
            if (const auto then = std::exchange(m_then, {}))
                then();
        },
        Qt::QueuedConnection);
}

} // namespace designer::ui
