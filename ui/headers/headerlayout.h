// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/headers/headerremarks.h"
#include "ui/theme/theme.h"

#include <QRect>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextDocument;

namespace designer::ui {

/// Where the value of a header and the notes on it stand in their cell: the value on top, beside it
/// what there is room for, the rest below. The same for painting, for measuring and for clicks.
class HeaderLayout
{
public:
    /// \a cell is without what stands below the row.
    HeaderLayout(const QString &value, std::vector<HeaderNote> notes, const QRect &cell,
                 Font font = Font::Code);
    ~HeaderLayout();
    Q_DISABLE_COPY_MOVE(HeaderLayout)

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] QRect valueRect() const { return m_valueRect; }
    void paint(QPainter *painter, bool isDim) const;
    /// The note whose link is at \a position; null: none is.
    [[nodiscard]] const HeaderNote *linkAt(const QPoint &position) const;

private:
    struct Placed
    {
        HeaderNote note;
        std::unique_ptr<QTextDocument> document;
        QRect iconRect;
        QRect textRect;
    };
    void place(Placed &placed, int &right, int &bottom);
    void paintValue(QPainter *painter, bool isDim) const;

    QString m_value;
    QRect m_cell;
    Font m_font; ///< of the value
    QRect m_valueRect;
    std::vector<Placed> m_notes;
    int m_height = 0;
};

} // namespace designer::ui
