// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QCompleter;
class QLineEdit;

namespace designer::ui {

/// The list of known header names that opens while one is typed: Down, Return; Esc shuts it. It
/// outlives the lines that it serves one after the other: were the list's window destroyed with its
/// line, the window that holds both could lose the keyboard, and the next line with it.
class NameCompletion : public QObject
{
    Q_OBJECT
public:
    explicit NameCompletion(QObject *parent = nullptr);

    void serve(QLineEdit &edit);
    /// The line that is served; null once it is gone.
    [[nodiscard]] QLineEdit *edit() const;

Q_SIGNALS:
    /// A name of the list stands in the line now.
    void chosen();

private:
    void dress();
    void take(const QString &name);

    QPointer<QLineEdit> m_edit;
    QCompleter *m_completer; ///< a child
};

} // namespace designer::ui
