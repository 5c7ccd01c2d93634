// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editortypes.h"

#include <QWidget>

class QBoxLayout;

namespace designer::ui {

/// What is wrong with the line above, and the ways out as links: beside it, or below where the words
/// would have no room.
class NoteWidget : public QWidget
{
    Q_OBJECT

public:
    struct Room
    {
        int lines = 1; ///< of text, with those of the links
        bool linksBelow = false;
    };
    /// What it wants where it may be \a width wide: 1 to 3 lines.
    [[nodiscard]] static Room roomFor(const LineNote &note, const QFont &font, int width);

    /// \a linksBelow as roomFor() says.
    NoteWidget(const LineNote &note, const EditorColors &colors, const QFont &font, bool linksBelow,
               QWidget *parent);

    /// Where the link of that id is; nothing: there is none.
    [[nodiscard]] QRect placeOf(const QString &link) const;

Q_SIGNALS:
    void linkActivated(const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addLink(const NoteLink &link, QBoxLayout &layout);
    [[nodiscard]] int signSize() const;

    LineNote m_note;
    EditorColors m_colors;
    bool m_linksBelow;
    class ElidedText *m_reason = nullptr;
};

} // namespace designer::ui
