// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"

#include <QWidget>

class QToolButton;

namespace designer::ui {

class MessageLine;

/// A line above the connection for what concerns the whole workspace, with its way out. People can put
/// it away; what it says next comes up again.
class NoticeLine : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeLine(QWidget *parent = nullptr);

    /// An empty text hides it.
    void say(Tone tone, const QString &richText);

Q_SIGNALS:
    void linkActivated(const QString &target);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MessageLine *m_words;
};

} // namespace designer::ui
