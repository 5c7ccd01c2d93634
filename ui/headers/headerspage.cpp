// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headerspage.h"

#include "ui/headers/credential.h"
#include "ui/headers/pastedheaders.h"
#include "ui/headers/secreteditor.h"
#include "ui/theme/icons.h"
#include "ui_headerspage.h"
#include "json/pointer.h"
#include "json/text.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace designer::ui {
namespace {

QString sentenceOf(const Error &error)
{
    QString out = error.sentence();
    if (!out.isEmpty())
        out[0] = out.at(0).toUpper();
    return out + QLatin1Char('.');
}

} // namespace

HeadersPage::HeadersPage(SecretKeeper &keeper, QWidget *parent)
    : ConnectionPage(parent), m_ui(std::make_unique<Ui::HeadersPage>()), m_keeper(keeper), m_model(keeper)
{
    m_ui->setupUi(this);
    m_ui->headersView->setHeaders(m_model);
    m_secretEditor = new SecretEditor(m_ui->headersView->viewport());
    m_secretEditor->hide();
    m_ui->addButton->setIcon(icon(Icon::Plus));
    m_ui->pasteButton->setIcon(icon(Icon::Clipboard));
    m_ui->emptyState->setContent(Icon::Key, tr("No headers yet"),
                                 tr("Headers go along with every request and say who is sending. Add one, or "
                                    "paste those that the receiver gave you."));
    listen();
    setEnabled(false);
    showHelp();
    showWhatIsThere();
}

HeadersPage::~HeadersPage()
{
    m_ui->headersView->dropEditor(); // the model goes before the view does
}

void HeadersPage::listen()
{
    const HeadersView *view = m_ui->headersView;
    connect(m_ui->addButton, &QPushButton::clicked, this, &HeadersPage::addHeader);
    connect(m_ui->pasteButton, &QPushButton::clicked, this, &HeadersPage::paste);
    connect(view, &HeadersView::pasteRequested, this, &HeadersPage::paste);
    connect(view, &HeadersView::actRequested, this, &HeadersPage::act);
    connect(view, &HeadersView::secretRequested, this, &HeadersPage::enterSecret);
    connect(m_ui->missingMessage, &MessageLine::linkActivated, this, &HeadersPage::mendMissing);
    connect(m_secretEditor, &SecretEditor::submitted, this, &HeadersPage::takeSecret);
    connect(m_secretEditor, &SecretEditor::cancelled, this, &HeadersPage::closeSecretEditor);
    connect(&m_model, &HeadersModel::secretKept, this, &HeadersPage::secretKept);
    connect(&m_model, &HeadersModel::countChanged, this, &HeadersPage::headerCountChanged);
    connect(&m_keeper, &SecretKeeper::kept, this, &HeadersPage::namedSecretKept);
    connect(&m_keeper, &SecretKeeper::failed, this, &HeadersPage::namedSecretFailed);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &HeadersPage::showWhatIsThere);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &HeadersPage::showWhatIsThere);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HeadersPage::showWhatIsThere);
}

void HeadersPage::setDocument(ConnectionDocument *document)
{
    m_ui->headersView->finishEditing(); // into the document that it was typed for
    closeSecretEditor();
    m_document = document;
    m_findings.clear();
    setEnabled(document);
    m_model.setDocument(document);
    showHelp();
    showMissing();
}

void HeadersPage::showLive(const LiveState &state)
{
    m_findings = state.evaluation ? state.evaluation->findings : Findings();
    m_model.setFindings(m_findings);
    showMissing();
}

void HeadersPage::reveal(const QString &field)
{
    const auto tokens = json::pointerTokens(json::toStd(field));
    const int found = tokens && !tokens->empty() ? m_model.rowOf(tokens->back()) : -1;
    if (m_model.rowCount() == 0) {
        m_ui->addButton->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QModelIndex index = m_model.index(std::max(found, 0), HeadersModel::Value);
    m_ui->headersView->setCurrentIndex(index);
    m_ui->headersView->scrollTo(index);
    m_ui->headersView->setFocus(Qt::OtherFocusReason);
}

void HeadersPage::mend()
{
    m_ui->headersView->followCurrentLink();
}

int HeadersPage::headerCount() const
{
    return static_cast<int>(m_model.headers().size());
}

void HeadersPage::addHeader()
{
    showHelp();
    const int row = m_model.startDraft();
    m_ui->headersView->setFocus();
    m_ui->headersView->editCell(row, HeadersModel::Name);
}

void HeadersPage::paste()
{
    pasteText(QGuiApplication::clipboard()->text());
}

void HeadersPage::pasteText(const QString &text)
{
    if (!m_document)
        return;
    const Result<PastedHeaders> pasted = pastedHeaders(json::toStd(text));
    if (!pasted) {
        m_ui->barMessage->setMessage(Tone::Error, sentenceOf(pasted.error()).toHtmlEscaped());
        return;
    }
    const int count = static_cast<int>(pasted->rows.size());
    m_model.replaceAll(tr("Paste %n header(s)", nullptr, count),
                       mergedHeaders(m_model.headers(), pasted->rows));
    QString said = tr("%n header(s) pasted.", nullptr, count);
    if (pasted->unread > 0)
        said += QLatin1Char(' ') + tr("%n line(s) could not be read.", nullptr, pasted->unread);
    connect(m_document, &ConnectionDocument::shellChanged, this, &HeadersPage::showHelp,
            Qt::SingleShotConnection); // it is no longer so
    m_ui->barMessage->setMessage(pasted->unread > 0 ? Tone::Warning : Tone::Good, said.toHtmlEscaped());
}

void HeadersPage::act(int row, const HeaderNote &note)
{
    switch (note.act) {
    case HeaderAct::SetValue: m_model.setValue(row, note.value); break;
    case HeaderAct::Remove: m_model.remove(row); break;
    case HeaderAct::SwitchOn: m_model.setOn(row, true); break;
    case HeaderAct::EditValue: m_ui->headersView->editCell(row, HeadersModel::Value); break;
    case HeaderAct::EnterSecret: enterSecret(row); break;
    case HeaderAct::AskKeychain: m_keeper.ask(note.value); break;
    case HeaderAct::KeepAsSecret: m_model.keepAsSecret(row, SecretKeeper::Place::Keychain); break;
    case HeaderAct::KeepForSession: m_model.keepAsSecret(row, SecretKeeper::Place::Session); break;
    case HeaderAct::None: break;
    }
}

void HeadersPage::enterSecret(int row)
{
    const connection::HeaderRow &header = m_model.header(row);
    const std::vector<std::string> names = secretNames(header.value);
    m_secretName = names.empty() ? std::string() : names.front();
    m_isSubmitted = false;
    m_secretEditor->start(json::toQString(names.empty() ? header.name : names.front()));
    m_ui->headersView->openPanel(m_secretEditor, row);
    m_secretEditor->setFocus(Qt::OtherFocusReason);
}

/// A name that the header gives already takes the value; else one is found for it.
void HeadersPage::takeSecret(SecretKeeper::Place place)
{
    const int row = m_ui->headersView->panelRow();
    if (row < 0)
        return;
    m_isSubmitted = true;
    m_askedFor = place;
    if (m_secretName.empty())
        m_model.keepNewSecret(row, m_secretEditor->value(), place);
    else
        m_keeper.put(m_secretName, m_secretEditor->value(), place);
}

void HeadersPage::namedSecretKept(const QString &name)
{
    if (!m_secretName.empty() && json::toStd(name) == m_secretName)
        secretKept(true, m_keeper.state(m_secretName));
}

void HeadersPage::namedSecretFailed(const QString &name, SecretKeeper::State state)
{
    if (!m_secretName.empty() && json::toStd(name) == m_secretName)
        secretKept(false, state);
}

/// Answers to a value that this editor did not submit leave alone what is being typed.
void HeadersPage::secretKept(bool kept, SecretKeeper::State state)
{
    if (!m_isSubmitted)
        return;
    if (kept)
        closeSecretEditor();
    else if (state == SecretKeeper::State::Unreachable && m_askedFor == SecretKeeper::Place::Keychain)
        keepForSession();
    else
        m_secretEditor->showProblem(problemWords(state));
}

/// What was typed is not lost for want of a keychain.
void HeadersPage::keepForSession()
{
    takeSecret(SecretKeeper::Place::Session);
    m_ui->barMessage->setMessage(
        Tone::Info,
        tr("Your keychain does not answer: the value is kept for this session only.").toHtmlEscaped());
}

/// A row that refers to the secret says itself how its keychain is, right above.
QString HeadersPage::problemWords(SecretKeeper::State state) const
{
    return m_secretName.empty()
        ? tr("Not kept: %1. Try again, or keep it for this session only.").arg(words(state))
        : tr("Not kept. Try again, or keep it for this session only.");
}

void HeadersPage::closeSecretEditor()
{
    m_secretName.clear();
    m_isSubmitted = false;
    const bool hadFocus = m_secretEditor->isAncestorOf(QApplication::focusWidget());
    m_ui->headersView->closePanel();
    m_secretEditor->start({});
    if (hadFocus)
        m_ui->headersView->setFocus();
}

/// \a target is the name of a header that the receiver wants.
void HeadersPage::mendMissing(const QString &target)
{
    const std::string name = json::toStd(target);
    for (const MissingHeader &missing : missingHeaders(m_model.headers(), m_findings)) {
        if (missing.name != name)
            continue;
        if (missing.note.act == HeaderAct::SwitchOn)
            m_model.switchOn(name);
        else
            m_model.add({name, {}, true});
    }
    const int row = m_model.rowOf(name);
    m_ui->headersView->setFocus();
    if (row >= 0 && m_model.header(row).value.empty())
        m_ui->headersView->editCell(row, HeadersModel::Value);
}

void HeadersPage::hideEvent(QHideEvent *event)
{
    ConnectionPage::hideEvent(event);
    showHelp();
}

void HeadersPage::showHelp()
{
    m_ui->barMessage->setHelp(
        tr("Takes lines such as Name: value, or JSON. Ctrl+V in the table does the same.").toHtmlEscaped());
}

void HeadersPage::showMissing()
{
    QStringList sentences;
    for (const MissingHeader &missing : missingHeaders(m_model.headers(), m_findings)) {
        sentences.append(missing.note.sentence.toHtmlEscaped() + QLatin1Char(' ')
                         + link(json::toQString(missing.name), missing.note.wayOut));
    }
    m_ui->missingMessage->setVisible(!sentences.isEmpty());
    m_ui->missingMessage->setMessage(Tone::Error, sentences.join(QLatin1String("<br>")));
}

void HeadersPage::showWhatIsThere()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_ui->headersView->setVisible(!isEmpty);
    m_ui->emptyState->setVisible(isEmpty);
    showMissing();
}

} // namespace designer::ui
