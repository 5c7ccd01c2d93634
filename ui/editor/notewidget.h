// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editortypes.h"

#include <QWidget>

class QHBoxLayout;

namespace designer::ui {

/// What is wrong with the line above, and the ways out: one line of text and links.
class NoteWidget : public QWidget
{
    Q_OBJECT

public:
    NoteWidget(const LineNote &note, const EditorColors &colors, const QFont &font, QWidget *parent);

Q_SIGNALS:
    void linkActivated(const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addLink(const NoteLink &link, QHBoxLayout &layout);
    [[nodiscard]] int signSize() const;

    LineNote m_note;
    EditorColors m_colors;
    class ElidedText *m_reason;
};

} // namespace designer::ui
