// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/textsearch.h"

#include <QWidget>

#include <memory>

namespace designer::ui {

namespace Ui {
class FindBar;
}

class CodeEditor;

/// Find and replace for one editor. Hidden until the editor asks for it (Ctrl+F, Ctrl+H); Esc hides
/// it and goes back to the text. Replace all is one edit.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(CodeEditor *editor, QWidget *parent = nullptr);
    ~FindBar() override;
    Q_DISABLE_COPY_MOVE(FindBar)

    /// Begins with what is selected, if that is one line.
    void open(bool withReplace);
    void findNext(bool backwards);
    [[nodiscard]] std::size_t hitCount() const { return m_hits.size(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void search();
    void searchAgain();
    void selectHit(std::size_t number);
    void showCount();
    void replaceOne();
    void replaceAll();
    [[nodiscard]] SearchFor wanted() const;
    [[nodiscard]] std::size_t currentHit() const;

    const std::unique_ptr<Ui::FindBar> m_form;
    CodeEditor *const m_editor;
    std::vector<Hit> m_hits;
};

} // namespace designer::ui
