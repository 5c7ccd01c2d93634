// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"
#include "json/document.h"
#include "json/edit.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>

namespace designer::ui {

namespace Ui {
class EventEditors;
}

class CodeEditor;

/// An event in its editor and, where it was converted, what it was made of beside it: lines that belong
/// together are marked together, and the caret in one takes the other along.
class EventEditors : public QWidget
{
    Q_OBJECT
public:
    explicit EventEditors(QWidget *parent = nullptr);
    ~EventEditors() override;
    Q_DISABLE_COPY_MOVE(EventEditors)

    /// \a original is empty: it was not converted, and has all the room.
    void setEvent(const std::string &original, const std::string &text);
    /// Makes an edit of the event that nobody typed.
    void follow(const json::TextEdit &edit);
    /// What was typed is looked at: eventDocument() is that, and lines belong together again.
    void takeUpTyped();
    /// Underlines the line.
    void showError(const std::optional<Error> &error);
    /// \a line counts from 1.
    void goToLine(int line);

    /// Not valid: there is none, or it is a call in a script.
    [[nodiscard]] const json::Document &originalDocument() const { return m_original; }
    [[nodiscard]] const json::Document &eventDocument() const { return m_event; }
    /// That of the event.
    [[nodiscard]] CodeEditor &editor();

Q_SIGNALS:
    void typed(const designer::json::TextEdit &edit, const std::string &removed);
    void undoRequested();
    void redoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void setUpEditors();
    void changed();
    void markFrom(CodeEditor &own);
    void markFirst();

    const std::unique_ptr<Ui::EventEditors> m_ui;
    json::Document m_original;
    json::Document m_event;
    bool m_isTyped = false; ///< and not looked at
    bool m_isTold = false; ///< what the editor reports meanwhile belongs to the text before
};

} // namespace designer::ui
