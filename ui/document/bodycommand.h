// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/edit.h"

#include <QPointer>
#include <QUndoCommand>

#include <optional>

namespace designer::ui {

class ConnectionDocument;

inline constexpr int shellCommandId = 1;
inline constexpr int bodyCommandId = 2;
/// Keys that come faster than this, in milliseconds, are one step.
inline constexpr qint64 typingPause = 1500;

/// A step in the body: a range of bytes becomes a text.
class BodyCommand : public QUndoCommand
{
public:
    /// \a editor shows the edit already, the first time. \a typedAt: typing, which merges with what
    /// was typed just before it beside it.
    BodyCommand(ConnectionDocument &document, const QString &stepName, const json::TextEdit &edit,
                std::string removed, const QObject *editor, std::optional<qint64> typedAt);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    [[nodiscard]] std::size_t end() const { return m_begin + m_inserted.size(); }
    bool mergeTyping(const BodyCommand &later);

    ConnectionDocument &m_document;
    std::size_t m_begin;
    std::string m_removed;
    std::string m_inserted;
    QPointer<const QObject> m_editor; ///< until the first redo() is over
    std::optional<qint64> m_typedAt;
};

} // namespace designer::ui
