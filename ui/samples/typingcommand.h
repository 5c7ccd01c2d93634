// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/edit.h"

#include <QUndoCommand>

#include <string>

namespace designer::ui {

class SampleText;

/// A step in the text of a sample: a range of bytes becomes a text. A letter that continues what the step
/// before put in becomes part of that.
class TypingCommand : public QUndoCommand
{
public:
    /// \a text outlives the command. Its editor shows \a edit already, the first time; \a removed stood in
    /// its range.
    TypingCommand(SampleText &text, const json::TextEdit &edit, std::string removed);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    SampleText &m_text;
    std::size_t m_begin;
    std::string m_removed;
    std::string m_inserted;
    bool m_isShown = true; ///< until the first redo() is over
};

} // namespace designer::ui
