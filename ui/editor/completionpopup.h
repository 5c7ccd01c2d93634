// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editortypes.h"

#include <QTreeWidget>

#include <string_view>
#include <vector>

namespace designer::ui {

/// The list of paths with their example values. The editor keeps the focus and passes the keys on.
class CompletionPopup : public QTreeWidget
{
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget *parent);

    void setLook(const EditorColors &colors, const QFont &font);
    /// What holds \a typed, and first what begins with it. False: nothing does.
    bool fill(const std::vector<Completion> &completions, std::string_view typed);
    /// Below (or above) the line at \a line, in global coordinates.
    void showAt(const QRect &line);
    /// True: the key was for the list.
    bool handleKey(int key);
    [[nodiscard]] QString currentPath() const;

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void add(const Completion &completion);
    void step(int by);
    void choose();

    EditorColors m_colors;
};

} // namespace designer::ui
