// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"

#include <QWidget>

namespace designer::ui {

class MessageLine;

/// A workspace without destinations: what belongs here, and the first step.
class EmptyWorkspacePage : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyWorkspacePage(QWidget *parent = nullptr);

    /// Above all else, with its way out; nothing to say hides it.
    void say(Tone tone, const QString &richText);

Q_SIGNALS:
    void linkActivated(const QString &target);
    void addRequested();
    void importRequested();

private:
    MessageLine *m_said;
};

} // namespace designer::ui
