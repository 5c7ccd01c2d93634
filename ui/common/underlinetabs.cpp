// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/underlinetabs.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace designer::ui {

UnderlineTabs::UnderlineTabs(QWidget *parent) : UnderlineTabs(Size::Pages, parent) { }

UnderlineTabs::UnderlineTabs(Size size, QWidget *parent) : QTabBar(parent), m_size(size)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setMouseTracking(true);
    connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
}

/// The bar does so when a text changes.
void UnderlineTabs::layOutAgain()
{
    if (count() > 0)
        setTabText(0, tabText(0));
    updateGeometry();
    update();
}

void UnderlineTabs::setSize(Size size)
{
    m_size = size;
    updateGeometry();
}

void UnderlineTabs::setCount(int index, std::optional<int> count)
{
    m_extras.at(static_cast<std::size_t>(index)).count = count;
    describe(index);
}

void UnderlineTabs::reserveCount(int index)
{
    m_extras.at(static_cast<std::size_t>(index)).keepsRoom = true;
    layOutAgain();
}

void UnderlineTabs::setMark(int index, Tone mark)
{
    m_extras.at(static_cast<std::size_t>(index)).mark = mark;
    describe(index);
}

UnderlineTabs::Extra UnderlineTabs::extra(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    return at < m_extras.size() ? m_extras[at] : Extra{};
}

Tone UnderlineTabs::mark(int index) const
{
    return extra(index).mark;
}

QString UnderlineTabs::countText(int index) const
{
    const auto count = extra(index).count;
    return count ? locale().toString(*count) : QString();
}

void UnderlineTabs::describe(int index)
{
    QStringList parts{tabText(index).remove(QLatin1Char('&'))};
    if (const QString count = countText(index); !count.isEmpty())
        parts.append(count);
    if (mark(index) == Tone::Error)
        parts.append(tr("something to mend"));
    else if (mark(index) == Tone::Warning)
        parts.append(tr("something to look at"));
    setAccessibleTabName(index, parts.size() > 1 ? parts.join(QStringLiteral(", ")) : QString());
    layOutAgain(); // it may have become wider
}

void UnderlineTabs::tabInserted(int index)
{
    m_extras.insert(m_extras.begin() + index, Extra{});
    QTabBar::tabInserted(index);
    describe(index); // the bar laid itself out before it said that there is a new one
}

void UnderlineTabs::tabRemoved(int index)
{
    m_extras.erase(m_extras.begin() + index);
    QTabBar::tabRemoved(index);
}

/// Pages wear it in what is blank beside their words, so that none moves when one comes or goes.
int UnderlineTabs::markSpace(int index) const
{
    if (m_size == Size::Pages || mark(index) == Tone::Neutral)
        return 0;
    return theme().size(Metric::SmallIcon) + theme().scaled(6);
}

/// Behind the words, with the gap before it; as much for one digit as for two where room is kept.
int UnderlineTabs::countSpace(int index) const
{
    const QFontMetrics small(theme().font(Font::Small));
    const QString count = countText(index);
    const int wanted = small.horizontalAdvance(count);
    const int kept = extra(index).keepsRoom ? small.horizontalAdvance(locale().toString(88)) : 0;
    return wanted + kept == 0 ? 0 : std::max(wanted, kept) + theme().scaled(6);
}

/// That of pages holds a mark.
int UnderlineTabs::padding() const
{
    return m_size == Size::Small ? theme().scaled(4) : theme().size(Space::S16);
}

Font UnderlineTabs::fontOf(bool chosen) const
{
    if (m_size == Size::Small)
        return chosen ? Font::SmallBold : Font::Small;
    return chosen ? Font::Bold : Font::Text;
}

int UnderlineTabs::widthOf(const QStringList &titles) const
{
    const QFontMetrics bold(theme().font(fontOf(true)));
    int width = 0;
    for (const QString &title : titles)
        width += bold.horizontalAdvance(title) + 2 * padding();
    return width;
}

/// What stands in a tab, with its words in that \a font.
int UnderlineTabs::contentWidth(int index, Font font) const
{
    return QFontMetrics(theme().font(font)).horizontalAdvance(tabText(index)) + countSpace(index)
        + markSpace(index);
}

/// As wide as when it is chosen and its words are bold, so that none moves when another is chosen.
QSize UnderlineTabs::tabSizeHint(int index) const
{
    return {contentWidth(index, fontOf(true)) + 2 * padding(),
            theme().size(m_size == Size::Small ? Metric::ColumnHead : Metric::PagesBar)};
}

void UnderlineTabs::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    for (int index = 0; index < count(); ++index) {
        if (isTabVisible(index))
            paintTab(painter, index);
    }
}

void UnderlineTabs::paintTab(QPainter &painter, int index) const
{
    const bool isSmall = m_size == Size::Small;
    const bool chosen = index == currentIndex();
    const QRect tab = tabRect(index);
    const Font font = fontOf(chosen);
    // In the middle, so that the gaps between the words are alike.
    QRect rest = tab.adjusted((tab.width() - contentWidth(index, font)) / 2, 0, 0, 0);
    const auto write = [&](const QString &text, Font face, Color color) {
        painter.setFont(theme().font(face));
        painter.setPen(theme().color(color));
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, text);
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(text) + theme().scaled(6));
    };
    const bool hovered = underMouse() && tab.contains(mapFromGlobal(QCursor::pos()));
    const Color ink = chosen || (hovered && isTabEnabled(index)) ? Color::Text : Color::Dim;
    write(tabText(index), font, ink);
    if (const QString count = countText(index); !count.isEmpty())
        write(count, Font::Small, Color::Dim);
    if (const auto icon = iconOf(mark(index)); icon && mark(index) != Tone::Neutral) {
        const int side = theme().size(Metric::SmallIcon);
        const int left = isSmall ? rest.left() : tab.right() + 1 - side;
        const QRect place(left, tab.top() + (tab.height() - side) / 2, side, side);
        paintIcon(&painter, place, *icon, theme().color(textColor(mark(index))));
    }
    if (!chosen)
        return;
    const QRect line = isSmall ? tab.adjusted(padding(), 0, -padding(), 0) : tab;
    painter.fillRect(QRect(line.left(), tab.bottom() - 1, line.width(), 2), theme().color(Color::Accent));
    if (hasFocus())
        paintFocusRing(&painter, tab.adjusted(1, 3, -1, -3), theme().color(Color::Accent),
                       theme().size(Metric::Radius));
}

} // namespace designer::ui
