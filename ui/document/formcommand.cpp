// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/formcommand.h"

#include "ui/document/connectiondocument.h"

#include <utility>

namespace designer::ui {

FormCommand::FormCommand(ConnectionDocument &document, connection::BodyForm next)
    : m_document(document), m_other(std::move(next))
{ }

void FormCommand::undo()
{
    swapForms();
}

void FormCommand::redo()
{
    swapForms();
}

void FormCommand::swapForms()
{
    m_other = m_document.adoptForm(m_other);
}

} // namespace designer::ui
