// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/messageline.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticeline.h"

namespace designer::ui {

/// What is said of the workspace as a whole, from when it is opened.
void MainWindow::followNotices()
{
    connect(m_session.get(), &Session::sharedChanged, this, &MainWindow::showShared);
    connect(m_session.get(), &Session::draftsFailed, this, &MainWindow::showDraftsFailed);
    showShared(m_session->isShared());
    showDraftsFailed(std::nullopt);
}

void MainWindow::showShared(bool isShared)
{
    if (!isShared)
        return m_sharedNotice->say(Tone::Neutral, {});
    m_sharedNotice->say(
        Tone::Warning,
        tr("This workspace is open in another window too. Unsaved work is kept apart, and neither saves "
           "over the other unasked.")
                .toHtmlEscaped()
            + QLatin1Char(' ') + link(QStringLiteral("close"), tr("Close this window")));
}

void MainWindow::showDraftsFailed(const std::optional<Error> &error)
{
    if (!error)
        return m_draftsNotice->say(Tone::Neutral, {});
    m_draftsNotice->say(Tone::Error,
                        tr("Unsaved work is not safe at the moment, should the program end: %1; %2. "
                           "Next: mend that, or export what you do not want to lose (Ctrl+E).")
                            .arg(error->message, error->wayOut)
                            .toHtmlEscaped());
}

} // namespace designer::ui
