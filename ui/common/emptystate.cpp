// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"

#include "ui/common/plaintooltip.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace designer::ui {

namespace {

/// Each of its parts is said, so that none is that of whoever it stands in, such as an editor.
QFont ownTextFont()
{
    QFont font = theme().font(Font::Text);
    font.setFamilies(font.families());
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize());
    else
        font.setPointSizeF(font.pointSizeF());
    return font;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)), m_sentence(new QLabel(this)),
      m_buttons(new QHBoxLayout)
{
    for (QLabel *label : {m_icon, m_title, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_icon);
    }
    for (QLabel *label : {m_title, m_sentence})
        label->setTextFormat(Qt::PlainText);
    m_buttons->setSpacing(theme().size(Space::S8));
    m_buttons->setAlignment(Qt::AlignHCenter);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme().size(Space::S8));
    column->addStretch();
    column->addWidget(m_icon);
    column->addSpacing(theme().size(Space::S8));
    column->addWidget(m_title);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 6);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(theme().size(Space::S8));
    column->addLayout(m_buttons);
    column->addStretch();
    m_sentence->setMaximumWidth(theme().scaled(500));
    connect(&theme(), &Theme::changed, this, &EmptyState::colour);
    colour();
}

void EmptyState::setContent(Icon icon, const QString &title, const QString &sentence)
{
    m_iconKind = icon;
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    colour();
    fit();
}

QPushButton *EmptyState::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *EmptyState::addButton(Icon icon, const QString &text)
{
    QPushButton *button = addButton(text);
    button->setIcon(ui::icon(icon));
    return button;
}

QPushButton *EmptyState::addPrimaryButton(const QString &text)
{
    QPushButton *button = addButton(text);
    button->setProperty("primary", true);
    return button;
}

void EmptyState::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        // Later, since it may be one of them that asks for it.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Where there is little height the icon goes, and then the sentence, which is the tooltip then: the title
/// and the steps are enough.
void EmptyState::fit()
{
    const int forIcon = theme().size(Metric::LargeIcon) + layout()->spacing();
    const int wordsWidth = std::min(m_sentence->maximumWidth(), width() * 6 / 8);
    const int forSentence = m_sentence->heightForWidth(wordsWidth) + layout()->spacing();
    int rest = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                             : layout()->totalMinimumSize().height();
    rest -= (m_icon->isHidden() ? 0 : forIcon) + (m_sentence->isHidden() ? 0 : forSentence);
    m_icon->setVisible(height() >= rest + forSentence + forIcon);
    m_sentence->setVisible(height() >= rest + forSentence);
    setToolTip(m_sentence->isHidden() ? plainToolTip(m_sentence->text()) : QString());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        colour();
}

void EmptyState::colour()
{
    const int side = theme().size(Metric::LargeIcon);
    m_icon->setPixmap(icon(m_iconKind, Color::Dim).pixmap(QSize(side, side), devicePixelRatioF()));
    setFont(ownTextFont());
    m_title->setFont(theme().font(Font::Bold));
    QPalette palette = m_sentence->palette();
    palette.setColor(QPalette::WindowText, theme().color(Color::Dim));
    m_sentence->setPalette(palette);
}

} // namespace designer::ui
