// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/valuebox.h"

#include "condition/valuetext.h"
#include "ui/document/undokeys.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace designer::ui {

namespace {

constexpr int jsonRole = Qt::UserRole;

/// As it is typed: in a list in quotes where it would be read as something else.
QString shownAs(const std::string &json, bool isList)
{
    return QString::fromStdString(condition::typedText(isList ? '[' + json + ']' : json));
}

} // namespace

ValueBox::ValueBox(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        Q_EMIT typed(text);
        completeTyped();
    });
}

void ValueBox::setOffer(const std::vector<std::string> &values, bool isList)
{
    m_isList = isList;
    m_offered = values;
    showArrow();
}

void ValueBox::setUndoKeys(UndoKeys &keys)
{
    m_undoKeys = &keys;
    keys.watch(this);
}

void ValueBox::show(const QString &text)
{
    setText(text);
    setCursorPosition(0);
    if (m_completer)
        m_completer->popup()->hide();
}

/// It says that there is something to choose from, and is the mouse's way to it; Down is the keyboard's.
void ValueBox::showArrow()
{
    const bool isWanted = m_isList || !m_offered.empty();
    if (isWanted && !m_arrow) {
        m_arrow = addAction(icon(Icon::ChevronDown, Color::Dim), QLineEdit::TrailingPosition);
        connect(m_arrow, &QAction::triggered, this, &ValueBox::unfold);
    }
    if (!m_arrow)
        return;
    m_arrow->setVisible(isWanted);
    m_arrow->setToolTip(m_isList ? tr("All values, one a line (Down)")
                                 : tr("What the sample has there (Down)"));
}

bool ValueBox::event(QEvent *event)
{
    const bool isDone = QLineEdit::event(event);
    const bool isLeft = event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason;
    if (isLeft)
        setCursorPosition(0); // the beginning of a long value says more than its end
    return isDone;
}

void ValueBox::unfold()
{
    if (m_isList) {
        Q_EMIT linesAsked();
        return;
    }
    setFocus(Qt::OtherFocusReason);
    offer({});
}

void ValueBox::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool unfolds = event->key() == Qt::Key_Down || event->key() == Qt::Key_F4;
    if (isPlain && unfolds && (m_isList || !m_offered.empty()))
        unfold();
    else if (!event->matches(QKeySequence::Paste) || !pasteLines())
        QLineEdit::keyPressEvent(event);
}

/// A column of a table becomes values of the list.
bool ValueBox::pasteLines()
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (!m_isList || (!text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'))))
        return false;
    const QString before
        = this->text().left(hasSelectedText() ? selectionStart() : cursorPosition()).trimmed();
    const bool goesOn = !before.isEmpty() && !before.endsWith(QLatin1Char(','));
    insert((goesOn ? QStringLiteral(", ") : QString())
           + QString::fromStdString(condition::typedText(condition::listOfLines(text.toStdString()))));
    Q_EMIT typed(this->text());
    return true;
}

/// What the caret stands in: between two commas, or all.
ValueBox::Item ValueBox::itemAtCaret() const
{
    const QString all = text();
    if (!m_isList)
        return {0, all.size()};
    Item out{0, all.size()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i] == QLatin1Char('"'))
            isQuoted = !isQuoted;
        if (isQuoted || all[i] != QLatin1Char(','))
            continue;
        if (i >= cursorPosition()) {
            out.end = i;
            break;
        }
        out.begin = i + 1;
    }
    while (out.begin < out.end && all[out.begin].isSpace())
        ++out.begin;
    return out;
}

void ValueBox::completeTyped()
{
    const Item item = itemAtCaret();
    const QString prefix = text().mid(item.begin, item.end - item.begin).trimmed();
    if (!prefix.isEmpty() && !m_offered.empty())
        offer(prefix);
    else if (m_completer)
        m_completer->popup()->hide();
}

QCompleter &ValueBox::completer()
{
    if (m_completer)
        return *m_completer;
    m_completer = new QCompleter(this);
    m_completer->setModel(new QStandardItemModel(m_completer));
    m_completer->setWidget(this); // the text is put in here: it may be a part of it, or a number
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    if (m_undoKeys)
        m_undoKeys->watch(m_completer->popup()); // while it is up, the keys come there
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &ValueBox::take);
    return *m_completer;
}

void ValueBox::offer(const QString &prefix)
{
    auto *const model = static_cast<QStandardItemModel *>(completer().model());
    model->clear();
    for (const std::string &json : m_offered) {
        auto *const item = new QStandardItem(shownAs(json, m_isList));
        item->setData(QString::fromStdString(json), jsonRole);
        model->appendRow(item);
    }
    m_completer->setCompletionPrefix(prefix);
    const bool isThere = m_completer->completionCount() == 1 && m_completer->currentCompletion() == prefix;
    if (m_completer->completionCount() == 0 || isThere) {
        m_completer->popup()->hide();
        return;
    }
    QAbstractItemView *const popup = m_completer->popup();
    popup->setAccessibleName(tr("Values of the sample"));
    const int wanted = popup->sizeHintForColumn(0) + 2 * theme().size(Space::S12);
    m_completer->complete(QRect(0, 0, std::max(width(), std::min(wanted, theme().scaled(480))), height()));
    if (prefix.isEmpty())
        popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void ValueBox::take(const QModelIndex &index)
{
    const std::string json = index.data(jsonRole).toString().toStdString();
    if (!m_isList) {
        Q_EMIT chosen(json);
        selectAll();
        return;
    }
    const Item item = itemAtCaret();
    setSelection(static_cast<int>(item.begin), static_cast<int>(item.end - item.begin));
    insert(shownAs(json, true));
    Q_EMIT typed(text());
}

} // namespace designer::ui
