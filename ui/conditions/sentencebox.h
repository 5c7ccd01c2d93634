// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/softbox.h"

class QScrollArea;

namespace designer::ui {

class LinkLabel;

/// The tree in words, on a few lines. What has no room there ends in "…" and a link that shows the whole.
class SentenceBox : public SoftBox
{
    Q_OBJECT
public:
    explicit SentenceBox(QWidget *parent = nullptr);

    /// Words and <b> alone.
    void setSentence(const QString &richText);
    /// As it is at first, for another tree.
    void fold();
    /// Of the page that it stands on: of a low one it takes fewer lines, and unfolded no more than half.
    void setPageHeight(int height);
    /// The beginning of \a richText, of \a length letters as they are seen, with what is open in it closed.
    [[nodiscard]] static QString beginningOf(const QString &richText, int length);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void unfold(bool unfolded);
    void put(const QString &richText);
    [[nodiscard]] int heightOf(const QString &richText) const;
    [[nodiscard]] QString folded(int most) const;

    QString m_sentence;
    QScrollArea *m_area;
    LinkLabel *m_label;
    int m_pageHeight = 0;
    bool m_unfolded = false;
};

} // namespace designer::ui
