// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/brackets.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/completionpopup.h"
#include "ui/editor/delta.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/linehints.h"
#include "ui/editor/notelines.h"

#include <QPointer>

namespace designer::ui {

/// What a CodeEditor is made of. Internal to the room.
struct CodeEditor::Parts
{
    explicit Parts(CodeEditor &editor);

    Gathering gathering;
    Highlighter highlighter;
    LineHints hints;
    NoteLines notes;
    EditorColors colors;
    QFont font;
    std::vector<Mark> marks; ///< an indicator's value is a mark's number, from 1
    std::vector<Completion> completions;
    std::optional<BracketPair> brackets; ///< as shown
    QPointer<CompletionPopup> popup; ///< a child of the editor, made when first needed
    int actions = 0; ///< how many user actions are under way, one inside the other
    bool reportQueued = false;
    int lineCount = 1;
    std::size_t lastCaret = 0;
};

/// While one lives, modifications are gathered; the outermost reports them as one edit.
class CodeEditor::UserAction
{
public:
    explicit UserAction(CodeEditor &editor);
    ~UserAction();
    UserAction(const UserAction &) = delete;
    UserAction &operator=(const UserAction &) = delete;

private:
    CodeEditor &m_editor;
};

} // namespace designer::ui
