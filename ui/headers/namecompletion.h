// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QCompleter;
class QLineEdit;

namespace designer::ui {

/// The list of known header names that opens while one is typed: Down, Return; Esc shuts it.
class NameCompletion : public QObject
{
    Q_OBJECT
public:
    /// For \a edit, which owns it.
    explicit NameCompletion(QLineEdit *edit);

Q_SIGNALS:
    /// A name of the list stands in the line now.
    void chosen();

private:
    void dress();

    QLineEdit *m_edit;
    QCompleter *m_completer; ///< a child
};

} // namespace designer::ui
