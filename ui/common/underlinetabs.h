// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"

#include <QTabBar>

#include <optional>
#include <vector>

namespace designer::ui {

/// Tabs whose chosen one is underlined: the pages of a connection, or (Small) the views of a column.
class UnderlineTabs : public QTabBar
{
    Q_OBJECT
public:
    enum class Size { Pages, Small };

    explicit UnderlineTabs(QWidget *parent = nullptr);
    explicit UnderlineTabs(Size size, QWidget *parent = nullptr);

    /// For forms, which know no constructor arguments. To be said before the first tab.
    void setSize(Size size);
    /// A dim number behind the tab's words.
    void setCount(int index, std::optional<int> count);
    /// Keeps room for a number of two digits, so that no tab moves when one comes.
    void reserveCount(int index);
    /// A sign that something waits there: Tone::Error, Tone::Warning, or Neutral for none. On a page's tab it
    /// moves nothing.
    void setMark(int index, Tone mark);
    [[nodiscard]] Tone mark(int index) const;
    /// That tabs which say \a titles need, without counts and marks.
    [[nodiscard]] int widthOf(const QStringList &titles) const;
    /// On either side of the words of the tab that is chosen; beside the others there is a little more.
    [[nodiscard]] int padding() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void tabInserted(int index) override;
    void tabRemoved(int index) override;

private:
    struct Extra
    {
        std::optional<int> count;
        Tone mark = Tone::Neutral;
        bool keepsRoom = false; ///< for a count
    };
    /// What a tab has no extras of yet, as long as the bar has not said that it is there.
    [[nodiscard]] Extra extra(int index) const;
    void paintTab(QPainter &painter, int index) const;
    void describe(int index);
    void layOutAgain();
    [[nodiscard]] Font fontOf(bool chosen) const;
    [[nodiscard]] int contentWidth(int index, Font font) const;
    [[nodiscard]] QString countText(int index) const;
    [[nodiscard]] int markSpace(int index) const;
    [[nodiscard]] int countSpace(int index) const;

    Size m_size = Size::Pages;
    std::vector<Extra> m_extras; ///< one for each tab
};

} // namespace designer::ui
