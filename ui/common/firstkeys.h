// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

namespace designer::ui {

/// Lets the window have \a keys before a text field does. Fields keep what they do with many keys from
/// shortcuts, and on X11 that is Ctrl+E too (the end of the line). Where the window has no use for the keys
/// at that moment, the field gets them as ever.
class FirstKeys : public QObject
{
    Q_OBJECT
public:
    FirstKeys(const QKeySequence &keys, QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QKeySequence m_keys;
};

} // namespace designer::ui
