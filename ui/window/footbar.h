// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/standing.h"

#include <QWidget>

namespace designer::ui {

class ElidedLabel;
class MessageLine;

/// The foot of the window: how the connection stands and the next step; whether template and payload
/// are sound; where tests go and where the caret is.
class FootBar : public QWidget
{
    Q_OBJECT
public:
    explicit FootBar(QWidget *parent = nullptr);

    void setSentence(const Sentence &sentence);
    /// Nothing is known of them: both empty.
    void setVerdicts(std::optional<bool> wellFormed, std::optional<bool> payloadSound);
    void setWhere(const QString &where);
    void setCaret(const QString &caret);
    /// It means something only beside the text that it is in.
    void setCaretShown(bool shown);
    /// Whatever stands in it now, the window may be narrower.
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showRight();
    void showVerdict(MessageLine &line, std::optional<bool> sound, const QString &good, const QString &bad,
                     const QString &what);
    void share();
    void layOutAgain();

    MessageLine *m_sentence;
    MessageLine *m_template;
    MessageLine *m_payload;
    ElidedLabel *m_right;
    QString m_where;
    QString m_caret;
    bool m_caretShown = true;
};

} // namespace designer::ui
