// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headersdelegate.h"

#include "secrets/sensitiveheaders.h"
#include "ui/common/placeholderlineedit.h"
#include "ui/headers/namecompletion.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace designer::ui {
namespace {

constexpr const char *givenUp = "givenUp";

int textMargin()
{
    return theme().size(Space::S8);
}

QRect centred(const QRect &rect, int side)
{
    QRect out(0, 0, side, side);
    out.moveCenter(rect.center());
    return out;
}

void paintCentred(QPainter *painter, const QRect &rect, Icon icon, Color color)
{
    paintIcon(painter, centred(rect, theme().size(Metric::Icon)), icon, theme().color(color));
}

QRect valueCell(const QRect &rect)
{
    return rect.adjusted(textMargin(), 0, -textMargin(), 0);
}

/// A credential is typed in dots, unless it becomes a reference or a placeholder.
void hideCredential(QLineEdit *edit)
{
    const QString text = edit->text();
    const bool isPlain = !text.startsWith(u'{') && !text.contains(QLatin1String("{{"))
        && !text.contains(QLatin1String("##"));
    edit->setEchoMode(isPlain && !text.isEmpty() ? QLineEdit::Password : QLineEdit::Normal);
}

} // namespace

HeadersDelegate::HeadersDelegate(HeadersModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_completion(new NameCompletion(this))
{
    // Once the list has closed.
    connect(m_completion, &NameCompletion::chosen, this, &HeadersDelegate::closeChosen, Qt::QueuedConnection);
}

/// A name from the list goes on to the value as Tab does.
void HeadersDelegate::closeChosen()
{
    if (QLineEdit *edit = m_completion->edit()) {
        Q_EMIT commitData(edit);
        Q_EMIT closeEditor(edit, EditNextItem);
    }
}

void HeadersDelegate::setPanel(int row, int height)
{
    m_panelRow = row;
    m_panelHeight = height;
}

QRect HeadersDelegate::withoutPanel(const QRect &rect, int row) const
{
    return row == m_panelRow ? rect.adjusted(0, 0, 0, -m_panelHeight) : rect;
}

HeaderLayout HeadersDelegate::layoutOf(int row, const QRect &cell) const
{
    const QString value = m_model.shownValue(row);
    if (m_model.lacksValue(row))
        return {value, m_model.notes(row), valueCell(cell), Font::Text};
    if (!value.isEmpty())
        return {value, m_model.notes(row), valueCell(cell)};
    return {m_model.isDraft(row) ? tr("Value") : tr("empty"), m_model.notes(row), valueCell(cell),
            Font::Text};
}

void HeadersDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const int row = index.row();
    const QRect rect = withoutPanel(option.rect, row);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme().color(Color::AccentSoft));
    switch (index.column()) {
    case HeadersModel::Handle:
        if (!m_model.isDraft(row))
            paintCentred(painter, rect, Icon::DragHandle, Color::Dim);
        break;
    case HeadersModel::On: paintCheckBox(painter, option, rect, row); break;
    case HeadersModel::Name: paintName(painter, rect, row); break;
    case HeadersModel::Value: paintValue(painter, rect, row); break;
    case HeadersModel::Eye:
        if (m_model.hasHidden(row))
            paintCentred(painter, rect, m_model.isRevealed(row) ? Icon::EyeOff : Icon::Eye,
                         m_model.canReveal(row) ? Color::Text : Color::Edge);
        break;
    default: paintCentred(painter, rect, Icon::Close, Color::Text); break;
    }
    if (row < m_model.rowCount() - 1) // below the last one is the edge of the table
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme().color(Color::Rule));
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(painter, rect.adjusted(1, 1, -1, -2), theme().color(Color::Accent),
                       theme().size(Metric::Radius));
    painter->restore();
}

void HeadersDelegate::paintCheckBox(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                    int row) const
{
    QStyleOptionViewItem box(option);
    box.rect = centred(rect, theme().size(Metric::Icon));
    box.state.setFlag(QStyle::State_HasFocus, false);
    box.state.setFlag(m_model.header(row).on ? QStyle::State_On : QStyle::State_Off);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
}

void HeadersDelegate::paintName(QPainter *painter, const QRect &rect, int row) const
{
    const connection::HeaderRow &header = m_model.header(row);
    const bool isWanted = header.name.empty();
    painter->setFont(theme().font(isWanted ? Font::Text : Font::Code));
    painter->setPen(theme().color(header.on && !isWanted ? Color::Text : Color::Dim));
    const QString name = isWanted ? tr("Name") : QString::fromStdString(header.name);
    const QRect place = rect.adjusted(textMargin(), 0, -textMargin(), 0);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, place.width()));
}

void HeadersDelegate::paintValue(QPainter *painter, const QRect &rect, int row) const
{
    const connection::HeaderRow &header = m_model.header(row);
    layoutOf(row, rect).paint(painter, !header.on || header.value.empty() || m_model.lacksValue(row));
}

QSize HeadersDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int below = index.row() == m_panelRow ? m_panelHeight : 0;
    const int least = theme().size(Metric::RuleRow);
    if (index.column() != HeadersModel::Value)
        return {least, least + below};
    const QRect cell(0, 0, option.rect.width(), least);
    return {least, std::max(layoutOf(index.row(), cell).height(), least) + below};
}

std::optional<HeaderNote> HeadersDelegate::linkAt(const QModelIndex &index, const QRect &rect,
                                                  const QPoint &position) const
{
    if (index.column() != HeadersModel::Value)
        return std::nullopt;
    const HeaderLayout layout = layoutOf(index.row(), withoutPanel(rect, index.row()));
    const HeaderNote *note = layout.linkAt(position);
    return note ? std::optional(*note) : std::nullopt;
}

void HeadersDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    editor->setProperty(givenUp, true);
    QStyledItemDelegate::destroyEditor(editor, index);
}

bool HeadersDelegate::isGivenUp(const QWidget &editor)
{
    return editor.property(givenUp).toBool();
}

QWidget *HeadersDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                       const QModelIndex &index) const
{
    return index.column() == HeadersModel::Name ? nameEditor(parent) : valueEditor(parent, index.row());
}

QWidget *HeadersDelegate::nameEditor(QWidget *parent) const
{
    auto *edit = new QLineEdit(parent);
    edit->setFont(theme().font(Font::Code));
    edit->setAccessibleName(tr("Name of the header"));
    edit->setPlaceholderText(tr("Name"));
    m_completion->serve(*edit);
    return edit;
}

QWidget *HeadersDelegate::valueEditor(QWidget *parent, int row) const
{
    auto *edit = new PlaceholderLineEdit(parent);
    edit->setFont(theme().font(Font::Code));
    const std::string &name = m_model.header(row).name;
    edit->setAccessibleName(tr("Value of %1").arg(QString::fromStdString(name)));
    edit->setPlaceholderText(tr("Value"));
    if (secrets::isSensitiveHeader(name))
        connect(edit, &QLineEdit::textChanged, edit, [edit] { hideCredential(edit); });
    return edit;
}

/// A change elsewhere is no reason to lose what is being typed.
void HeadersDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    if (edit && !edit->isModified() && edit->text() != text)
        edit->setText(text);
}

void HeadersDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *edit = qobject_cast<QLineEdit *>(editor);
    if (edit && edit->text() != index.data(Qt::EditRole).toString())
        model->setData(index, edit->text(), Qt::EditRole);
}

/// On the line of the value, whatever is said below it.
void HeadersDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    const QRect rect = withoutPanel(option.rect, index.row());
    const int height = theme().size(Metric::Control);
    const bool isName = index.column() == HeadersModel::Name;
    const int top
        = isName ? rect.center().y() - height / 2 : rect.top() + (theme().size(Metric::RuleRow) - height) / 2;
    editor->setGeometry(rect.left(), top, rect.width(), height);
}

} // namespace designer::ui
