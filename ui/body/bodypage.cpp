// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/body/bodypage.h"

#include "connection/gallery.h"
#include "insider/switches.h"
#include "template/fromsample.h"
#include "template/placeholder.h"
#include "ui/common/aside.h"
#include "ui/common/emptystate.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/findbar.h"
#include "ui/editor/theming.h"
#include "ui/theme/surface.h"
#include "ui/theme/theme.h"
#include "ui_bodypage.h"
#include "json/layout.h"
#include "json/pointer.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalBlocker>

namespace designer::ui {

namespace {

constexpr std::string_view formatPointer = connection::key::requestFormatPointer;

std::string formattedText(const json::Value &root)
{
    return json::formatted(root);
}

} // namespace

BodyPage::BodyPage(QWidget *parent)
    : ConnectionPage(parent), m_ui(std::make_unique<Ui::BodyPage>()), m_editor(new CodeEditor(this)),
      m_findBar(new FindBar(m_editor, this)), m_empty(new EmptyState(m_editor)),
      m_marksJob(m_pool, [this](std::pair<BodyMarks, quint64> made) {
          showMarks(std::move(made.first), made.second);
      })
{
    m_ui->setupUi(this);
    m_editor->setObjectName(QStringLiteral("bodyEditor"));
    m_editor->setAccessibleName(tr("Body"));
    m_editor->setPlaceholdersShown(true);
    followTheme(*m_editor);
    layOut();
    makeEmptyState();
    connectParts();
    showFields();
    showDocument();
}

BodyPage::~BodyPage() = default;

/// Where both switches have no room beside the fields of the sample, one stands below the other.
void BodyPage::resizeEvent(QResizeEvent *event)
{
    ConnectionPage::resizeEvent(event);
    const bool isNarrow = width() < theme().scaled(760);
    m_ui->switchesLayout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_ui->switchesLayout->setSpacing(theme().size(isNarrow ? Space::S4 : Space::S24));
}

void BodyPage::layOut()
{
    m_ui->editorPageLayout->addWidget(m_editor, 1);
    m_ui->editorPageLayout->addWidget(m_findBar);
    const int edge = theme().size(Metric::LeftEdge);
    m_ui->switchesLayout->setContentsMargins(edge, theme().size(Space::S4), edge, theme().size(Space::S4));
    m_ui->switchesLayout->setSpacing(theme().size(Space::S24));
    const int gap = theme().size(Space::S12);
    m_ui->fieldsLayout->setContentsMargins(gap, theme().size(Space::S8), 0, 0);
    m_ui->fieldsLabel->setFont(theme().font(Font::SmallBold));
    m_ui->fieldsLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->fieldsLabel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_ui->noFields->setContentsMargins(0, 0, gap, 0); // its middle is that of the column
    setSurface(*m_ui->fieldsSide, Color::Window);
    m_ui->fieldsView->viewport()->setAutoFillBackground(false);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({theme().scaled(784), theme().size(Metric::Fields)});
    setTabOrder(m_ui->skipHookCheck, m_ui->notAppendCheck);
    setTabOrder(m_ui->notAppendCheck, m_editor);
    setTabOrder(m_editor, m_ui->fieldsView);
}

void BodyPage::makeEmptyState()
{
    m_empty->setContent(Icon::Braces, tr("The body is empty"),
                        tr("It is the text that goes to the address, with ##placeholders## where the event’s "
                           "values belong. Just type, or start from one of these."));
    QPushButton *const blank = m_empty->addButton(tr("Hardal’s blank template"));
    m_everyField = m_empty->addButton(tr("Every field of this sample"));
    QPushButton *const paste = m_empty->addButton(Icon::Clipboard, tr("Paste JSON"));
    connect(blank, &QPushButton::clicked, this, [this] {
        const auto *const chosen = connection::galleryTemplate(QStringLiteral("blank"));
        const auto loaded = connection::Connection::load(chosen->bytes);
        fillWith(connection::TakenApart::of(*loaded).body);
    });
    connect(m_everyField, &QPushButton::clicked, this, [this] {
        if (m_live.sample)
            fillWith(tmpl::templateOfEveryField(m_live.sample->root()));
    });
    connect(paste, &QPushButton::clicked, this,
            [this] { fillWith(QGuiApplication::clipboard()->text().toStdString()); });
    m_editor->installEventFilter(this);
    connect(m_ui->noFields->addButton(tr("Sample events…")), &QPushButton::clicked, this,
            &BodyPage::samplesRequested);
}

void BodyPage::connectParts()
{
    connect(m_editor, &CodeEditor::edited, this,
            [this](const json::TextEdit &edit, const std::string &removed) {
                if (m_document)
                    m_document->recordBodyEdit(edit, removed, m_editor);
            });
    connect(m_editor, &CodeEditor::undoRequested, this, [this] {
        if (m_document)
            m_document->undo();
    });
    connect(m_editor, &CodeEditor::redoRequested, this, [this] {
        if (m_document)
            m_document->redo();
    });
    connect(m_editor, &CodeEditor::caretMoved, this, &BodyPage::caretMoved);
    connect(m_editor, &CodeEditor::caretMoved, this, &BodyPage::markLine);
    connect(m_editor, &CodeEditor::noteLinkActivated, this, &BodyPage::followNote);
    connect(m_ui->fieldsView, &SampleFieldsView::pathChosen, this, &BodyPage::insertField);
    connect(m_ui->skipHookCheck, &QCheckBox::clicked, this,
            [this](bool on) { flip(insider::Switch::SkipHook, on); });
    connect(m_ui->notAppendCheck, &QCheckBox::clicked, this,
            [this](bool on) { flip(insider::Switch::NotAppend, on); });
}

void BodyPage::insertField(const QString &path)
{
    m_editor->insertPlaceholder(path.toStdString());
    m_editor->setFocus(Qt::OtherFocusReason);
}

void BodyPage::setDocument(ConnectionDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    showDocument();
    if (document)
        connect(document, &ConnectionDocument::bodyChanged, this, &BodyPage::bodyChanged);
}

/// From its beginning, as if it had just come.
void BodyPage::showDocument()
{
    m_live = {};
    m_marks = {};
    m_told.clear();
    m_marksJob.cancel();
    m_editor->setMarks({});
    m_editor->setLineHints({});
    m_editor->setLineNotes({});
    m_editor->setBytes(m_document ? m_document->body() : std::string());
    m_editor->setCaret(0);
    m_editor->setReadOnly(!m_document);
    markLine();
    showSwitches();
    showEmptyState();
}

/// The line of the caret, as its payload's and its event's are.
void BodyPage::markLine()
{
    const bool empty = m_editor->byteCount() == 0;
    m_editor->setMarkedLine(empty ? std::nullopt : std::optional(m_editor->lineOf(m_editor->caret())));
}

void BodyPage::bodyChanged(const json::TextEdit &edit, const QObject *editor)
{
    if (editor != m_editor)
        m_editor->apply(edit);
    markLine();
    showEmptyState();
}

void BodyPage::showLive(const LiveState &state)
{
    m_live = state;
    if (m_shownSample != state.sample) {
        m_shownSample = state.sample;
        showFields();
        m_editor->setCompletions(state.sample ? completionsOf(*state.sample) : std::vector<Completion>());
    }
    // Places of another text would point anywhere.
    if (!state.evaluation || !m_document || state.revision != m_document->revision())
        return;
    const bool json = state.evaluation->connection.options().kind == tmpl::ContentKind::Json;
    m_editor->setLanguage(json ? CodeEditor::Language::Json : CodeEditor::Language::Text);
    m_marksJob.run([evaluation = state.evaluation, sample = state.sample,
                    revision = state.revision](const std::stop_token &) {
        return std::pair(bodyMarks(*evaluation, sample.get()), revision);
    });
    showSwitches();
}

void BodyPage::showFields()
{
    const bool some = m_shownSample != nullptr;
    m_ui->fieldsView->setEvent(m_shownSample);
    const bool hasFields = m_ui->fieldsView->model()->rowCount() > 0;
    m_ui->fieldsView->setVisible(hasFields);
    m_ui->noFields->setVisible(!hasFields);
    if (some)
        m_ui->noFields->setContent(Icon::Bolt, tr("No fields in this sample"),
                                   tr("Write some into it, or choose another one."));
    else
        m_ui->noFields->setContent(
            Icon::Bolt, tr("No sample event yet"),
            tr("Choose or add one: its fields show here, to be dragged into the body."));
    m_everyField->setVisible(some);
}

void BodyPage::showMarks(BodyMarks marks, quint64 revision)
{
    if (!m_document || revision != m_document->revision())
        return;
    m_marks = std::move(marks);
    m_marksRevision = revision;
    m_editor->setMarks(m_marks.marks);
    m_editor->setLineHints(m_marks.hints);
    showNotes();
}

void BodyPage::showNotes()
{
    m_editor->setLineNotes(m_marks.notesWith(m_told, m_editor->lineOf(m_editor->caret())));
}

void BodyPage::tell(const QString &message)
{
    m_told = message;
    showNotes();
}

void BodyPage::reveal(const QString &field)
{
    m_editor->setFocus(Qt::OtherFocusReason);
    bool isOffset = false;
    const qulonglong offset = field.toULongLong(&isOffset);
    if (isOffset) {
        m_editor->setCaret(std::min<std::size_t>(offset, m_editor->byteCount()));
        return;
    }
    const std::string pointer = field.toStdString();
    if (!pointer.starts_with(formatPointer))
        return;
    const json::Document body = bodyDocument();
    const json::Value value
        = json::resolveNearest(body.root(), std::string_view(pointer).substr(formatPointer.size()));
    if (value) {
        m_editor->setCaret(value.begin());
    } else if (m_live.evaluation && !m_live.evaluation->bodyRanges.empty()) {
        m_editor->setCaret(std::min(m_live.evaluation->bodyRanges.front().begin, m_editor->byteCount()));
    }
}

json::Document BodyPage::bodyDocument() const
{
    return json::Document(m_document ? m_document->body() : std::string(), {&tmpl::placeholderLength});
}

void BodyPage::layOutAs(const QString &stepName, std::string (*arranged)(const json::Value &))
{
    const json::Document body = bodyDocument();
    if (body.isValid())
        m_document->replaceBody(stepName, arranged(body.root()));
    else if (m_document)
        Q_EMIT refused(tr("The body is no JSON as it stands: mend what is marked in it first."));
}

void BodyPage::format()
{
    layOutAs(tr("Format the body"), &formattedText);
}

void BodyPage::minify()
{
    layOutAs(tr("Take white space out of the body"), &json::minified);
}

void BodyPage::mend()
{
    m_editor->activateFirstLink(m_editor->lineOf(m_editor->caret()));
}

void BodyPage::find(bool withReplace)
{
    m_findBar->open(withReplace);
}

void BodyPage::followNote(int line, const QString &link)
{
    if (const auto fix = m_marks.fixes.find(link); fix != m_marks.fixes.end()) {
        if (m_document && m_marksRevision == m_document->revision())
            follow(testrun::Fix(fix->second));
    } else if (const auto reason = m_marks.reasons.find(link); reason != m_marks.reasons.end()) {
        Aside::open(reason->second, m_editor->placeOfLink(line, link), m_editor->viewport());
    }
}

/// What was put in is seen, and typing goes on in it, as after an undo.
void BodyPage::follow(const testrun::Fix &fix)
{
    const std::size_t inserted = fix.edit.begin;
    const std::size_t words = fix.edit.text.find_first_not_of(", \t\r\n");
    m_document->changeBody(fix.title, fix.edit);
    const bool isSign = words == std::string::npos; // a comma: typing goes on behind it
    m_editor->setCaret(inserted + (isSign ? fix.edit.text.size() : words));
    m_editor->setFocus(Qt::OtherFocusReason);
}

void BodyPage::flip(insider::Switch which, bool on)
{
    const json::Document body = bodyDocument();
    if (!m_document || !body.isValid())
        return;
    const QString stepName = which == insider::Switch::SkipHook
        ? (on ? tr("Start no journeys") : tr("Let journeys start"))
        : (on ? tr("Replace arrays") : tr("Add to arrays"));
    m_document->replaceBody(stepName, insider::withSwitch(body, which, on));
}

void BodyPage::showSwitches()
{
    const bool insiders = m_live.evaluation && m_live.evaluation->isInsiders();
    m_ui->switchesRow->setVisible(insiders);
    if (!insiders)
        return;
    // While the text is broken they stand still, for a row that came and went would move the text.
    const bool known = m_live.evaluation->bodyTemplate.has_value();
    m_ui->switchesRow->setEnabled(known);
    if (!known)
        return;
    const json::Document &body = m_live.evaluation->bodyTemplate->document();
    showSwitch(*m_ui->skipHookCheck, insider::Switch::SkipHook, body);
    showSwitch(*m_ui->notAppendCheck, insider::Switch::NotAppend, body);
}

void BodyPage::showSwitch(QCheckBox &box, insider::Switch which, const json::Document &body)
{
    const auto state = body.isValid() ? insider::switchState(body, which) : std::nullopt;
    const QSignalBlocker blocker(&box);
    box.setEnabled(state.has_value());
    if (state == insider::SwitchState::Mixed)
        box.setCheckState(Qt::PartiallyChecked);
    else
        box.setChecked(state == insider::SwitchState::On);
}

void BodyPage::showEmptyState()
{
    const bool empty = m_document && m_document->body().empty();
    m_empty->setVisible(empty);
    if (empty)
        placeEmptyState();
}

void BodyPage::placeEmptyState()
{
    // Beside the caret's first line, so that typing can just begin.
    const int top = theme().size(Metric::CodeLine) + theme().size(Space::S8);
    m_empty->setGeometry(theme().scaled(48), top, m_editor->width() - theme().scaled(56),
                         m_editor->height() - top);
}

bool BodyPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::Resize && m_empty->isVisibleTo(m_editor))
        placeEmptyState();
    return ConnectionPage::eventFilter(watched, event);
}

void BodyPage::fillWith(const std::string &text)
{
    if (text.empty())
        Q_EMIT refused(tr("There is no text in the clipboard."));
    else if (m_document)
        m_document->replaceBody(tr("Fill the body"), text);
    m_editor->setFocus(Qt::OtherFocusReason);
}

} // namespace designer::ui
