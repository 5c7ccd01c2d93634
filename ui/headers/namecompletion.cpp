// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/namecompletion.h"

#include "ui/headers/knownheaders.h"
#include "ui/theme/theme.h"

#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace designer::ui {
namespace {

int nameWidth()
{
    const QFontMetrics metrics(theme().font(Font::Code));
    int out = 0;
    for (const KnownHeader &known : knownHeaders())
        out = std::max(out, metrics.horizontalAdvance(known.name));
    return out;
}

int explanationWidth()
{
    const QFontMetrics metrics(theme().font(Font::Small));
    int out = 0;
    for (const KnownHeader &known : knownHeaders())
        out = std::max(out, metrics.horizontalAdvance(known.explanation));
    return out;
}

/// A name and, dim beside it, what it is for.
class KnownHeaderDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme().color(Color::AccentSoft));
        QRect rect = option.rect.adjusted(theme().size(Space::S12), 0, -theme().size(Space::S12), 0);
        painter->setFont(theme().font(Font::Code));
        painter->setPen(theme().color(Color::Text));
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        rect.setLeft(rect.left() + nameWidth() + theme().size(Space::S24));
        painter->setFont(theme().font(Font::Small));
        painter->setPen(theme().color(Color::Dim));
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          index.data(KnownHeadersModel::ExplanationRole).toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/,
                                 const QModelIndex & /*index*/) const override
    {
        return {nameWidth() + explanationWidth() + theme().scaled(56), theme().size(Metric::Control)};
    }
};

} // namespace

NameCompletion::NameCompletion(QObject *parent) : QObject(parent), m_completer(new QCompleter(this))
{
    m_completer->setModel(new KnownHeadersModel(m_completer));
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    dress();
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &NameCompletion::take);
}

void NameCompletion::serve(QLineEdit &edit)
{
    m_edit = &edit;
    m_completer->setWidget(&edit);
    edit.setCompleter(m_completer);
}

QLineEdit *NameCompletion::edit() const
{
    return m_edit;
}

void NameCompletion::take(const QString &name)
{
    if (!m_edit)
        return;
    m_edit->setText(name);
    m_edit->setModified(true);
    Q_EMIT chosen();
}

void NameCompletion::dress()
{
    auto *list = new QListView; // the completer takes it over
    m_completer->setPopup(list);
    list->setAccessibleName(tr("Known headers"));
    list->setItemDelegate(new KnownHeaderDelegate(list));
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setMinimumWidth(nameWidth() + explanationWidth() + theme().scaled(80));
}

} // namespace designer::ui
