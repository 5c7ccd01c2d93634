// SPDX-License-Identifier: GPL-3.0-or-later
// What is said at the head of a connection, and the ways out that it offers there.
#include "connection/editing.h"
#include "ui/common/messageline.h"
#include "ui/common/sentence.h"
#include "ui/destinations/destinationspane.h"
#include "ui/welcome/emptyworkspacepage.h"
#include "ui/window/connectionhead.h"
#include "ui/window/connectionview.h"
#include "ui/window/mainwindow.h"

namespace designer::ui {

namespace {

constexpr QLatin1String activateAnyway("activate-anyway");
constexpr QLatin1String keepMine("keep-mine");
constexpr QLatin1String loadTheirs("load-theirs");
constexpr QLatin1String keepBoth("keep-both");
constexpr QLatin1String saveAgain("save-again");
constexpr QLatin1String letGo("let-go");
constexpr QLatin1String bringBack("bring-back");

} // namespace

/// What the head said is over.
void MainWindow::saved(int row)
{
    if (row >= 0) {
        m_conflicts.erase(m_session->at(row).name);
        m_notSaved.erase(m_session->at(row).name);
    }
    if (row == m_row)
        m_view->head().setMessage(Tone::Neutral, {});
    showStanding();
}

/// Nobody is taken away from what he is at: it is said when that destination is shown.
void MainWindow::changedOnDisk(int row)
{
    const QString what = tr("Somebody else changed this file.");
    m_conflicts[m_session->at(row).name] = what;
    if (row == m_row)
        askWhose(row, what);
}

/// The other choices stay, and this one may go well when the file is mended.
void MainWindow::theirsRefused(int row, const Error &error)
{
    const QString what = asSentence(error.message);
    m_conflicts[m_session->at(row).name] = what;
    if (row == m_row)
        askWhose(row, what);
}

/// There is nothing of others to choose between any more; or there is again, which is told then.
void MainWindow::goneChanged(int row)
{
    m_conflicts.erase(m_session->at(row).name);
    m_notSaved.erase(m_session->at(row).name);
    if (row != m_row)
        return;
    m_session->at(row).gone ? sayGone() : m_view->head().setMessage(Tone::Neutral, {});
}

void MainWindow::sayGone()
{
    m_asksToActivate = false;
    m_view->head().setMessage(
        Tone::Warning,
        QStringLiteral("%1 %2 %3")
            .arg(tr("Its file is gone: somebody deleted or moved it. What you see is kept here.")
                     .toHtmlEscaped(),
                 link(saveAgain, tr("Save it again")), link(letGo, tr("Let it go"))));
}

void MainWindow::saveFailed(int row, const Error &error)
{
    if (error.code == ErrorCode::FileChanged && m_session->at(row).gone) {
        bringForward(row);
        return sayGone();
    }
    const QString what = tr("Not saved: %1.").arg(error.message);
    const QString next = error.wayOut.isEmpty() ? QString() : tr("Next: %1.").arg(error.wayOut);
    const QString whole = (what + QLatin1Char(' ') + next).trimmed();
    // Of several the last one comes forward, and each says it when it is shown.
    m_notSaved[m_session->at(row).name] = whole;
    bringForward(row);
    if (error.code == ErrorCode::FileChanged || error.code == ErrorCode::FileExists)
        return askWhose(row, what);
    m_view->head().setMessage(Tone::Error, whole.toHtmlEscaped());
}

/// Nobody is taken away from what he is at: of another destination it is said when that one is shown.
void MainWindow::sessionFailed(int row, const Error &error)
{
    QString words = asSentence(error.message);
    if (!error.wayOut.isEmpty())
        words += QLatin1Char(' ') + tr("Next: %1.").arg(error.wayOut);
    if (row >= 0 && row != m_row)
        m_failures[m_session->at(row).name] = words;
    else
        m_view->head().setMessage(Tone::Error, words.toHtmlEscaped());
}

/// Two versions of one file: nothing is written over before people say so.
void MainWindow::askWhose(int row, const QString &what)
{
    if (row != m_row)
        m_pane->setCurrentRow(row);
    m_asksToActivate = false;
    m_view->head().setMessage(Tone::Warning,
                              QStringLiteral("%1 %2 %3 %4")
                                  .arg(what.toHtmlEscaped(), link(keepMine, tr("Keep mine")),
                                       link(loadTheirs, tr("Load theirs")), link(keepBoth, tr("Keep both"))));
}

void MainWindow::followHeadLink(const QString &target)
{
    m_view->head().setMessage(Tone::Neutral, {});
    m_asksToActivate = false;
    m_activatesWhenKnown = false;
    if (target == keepMine || target == loadTheirs || target == keepBoth)
        m_conflicts.erase(name());
    if (target == activateAnyway)
        activate(true);
    else if (target == saveAgain)
        m_session->save(m_row);
    else if (target == letGo)
        removeDestination();
    else if (target == keepMine)
        m_session->saveOver(m_row);
    else if (target == loadTheirs)
        m_session->loadTheirs(m_row);
    else if (target == keepBoth)
        keepBothVersions();
    else if (target == importDetails)
        m_view->head().setMessage(Tone::Error, m_importDetails.toHtmlEscaped());
    else if (target == cancelOther)
        m_tester.cancelOther();
    else if (target == bringBack && m_session->listHistory().index() == m_deletedAt)
        bringBackDeleted();
    else if (target == firesFor)
        goToPage(Page::Conditions);
}

/// Where another one was deleted before, it is offered next; Ctrl+Z in the list goes on, too.
void MainWindow::bringBackDeleted()
{
    m_session->listHistory().undo();
    m_pane->focusList();
    if (const auto another = m_session->lastDeleted())
        tellDeleted(*another);
}

/// Mine becomes a destination of its own, and theirs is shown in its place.
void MainWindow::keepBothVersions()
{
    const int row = m_row;
    const auto mine = document()->whole();
    if (!mine) { // the question stays
        m_conflicts[name()] = sentenceOf(mine.error());
        return askWhose(row, sentenceOf(mine.error()));
    }
    m_session->loadTheirs(row);
    m_session->add(*mine);
}

void MainWindow::setActive(bool active)
{
    if (!document())
        return;
    StandingFacts standing = facts();
    standing.goesLive = false; // where tests go is no matter of being active
    const bool isKnown = standing.live->evaluation && standing.fresh;
    if (!active || (isKnown && nextStepOf(standing) >= Step::Save))
        return activate(active);
    m_view->head().setActive(false);
    m_asksToActivate = true;
    m_activatesWhenKnown = !isKnown;
    const QString why = isKnown ? standingOf(standing).text : tr("How it stands is still being worked out.");
    sayUntilChange(Tone::Warning,
                   why.toHtmlEscaped() + QLatin1Char(' ') + link(activateAnyway, tr("Activate anyway")));
}

void MainWindow::activate(bool active)
{
    const auto refused
        = document()->changeShell(active ? tr("Switch it to Active") : tr("Switch it off"), EditPlace::head(),
                                  connection::withActive(document()->shell(), active));
    if (refused)
        m_view->head().setActive(!active);
}

void MainWindow::tellDeleted(const QString &label)
{
    m_deletedAt = m_session->listHistory().index();
    const QString words = tr("“%1” is deleted.").arg(label).toHtmlEscaped() + QLatin1Char(' ')
        + link(bringBack, tr("Bring it back"));
    m_view->head().setMessage(Tone::Info, words);
    m_emptyPage->say(Tone::Info, words); // where it was the last one
}

/// What was deleted is brought back by the step that comes next, and by no other.
void MainWindow::followListHistory()
{
    if (m_session->listHistory().index() != m_deletedAt)
        m_emptyPage->say(Tone::Neutral, {});
}

} // namespace designer::ui
