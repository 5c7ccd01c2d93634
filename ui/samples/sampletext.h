// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/edit.h"

#include <QObject>
#include <QUndoStack>

#include <string>

namespace designer::ui {

/// The text of one sample, or of one pasted event, while it is worked on, and the steps that led to it. The
/// editor that shows it tells of every edit, and follows travelled(): so both are the same at any time.
/// Belongs to the window's thread.
class SampleText : public QObject
{
    Q_OBJECT
public:
    explicit SampleText(std::string text);
    ~SampleText() override;
    Q_DISABLE_COPY_MOVE(SampleText)

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }
    /// The editor has made \a edit already, and \a removed stood in its range. Letters typed one after
    /// another are one step.
    void record(const json::TextEdit &edit, const std::string &removed);

Q_SIGNALS:
    /// A step back or forth made \a edit.
    void travelled(const designer::json::TextEdit &edit);

private:
    friend class TypingCommand;
    void apply(const json::TextEdit &edit);

    std::string m_text;
    QUndoStack m_stack;
};

} // namespace designer::ui
