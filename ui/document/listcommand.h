// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include <memory>

namespace designer::ui {

class Session;
struct Destination;

/// A step in the list of destinations: one comes, goes, or moves. One that is not in the list is
/// kept here whole, its document and its history with it.
class ListCommand : public QUndoCommand
{
public:
    [[nodiscard]] static ListCommand *adding(Session &session, std::unique_ptr<Destination> destination);
    [[nodiscard]] static ListCommand *removing(Session &session, int row);
    [[nodiscard]] static ListCommand *moving(Session &session, int from, int to);
    ~ListCommand() override;
    Q_DISABLE_COPY_MOVE(ListCommand)

    /// The destination that this step keeps, which is not in the list now; null: none.
    [[nodiscard]] const Destination *outside() const { return m_outside.get(); }

    /// Whether a destination goes by it.
    [[nodiscard]] bool isRemoval() const { return m_to == nowhere; }

    void undo() override;
    void redo() override;

private:
    ListCommand(Session &session, const QString &stepName, int from, int to);
    void putIn(int row);
    void takeOut(int row);

    static constexpr int nowhere = -1;
    Session &m_session;
    int m_from; ///< nowhere: it comes
    int m_to; ///< nowhere: it goes
    std::unique_ptr<Destination> m_outside;
};

} // namespace designer::ui
