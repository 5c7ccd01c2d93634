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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showRight();
    void layOutAgain();

    MessageLine *m_sentence;
    MessageLine *m_template;
    MessageLine *m_payload;
    ElidedLabel *m_right;
    QString m_where;
    QString m_caret;
};

} // namespace designer::ui
