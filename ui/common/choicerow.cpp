// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/choicerow.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace designer::ui {

namespace {

/// A column of text is no narrower than this, in px at the design's text size.
constexpr int narrowest = 160;

} // namespace

ChoiceRow::ChoiceRow(QWidget *parent) : QRadioButton(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
}

void ChoiceRow::setExplanation(const QString &explanation)
{
    if (m_explanation == explanation)
        return;
    m_explanation = explanation;
    setAccessibleDescription(explanation);
    updateGeometry();
    update();
    Q_EMIT explanationChanged(explanation);
}

QRect ChoiceRow::wordsRect(const QRect &whole) const
{
    const int edge = theme().size(Space::S8);
    return whole.adjusted(2 * edge + theme().size(Metric::Icon), edge, -edge, -edge);
}

int ChoiceRow::heightForWidth(int width) const
{
    const QRect words = wordsRect(QRect(0, 0, width, 0));
    const int title = QFontMetrics(theme().font(Font::Text)).height();
    const QFontMetrics small(theme().font(Font::Small));
    const int below
        = small.boundingRect(0, 0, words.width(), QWIDGETSIZE_MAX, Qt::TextWordWrap, m_explanation).height();
    return title + below + 2 * theme().size(Space::S8) + theme().scaled(2);
}

QSize ChoiceRow::sizeHint() const
{
    const int width = theme().scaled(270);
    return {width, heightForWidth(width)};
}

QSize ChoiceRow::minimumSizeHint() const
{
    return {theme().scaled(narrowest), theme().size(Metric::Control)};
}

bool ChoiceRow::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void ChoiceRow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const double radius = theme().size(Metric::Radius);
    if (isChecked() || (isEnabled() && underMouse())) {
        paintBox(&painter, rect(),
                 {.fill = theme().color(isChecked() ? Color::AccentSoft : Color::Window),
                  .edge = {},
                  .edgeWidth = 0,
                  .radius = radius});
    }
    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = theme().size(Metric::Icon);
    option.rect = QRect(theme().size(Space::S8), theme().size(Space::S8) + theme().scaled(1), side, side);
    option.state.setFlag(QStyle::State_HasFocus, false);
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);
    paintWords(&painter);
    if (hasFocus())
        paintFocusRing(&painter, rect(), theme().color(Color::Accent), radius);
}

void ChoiceRow::paintWords(QPainter *painter) const
{
    const QRect words = wordsRect(rect());
    painter->setFont(theme().font(Font::Text));
    painter->setPen(theme().color(isEnabled() ? Color::Text : Color::Dim));
    const int title = painter->fontMetrics().height();
    painter->drawText(QRect(words.left(), words.top(), words.width(), title),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, text());
    painter->setFont(theme().font(Font::Small));
    painter->setPen(theme().color(Color::Dim));
    painter->drawText(words.adjusted(0, title + theme().scaled(2), 0, 0), Qt::AlignLeft | Qt::TextWordWrap,
                      m_explanation);
}

} // namespace designer::ui
