// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/samples/sampleentries.h"

#include <QUndoCommand>

#include <optional>

namespace designer::ui {

class SampleEditing;

/// The entry that is shown has another name. Each way it is shown again, and nothing happens where there is
/// none of the name that it had.
class RenameCommand : public QUndoCommand
{
public:
    /// \a editing outlives the command.
    RenameCommand(SampleEditing &editing, QString wish);

    void undo() override;
    void redo() override;

private:
    void rename(const QString &from, QString &to);

    SampleEditing &m_editing;
    SampleId m_id; ///< of a pasted event; a sample goes by its names
    QString m_before;
    QString m_after; ///< as it was wished for, until it is done
};

/// The entry that is shown goes. While it is out it is kept here whole, the history of its text with it.
class RemoveCommand : public QUndoCommand
{
public:
    /// \a editing outlives the command.
    explicit RemoveCommand(SampleEditing &editing);
    ~RemoveCommand() override;
    Q_DISABLE_COPY_MOVE(RemoveCommand)

    /// Of what goes.
    [[nodiscard]] const QString &name() const { return m_name; }
    void undo() override;
    void redo() override;

private:
    SampleEditing &m_editing;
    SampleId m_id;
    QString m_name;
    std::optional<TakenEntry> m_outside; ///< nothing: it is listed
};

} // namespace designer::ui
