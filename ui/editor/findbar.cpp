// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/findbar.h"

#include "ui_findbar.h"

#include "ui/editor/codeeditor.h"
#include "json/text.h"

#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

namespace designer::ui {

FindBar::FindBar(CodeEditor *editor, QWidget *parent)
    : QWidget(parent), m_form(std::make_unique<Ui::FindBar>()), m_editor(editor)
{
    m_form->setupUi(this);
    hide();
    connect(editor, &CodeEditor::findRequested, this, &FindBar::open);
    connect(editor, &CodeEditor::findNextRequested, this, &FindBar::findNext);
    connect(editor, &CodeEditor::textChanged, this, &FindBar::searchAgain);
    connect(editor, &CodeEditor::caretMoved, this, &FindBar::showCount);
    connect(m_form->findLineEdit, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_form->matchCaseCheckBox, &QCheckBox::toggled, this, &FindBar::search);
    connect(m_form->wholeWordCheckBox, &QCheckBox::toggled, this, &FindBar::search);
    connect(m_form->nextButton, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(m_form->previousButton, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(m_form->replaceButton, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_form->replaceAllButton, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(m_form->closeButton, &QToolButton::clicked, this, &FindBar::hide);
}

FindBar::~FindBar() = default;

void FindBar::open(bool withReplace)
{
    m_form->replaceRow->setVisible(withReplace);
    const auto [begin, end] = m_editor->selectedRange();
    if (begin != end && m_editor->lineOf(begin) == m_editor->lineOf(end)) {
        const QSignalBlocker quiet(m_form->findLineEdit);
        m_form->findLineEdit->setText(json::toQString(m_editor->bytes(begin, end)));
    }
    show();
    m_form->findLineEdit->setFocus(Qt::ShortcutFocusReason);
    m_form->findLineEdit->selectAll();
    search();
}

SearchFor FindBar::wanted() const
{
    return {m_form->findLineEdit->text().toStdString(), m_form->matchCaseCheckBox->isChecked(),
            m_form->wholeWordCheckBox->isChecked()};
}

/// Finds anew and goes to the first hit from where the selection begins.
void FindBar::search()
{
    m_hits = findAll(m_editor->bytes(), wanted());
    const std::size_t from = m_editor->selectedRange().first;
    const auto next = std::lower_bound(m_hits.begin(), m_hits.end(), from,
                                       [](const Hit &hit, std::size_t at) { return hit.begin < at; });
    if (!m_hits.empty())
        selectHit(next == m_hits.end() ? 0 : static_cast<std::size_t>(next - m_hits.begin()));
    showCount();
}

void FindBar::searchAgain()
{
    if (!isVisible())
        return;
    m_hits = findAll(m_editor->bytes(), wanted());
    showCount();
}

void FindBar::selectHit(std::size_t number)
{
    m_editor->select(m_hits[number].begin, m_hits[number].end);
    showCount();
}

/// The number of the selected hit; as many as there are where none is selected.
std::size_t FindBar::currentHit() const
{
    const auto [begin, end] = m_editor->selectedRange();
    return static_cast<std::size_t>(std::find(m_hits.begin(), m_hits.end(), Hit{begin, end})
                                    - m_hits.begin());
}

void FindBar::findNext(bool backwards)
{
    if (!isVisible())
        m_hits = findAll(m_editor->bytes(), wanted());
    if (m_hits.empty())
        return;
    const auto [begin, end] = m_editor->selectedRange();
    const auto less = [](const Hit &hit, std::size_t at) { return hit.begin < at; };
    const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), backwards ? begin : end, less);
    const auto number = static_cast<std::size_t>(at - m_hits.begin());
    if (backwards)
        selectHit(number == 0 ? m_hits.size() - 1 : number - 1);
    else
        selectHit(number == m_hits.size() ? 0 : number);
}

void FindBar::showCount()
{
    if (!isVisible())
        return;
    const QLocale locale;
    const auto count = static_cast<qulonglong>(m_hits.size());
    const auto number = static_cast<qulonglong>(currentHit());
    QString text;
    if (m_form->findLineEdit->text().isEmpty())
        text.clear();
    else if (m_hits.empty())
        text = tr("Not found");
    else if (number < count)
        text = tr("%1 of %2").arg(locale.toString(number + 1), locale.toString(count));
    else
        text = tr("%n found", nullptr, static_cast<int>(count));
    m_form->countLabel->setText(text);
    m_form->replaceButton->setEnabled(count > 0 && !m_editor->isReadOnly());
    m_form->replaceAllButton->setEnabled(count > 0 && !m_editor->isReadOnly());
}

void FindBar::replaceOne()
{
    const std::size_t number = currentHit();
    if (number < m_hits.size()) {
        const Hit hit = m_hits[number];
        m_editor->edit({hit.begin, hit.end, m_form->replaceLineEdit->text().toStdString()});
    }
    findNext(false);
}

void FindBar::replaceAll()
{
    if (m_hits.empty() || m_editor->isReadOnly())
        return;
    const std::size_t begin = m_hits.front().begin;
    const std::size_t end = m_hits.back().end;
    std::vector<Hit> hits = m_hits;
    for (Hit &hit : hits)
        hit = {hit.begin - begin, hit.end - begin};
    const auto count = static_cast<int>(hits.size());
    m_editor->edit(
        {begin, end,
         withReplacements(m_editor->bytes(begin, end), hits, m_form->replaceLineEdit->text().toStdString())});
    m_form->countLabel->setText(tr("%n replaced", nullptr, count));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        hide();
    else if (enter && m_form->replaceLineEdit->hasFocus())
        replaceOne();
    else if (enter || event->key() == Qt::Key_F3)
        findNext((event->modifiers() & Qt::ShiftModifier) != 0);
    else
        QWidget::keyPressEvent(event);
}

void FindBar::hideEvent(QHideEvent *event)
{
    const bool mine = isAncestorOf(focusWidget());
    QWidget::hideEvent(event);
    if (mine)
        m_editor->setFocus(Qt::OtherFocusReason);
}

} // namespace designer::ui
