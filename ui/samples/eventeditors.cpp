// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/eventeditors.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/theming.h"
#include "ui/samples/counterpart.h"
#include "ui/theme/theme.h"
#include "ui_eventeditors.h"

#include <QEvent>
#include <QLocale>
#include <QScopedValueRollback>

#include <algorithm>

namespace designer::ui {

namespace {

QString linesOf(const std::string &text)
{
    const auto breaks = std::count(text.begin(), text.end(), '\n');
    const auto lines = breaks + (text.empty() || text.back() != '\n' ? 1 : 0);
    return lines == 1 ? EventEditors::tr("1 line")
                      : EventEditors::tr("%1 lines").arg(QLocale().toString(lines));
}

} // namespace

EventEditors::EventEditors(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::EventEditors>())
{
    m_ui->setupUi(this);
    setUpEditors();
    layOut();
    connect(m_ui->eventEditor, &CodeEditor::edited, this,
            [this](const json::TextEdit &edit, const std::string &removed) {
                if (m_isTold)
                    return;
                changed();
                Q_EMIT typed(edit, removed);
            });
    connect(m_ui->eventEditor, &CodeEditor::undoRequested, this, &EventEditors::undoRequested);
    connect(m_ui->eventEditor, &CodeEditor::redoRequested, this, &EventEditors::redoRequested);
}

EventEditors::~EventEditors() = default;

void EventEditors::setUpEditors()
{
    m_ui->originalEditor->setReadOnly(true);
    m_ui->originalEditor->setAccessibleName(tr("The event as it was pasted"));
    m_ui->eventEditor->setAccessibleName(tr("The event"));
    for (CodeEditor *const editor : {m_ui->originalEditor, m_ui->eventEditor}) {
        editor->setPlaceholdersShown(false);
        followTheme(*editor);
        connect(editor, &CodeEditor::caretMoved, this, [this, editor] {
            if (editor->hasFocus())
                markFrom(*editor);
        });
    }
    for (QLabel *const label : {m_ui->originalLines, m_ui->eventLines})
        label->setForegroundRole(QPalette::PlaceholderText);
}

void EventEditors::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    for (QLayout *const head : {m_ui->originalHeadLayout->layout(), m_ui->eventHeadLayout->layout()}) {
        head->setContentsMargins(edge, 0, edge, 0);
        head->setSpacing(theme().size(Space::S12));
    }
    for (QWidget *const head : {m_ui->originalHead, m_ui->eventHead})
        head->setFixedHeight(theme().size(Metric::ColumnHead));
    for (QLabel *const label : {m_ui->originalLabel, m_ui->eventLabel})
        label->setFont(theme().font(Font::Bold));
    for (QLabel *const label : {m_ui->originalLines, m_ui->eventLines})
        label->setFont(theme().font(Font::Small));
}

void EventEditors::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void EventEditors::setEvent(const std::string &original, const std::string &text)
{
    const QScopedValueRollback told(m_isTold, true);
    const bool both = !original.empty();
    m_original = both ? json::Document(original) : json::Document();
    m_event = json::Document(text);
    m_isTyped = false;
    m_ui->originalPane->setVisible(both);
    m_ui->editorsRule->setVisible(both);
    m_ui->eventLabel->setText(both ? tr("As placeholders read it") : tr("Event"));
    m_ui->originalEditor->setLanguage(m_original.isValid() ? CodeEditor::Language::Json
                                                           : CodeEditor::Language::Text);
    m_ui->originalEditor->setBytes(original);
    m_ui->originalLines->setText(linesOf(original));
    m_ui->eventEditor->setBytes(text);
    m_ui->eventLines->setText(linesOf(text));
    for (CodeEditor *const editor : {m_ui->originalEditor, m_ui->eventEditor}) {
        editor->setCaret(0);
        editor->setMarkedLine(std::nullopt);
    }
    if (both)
        markFirst();
}

void EventEditors::follow(const json::TextEdit &edit)
{
    m_ui->eventEditor->apply(edit, edit.begin + edit.text.size());
    changed();
}

void EventEditors::changed()
{
    m_isTyped = true;
    m_ui->eventLines->setText(linesOf(m_ui->eventEditor->bytes()));
}

void EventEditors::takeUpTyped()
{
    m_isTyped = false;
    m_event = json::Document(m_ui->eventEditor->bytes());
}

void EventEditors::showError(const std::optional<Error> &error)
{
    std::vector<Mark> marks;
    if (error && error->position) {
        const auto line = static_cast<int>(error->position->line) - 1;
        const std::size_t begin = m_ui->eventEditor->lineBegin(line);
        const std::size_t end = std::max(m_ui->eventEditor->lineEnd(line), begin);
        marks.push_back({begin, end, MarkSeverity::Error, error->sentence()});
    }
    m_ui->eventEditor->setMarks(std::move(marks));
}

void EventEditors::goToLine(int line)
{
    m_ui->eventEditor->setCaret(m_ui->eventEditor->lineBegin(line - 1));
    m_ui->eventEditor->setFocus(Qt::OtherFocusReason);
}

CodeEditor &EventEditors::editor()
{
    return *m_ui->eventEditor;
}

void EventEditors::markFrom(CodeEditor &own)
{
    if (m_ui->originalPane->isHidden() || m_isTyped)
        return;
    const bool fromOriginal = &own == m_ui->originalEditor;
    CodeEditor &other = fromOriginal ? *m_ui->eventEditor : *m_ui->originalEditor;
    const auto there
        = counterpart(fromOriginal ? m_original : m_event, fromOriginal ? m_event : m_original, own.caret());
    own.setMarkedLine(there ? std::optional(own.lineOf(own.caret())) : std::nullopt);
    other.setMarkedLine(there ? std::optional(other.lineOf(*there)) : std::nullopt);
    if (there && !other.hasFocus())
        other.setCaret(*there);
}

/// Shows at once that lines belong together, with where the properties came from.
void EventEditors::markFirst()
{
    const json::Value properties = m_event.root().find("properties");
    const auto there = properties ? counterpart(m_event, m_original, properties.begin()) : std::nullopt;
    if (!there)
        return;
    m_ui->eventEditor->setMarkedLine(m_ui->eventEditor->lineOf(properties.begin()));
    m_ui->originalEditor->setMarkedLine(m_ui->originalEditor->lineOf(*there));
}

} // namespace designer::ui
