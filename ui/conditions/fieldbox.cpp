// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/fieldbox.h"

#include "condition/valuetext.h"
#include "ui/common/plaintooltip.h"
#include "ui/document/undokeys.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QStyledItemDelegate>
#include <QWheelEvent>

#include <algorithm>

namespace designer::ui {
namespace {

constexpr qsizetype longestExample = 24;

/// A path, and at the right edge an example of what stands there.
class FieldDelegate : public QStyledItemDelegate
{
public:
    explicit FieldDelegate(FieldBox &box) : QStyledItemDelegate(&box), m_box(box) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString example = m_box.exampleOf(index.data().toString());
        if (example.isEmpty())
            return;
        painter->save();
        painter->setFont(option.font);
        painter->setPen(theme().color(Color::Dim));
        const int edge = theme().size(Space::S8);
        painter->drawText(option.rect.adjusted(edge, 0, -edge, 0), Qt::AlignVCenter | Qt::AlignRight,
                          example);
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = m_box.shownPath(index.data().toString());
    }

private:
    FieldBox &m_box;
};

/// While nobody writes in it a path that has no room shows its end too, by which paths differ.
class PathLine : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QStyleOptionFrame option;
        initStyleOption(&option);
        constexpr int besideText = 2; // as Qt has it in its own
        const QRect place = style()
                                ->subElementRect(QStyle::SE_LineEditContents, &option, this)
                                .marginsRemoved(textMargins())
                                .adjusted(besideText, 0, -besideText, 0);
        if (hasFocus() || fontMetrics().horizontalAdvance(text()) <= place.width())
            return QLineEdit::paintEvent(event);
        QPainter painter(this);
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
        style()->drawItemText(&painter, place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), palette(),
                              isEnabled(), fontMetrics().elidedText(text(), Qt::ElideMiddle, place.width()),
                              QPalette::Text);
    }
};

} // namespace

FieldBox::FieldBox(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setLineEdit(new PathLine(this));
    setInsertPolicy(QComboBox::NoInsert);
    setFocusPolicy(Qt::StrongFocus);
    setCompleter(nullptr);
    setFont(theme().font(Font::Code));
    lineEdit()->setFont(theme().font(Font::Code));
    setItemDelegate(new FieldDelegate(*this));
    connect(lineEdit(), &QLineEdit::textEdited, this, &FieldBox::tell);
    // What a completion wrote without a key is an edit too.
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] { tell(currentText()); });
    connect(this, &QComboBox::activated, this, [this] { tell(currentText()); });
}

void FieldBox::setChoices(const SampleFields *fields, std::optional<condition::Type> type)
{
    m_fields = fields;
    m_type = type;
}

void FieldBox::setUndoKeys(UndoKeys &keys)
{
    m_undoKeys = &keys;
    keys.watch(this); // it has the focus for its line, and hands keys on past the line's filters
    keys.watch(lineEdit());
}

void FieldBox::tell(const QString &path)
{
    if (path == m_known)
        return;
    m_known = path;
    setToolTip(plainToolTip(path));
    Q_EMIT typed(path);
}

void FieldBox::show(const QString &path)
{
    m_known = path;
    if (lineEdit()->text() == path)
        return;
    lineEdit()->setText(path);
    lineEdit()->setCursorPosition(0); // the beginning of a long path says more than its end
    if (QCompleter *const completer = lineEdit()->completer())
        completer->popup()->hide(); // nothing is being completed then
    setToolTip(plainToolTip(path));
}

QString FieldBox::shownPath(const QString &path) const
{
    return SampleFields::shortened(path, m_type);
}

QString FieldBox::exampleOf(const QString &path) const
{
    const auto values = m_fields ? m_fields->values(m_type, path.toStdString()) : std::vector<std::string>();
    if (values.empty())
        return {};
    const QString text = QString::fromStdString(condition::typedText(values.front())).simplified();
    return text.size() > longestExample ? text.left(longestExample - 1) + QChar(0x2026) : text;
}

/// Enough for the longest path and any example, and no more than half a screen.
int FieldBox::listWidth(const QStringList &paths) const
{
    const QFontMetrics metrics(font());
    qsizetype longest = 0;
    for (const QString &path : paths)
        longest = std::max(longest, shownPath(path).size());
    const auto letters = static_cast<int>(longest + longestExample);
    const int width = metrics.horizontalAdvance(QLatin1Char('m')) * letters + 3 * theme().size(Space::S24);
    return std::max(this->width(), std::min(width, theme().scaled(640)));
}

void FieldBox::showPopup()
{
    {
        const QSignalBlocker blocker(this);
        const QString text = lineEdit()->text();
        clear();
        const QStringList paths = m_fields ? m_fields->paths(m_type) : QStringList();
        addItems(paths);
        view()->setMinimumWidth(listWidth(paths));
        setCurrentIndex(findText(text));
        lineEdit()->setText(text);
    }
    if (count() > 0)
        QComboBox::showPopup();
}

void FieldBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

/// The box has the focus for its line, and tells it so past the line's filters.
void FieldBox::focusInEvent(QFocusEvent *event)
{
    offerCompletions();
    QComboBox::focusInEvent(event);
}

void FieldBox::focusOutEvent(QFocusEvent *event)
{
    QComboBox::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        lineEdit()->setCursorPosition(0);
}

void FieldBox::offerCompletions()
{
    const QStringList paths = m_fields ? m_fields->paths(m_type) : QStringList();
    QCompleter *completer = lineEdit()->completer();
    if (!completer) {
        completer = new QCompleter(new QStringListModel(this), this);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        lineEdit()->setCompleter(completer);
        completer->popup()->setItemDelegate(new FieldDelegate(*this)); // after the line, which sets its own
        if (m_undoKeys)
            m_undoKeys->watch(completer->popup()); // while it is up, the keys come there
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &FieldBox::tell);
    }
    static_cast<QStringListModel *>(completer->model())->setStringList(paths);
    completer->popup()->setMinimumWidth(listWidth(paths));
}

} // namespace designer::ui
