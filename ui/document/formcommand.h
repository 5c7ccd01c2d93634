// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/editing.h"

#include <QUndoCommand>

namespace designer::ui {

class ConnectionDocument;

/// The body comes from another file, which writes its template in its own way; undone, from the one
/// before, byte for byte.
class FormCommand : public QUndoCommand
{
public:
    FormCommand(ConnectionDocument &document, connection::BodyForm next);

    void undo() override;
    void redo() override;

private:
    void swapForms();

    ConnectionDocument &m_document;
    connection::BodyForm m_other; ///< the one that is not in use
};

} // namespace designer::ui
