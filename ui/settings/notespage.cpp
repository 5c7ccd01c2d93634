// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/notespage.h"

#include "connection/editing.h"
#include "ui_notespage.h"
#include "json/text.h"

#include <QScopedValueRollback>

namespace designer::ui {
namespace {

constexpr const char *place = "/x_designer/notes";

} // namespace

NotesPage::NotesPage(QWidget *parent) : ConnectionPage(parent), m_ui(std::make_unique<Ui::NotesPage>())
{
    m_ui->setupUi(this);
    m_ui->notesMessage->setHelp(tr("Kept in your file. Never sent, and not part of what Hardal gets."));
    m_undoKeys.watch(m_ui->notesTextEdit);
    connect(m_ui->notesTextEdit, &QPlainTextEdit::textChanged, this, &NotesPage::change);
    setEnabled(false);
}

NotesPage::~NotesPage() = default;

void NotesPage::setDocument(ConnectionDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_undoKeys.setDocument(document);
    setEnabled(document);
    if (document)
        connect(document, &ConnectionDocument::shellChanged, this, &NotesPage::showDocument);
    showDocument();
}

void NotesPage::showLive(const LiveState &state)
{
    const Findings findings = state.evaluation ? findingsOf(*state.evaluation, Page::Notes) : Findings();
    if (findings.empty())
        m_ui->notesMessage->setHelp(tr("Kept in your file. Never sent, and not part of what Hardal gets."));
    else
        m_ui->notesMessage->setMessage(toneOf(findings.front().severity),
                                       findings.front().message.toHtmlEscaped());
}

void NotesPage::reveal(const QString & /*field*/)
{
    m_ui->notesTextEdit->setFocus(Qt::OtherFocusReason);
}

void NotesPage::change()
{
    if (m_showing || !m_document)
        return;
    m_document->changeShell(
        tr("Change the notes"), {Page::Notes, QLatin1String(place)},
        connection::withNotes(m_document->shell(), json::toStd(m_ui->notesTextEdit->toPlainText())),
        QStringLiteral("notes"));
}

void NotesPage::showDocument()
{
    const QScopedValueRollback showing(m_showing, true);
    const QString notes = m_document ? json::toQString(m_document->shell().notes()) : QString();
    if (m_ui->notesTextEdit->toPlainText() != notes) // the caret stays where it is while somebody types
        m_ui->notesTextEdit->setPlainText(notes);
}

} // namespace designer::ui
