// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::connection {

// Edits of a connection. Each gives the connection that results and leaves every byte alone that it
// does not concern: unknown keys, their order and their layout stay. None of them fails on a sound
// file; the errors are those of Connection::load(), and UnsoundConnection where `x_designer` is there
// and is no object.

/// Sets one of Hardal's text keys (key::label to key::contentType).
[[nodiscard]] Result<Connection> withText(const Connection &connection, std::string_view name,
                                          std::string_view value);
[[nodiscard]] Result<Connection> withActive(const Connection &connection, bool active);
[[nodiscard]] Result<Connection> withNotes(const Connection &connection, std::string_view notes);
[[nodiscard]] Result<Connection> withMissingPolicy(const Connection &connection, tmpl::MissingPolicy policy);
[[nodiscard]] Result<Connection> withValueMode(const Connection &connection, tmpl::ValueMode mode);
/// \a conditions is the JSON text of the tree; empty takes them away.
[[nodiscard]] Result<Connection> withConditions(const Connection &connection, std::string_view conditions);

/// One line of the headers table.
struct HeaderRow
{
    std::string name;
    std::string value; ///< of a value that is no text: its JSON
    bool on = true; ///< off: kept under `x_designer`, not sent, not exported
    bool operator==(const HeaderRow &) const = default;
};
/// Those that are on, then those that are off, each in the file's order, duplicates included.
[[nodiscard]] std::vector<HeaderRow> headerRows(const Connection &connection);
/// Rows that were there before keep their escapes, and values that are no text their kind.
[[nodiscard]] Result<Connection> withHeaderRows(const Connection &connection,
                                                const std::vector<HeaderRow> &rows);

/// How the file writes its template: what it takes to put an unchanged one back byte for byte.
class BodyForm
{
public:
    BodyForm() = default;

private:
    friend struct TakenApart;
    friend class BodyWriter;
    bool m_isThere = false; ///< there is a `request_format` that is a template
    bool m_indented = true; ///< in the file its lines stand as deep as the key
    std::shared_ptr<const std::string> m_text; ///< as it was loaded
    std::shared_ptr<const std::string> m_raw; ///< the bytes of the file for it
};

/// A connection in two: the template's text at the left edge, as an editor shows it, and all else.
/// So typing in a template of megabytes costs nothing of the rest, and the other way round.
struct TakenApart
{
    Connection shell; ///< its template is empty
    std::string body;
    BodyForm form;

    [[nodiscard]] static TakenApart of(const Connection &connection);
};

/// The connection of \a shell with the template \a body. JSON that needs no quotes is spliced in,
/// indented as the file is; anything else becomes a string and is marked so. White space around JSON
/// is left out. An unchanged template gives the bytes that it had.
[[nodiscard]] Result<Connection> putTogether(const Connection &shell, std::string_view body,
                                             const BodyForm &form);

} // namespace designer::connection
