// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/blanks.h"
#include "connection/editing.h"
#include "connection/fittingevent.h"
#include "ui/common/messageline.h"
#include "ui/common/sentence.h"
#include "ui/destinations/adddestinationpage.h"
#include "ui/destinations/destinationspane.h"
#include "ui/destinations/templatefacts.h"
#include "ui/exchange/exportpage.h"
#include "ui/headers/credential.h"
#include "ui/samples/samplespage.h"
#include "ui/welcome/emptyworkspacepage.h"
#include "ui/welcome/helppage.h"
#include "ui/window/connectionhead.h"
#include "ui/window/connectionview.h"
#include "ui/window/footbar.h"
#include "ui/window/mainwindow.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace designer::ui {

namespace {

/// Where the next step is: what is to fill in, as the foot says it, else the body.
Page pageToBeginOn(const connection::Connection &connection)
{
    const std::vector<connection::Blank> blanks = connection::blanks(connection);
    if (!blanks.empty() && blanks.front().where == connection::Blank::Where::Url)
        return Page::Settings;
    const auto headers = connection.headers();
    const bool hasSecrets = std::any_of(headers.begin(), headers.end(), [](const connection::Header &header) {
        return !secretNames(header.value).empty();
    });
    const bool isHeader
        = blanks.empty() ? hasSecrets : blanks.front().where == connection::Blank::Where::Header;
    return isHeader ? Page::Headers : Page::Body;
}

} // namespace

/// A screen that takes the right side in place of the connection.
void MainWindow::showScreen(QWidget *screen, const QString &hint)
{
    if (isOnConnection())
        m_focusBefore = focusWidget();
    m_right->setCurrentWidget(screen);
    m_foot->setSentence({Tone::Info, hint});
    m_foot->setVerdicts({}, {});
    m_foot->setCaretShown(false);
    screen->setFocus(Qt::OtherFocusReason);
}

/// Esc goes back from wherever the focus is, the list of destinations too; and out of the full test panel.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const QWidget *const shown = m_right->currentWidget();
    if (event->key() == Qt::Key_Escape && shown != m_view && shown != m_emptyPage)
        backToConnection();
    else if (event->key() == Qt::Key_Escape && isOnConnection() && m_view->isFull())
        toggleFull();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::backToConnection()
{
    if (m_row < 0 && m_session && m_session->count() > 0)
        m_pane->setCurrentRow(0); // it appeared while another screen was up
    showRightScreen();
    showStanding();
    focusAsBefore();
}

/// The keys go on where they were before the screen: a key that is meant for a text must not delete a
/// destination.
void MainWindow::focusAsBefore()
{
    if (m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else if (isOnConnection() && document())
        m_view->focusPage(m_view->currentPage());
    else
        m_pane->focusList();
}

void MainWindow::addDestination()
{
    if (!m_session)
        return;
    if (!m_gallery) {
        m_gallery = new AddDestinationPage(m_right);
        m_right->addWidget(m_gallery);
        connect(m_gallery, &AddDestinationPage::created, this, &MainWindow::createFromTemplate);
        connect(m_gallery, &AddDestinationPage::cancelled, this, &MainWindow::backToConnection);
    }
    showScreen(m_gallery, m_gallery->hint());
    m_gallery->start();
}

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpPage(m_right);
        m_right->addWidget(m_help);
        connect(m_help, &HelpPage::closed, this, &MainWindow::backToConnection);
    }
    showScreen(m_help, tr("Esc goes back to the connection."));
    m_help->setFocus();
}

/// It can be tested at once: an event that it sends comes along where the workspace has none.
void MainWindow::createFromTemplate(const connection::Connection &connection)
{
    const QString sample = bringSampleFor(connection);
    addFromTemplate(connection);
    if (!sample.isEmpty())
        sayUntilChange(Tone::Info,
                       tr("“%1” came along as a sample event, to test it with.").arg(sample).toHtmlEscaped());
}

/// Its name; empty: there is one, or none that ships is sent.
QString MainWindow::bringSampleFor(const connection::Connection &connection)
{
    std::vector<const event::Event *> events;
    for (const Sample &sample : m_session->samples().all()) {
        if (sample.event)
            events.push_back(sample.event.get());
    }
    if (connection::fittingEvent(connection, events, {}))
        return {};
    const auto shipped = shippedSampleFor(connection);
    return shipped ? m_session->samples().add(shipped->title, shipped->text, shipped->original) : QString();
}

void MainWindow::addFromTemplate(const connection::Connection &connection)
{
    const int row = m_session->add(connection);
    m_right->setCurrentWidget(m_view);
    m_pane->setCurrentRow(row);
    m_view->setCurrentPage(pageToBeginOn(connection));
    m_pane->focusList();
}

/// As it stands, saved or not, and off: the copy has been tested by nobody.
void MainWindow::duplicate()
{
    finishTyping();
    if (m_row < 0 || !m_session)
        return;
    if (!document())
        return m_foot->setSentence({Tone::Warning, tr("Only what can be read is duplicated.")});
    const auto whole = document()->whole();
    const auto copy = whole ? connection::withActive(*whole, false) : whole;
    if (!copy)
        return sayUntilChange(Tone::Error, sentenceOf(copy.error()).toHtmlEscaped());
    const workspace::RememberedConnection original = m_session->remembered(name());
    addFromTemplate(*copy);
    chooseSample(original.sample);
    showSamples();
    m_view->setCurrentPage(Page::Settings); // where its name is
}

void MainWindow::exportJson()
{
    if (!document())
        return;
    const auto whole = document()->whole();
    if (!whole) {
        m_view->head().setMessage(Tone::Error, sentenceOf(whole.error()).toHtmlEscaped());
        return;
    }
    if (!m_export) {
        m_export = new ExportPage(
            *m_services.prompter,
            [this](const auto &names, auto done) { m_secrets.collect(names, std::move(done)); }, m_right);
        m_right->addWidget(m_export);
        connect(m_export, &ExportPage::closed, this, &MainWindow::backToConnection);
        connect(m_export, &ExportPage::hintChanged, this, &MainWindow::showStanding);
    }
    m_export->setConnection(*whole, m_session->at(m_row).title());
    connect(document(), &ConnectionDocument::changed, this, &MainWindow::followExported,
            Qt::UniqueConnection);
    showScreen(m_export, {});
    tellExportStanding();
    m_export->setFocus();
}

/// What is copied from the screen is the connection as it is: it may be renamed beside it.
void MainWindow::followExported()
{
    if (!m_export || m_right->currentWidget() != m_export || !document())
        return;
    if (const auto whole = document()->whole())
        m_export->followConnection(*whole, m_session->at(m_row).title());
    else
        backToConnection();
}

void MainWindow::tellExportStanding()
{
    const StandingFacts standing = facts();
    ExportStanding out;
    if (const auto &evaluation = m_live.state().evaluation) {
        out.errors = static_cast<int>(count(evaluation->findings).errors);
        out.tested = isTestedAsItStands(standing);
        out.blanks = evaluation->blanks;
    }
    m_export->setStanding(out);
    StandingFacts here = standing;
    here.goesLive = false; // where tests go is no matter of an export
    const bool isReady = m_export->isTaken() || !here.live->evaluation || nextStepOf(here) > Step::Save;
    m_foot->setSentence(isReady ? Sentence{m_export->hint().tone, m_export->hint().text} : standingOf(here));
}

void MainWindow::importFile()
{
    Prompter::FileQuestion question;
    question.title = tr("Import JSON");
    question.filter = tr("JSON and text (*.json *.txt);;All files (*)");
    m_services.prompter->askFileToOpen(this, question, [this](const QString &path) {
        if (!path.isEmpty())
            m_importer.readFiles({path});
    });
}

void MainWindow::importClipboard()
{
    if (const QMimeData *const copied = QGuiApplication::clipboard()->mimeData())
        m_importer.read(*copied);
}

void MainWindow::takeConnection(const ImportedConnection &imported)
{
    if (!m_session)
        return;
    addFromTemplate(imported.connection);
    QString words
        = (tr("Imported.") + QLatin1Char(' ') + imported.notes.join(QLatin1Char(' '))).toHtmlEscaped();
    if (!imported.connection.conditions()) // Hardal's text holds none, whatever was set there
        words += QLatin1Char(' ') + tr("It has no conditions: every event is sent.").toHtmlEscaped()
            + QLatin1Char(' ') + link(firesFor, tr("Choose which"));
    m_view->head().setMessage(Tone::Info, words);
}

/// An event is kept among the samples, where its conversion is shown.
void MainWindow::takeEvent(const ImportedEvent &imported)
{
    if (!m_session)
        return;
    showSamplesPage();
    m_samples->take(imported.text, imported.name);
}

void MainWindow::showSamplesPage()
{
    if (!m_session)
        return;
    if (!m_samples) {
        m_samples = new SamplesPage(*m_services.prompter, m_right);
        m_right->addWidget(m_samples);
        m_leaving.setSamples(m_samples);
        m_samples->setSession(m_session.get());
        connect(m_samples, &SamplesPage::historyChanged, this, &MainWindow::followHistory);
        connect(m_samples, &SamplesPage::closed, this, &MainWindow::backToConnection);
        connect(m_samples, &SamplesPage::sampleChosen, this, [this](const QString &sample) {
            chooseSample(sample);
            showSamples();
        });
        connect(m_samples, &SamplesPage::connectionOffered, this,
                [this](const QString &text) { m_importer.readText(text.toStdString()); });
        connect(m_samples, &SamplesPage::hintChanged, this, [this] {
            if (m_right->currentWidget() == m_samples) // what was typed may be looked at as the page goes
                m_foot->setSentence({m_samples->hintTone(), m_samples->hint()});
        });
    }
    showScreen(m_samples, m_samples->hint());
    m_samples->start(m_live.state().sampleTitle);
}

void MainWindow::showSample(const QString &sample)
{
    showSamplesPage();
    m_samples->start(sample);
}

void MainWindow::sayImportFailed(const Error &error)
{
    m_foot->setSentence({Tone::Error, tr("Nothing was imported.")});
    if (error.code != ErrorCode::UnrecognisedFormat && error.code != ErrorCode::MalformedJson)
        return m_view->head().setMessage(Tone::Error, lineOf(error).toHtmlEscaped());
    m_importDetails = lineOf(error);
    m_view->head().setMessage(
        Tone::Error,
        tr("This is neither a connection’s JSON, nor its three parts, nor an event.").toHtmlEscaped()
            + QLatin1Char(' ') + link(importDetails, tr("Details")));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (Importer::accepts(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_importer.read(*event->mimeData());
}

} // namespace designer::ui
