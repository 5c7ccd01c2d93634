// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/editing.h"
#include "ui/document/connectiondocument.h"

#include <QCoreApplication>
#include <QPointer>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::ui {

/// The number of \a rows that are on; they come first.
[[nodiscard]] int countOn(const std::vector<connection::HeaderRow> &rows);

/// What the headers' rows do to the document: each a named step of its history. Rows are counted as in
/// connection::headerRows(). Each says what the row is afterwards; nothing, where nothing was done.
class HeaderEdits
{
    Q_DECLARE_TR_FUNCTIONS(HeaderEdits)
public:
    using Edited = std::optional<connection::HeaderRow>;

    void setDocument(ConnectionDocument *document) { m_document = document; }
    [[nodiscard]] ConnectionDocument *document() const { return m_document; }

    Edited setOn(int row, bool on);
    Edited rename(int row, const std::string &name);
    /// \a stepName: where it is another than that of typing.
    Edited setValue(int row, const std::string &value, const QString &stepName = {});
    Edited moveTo(int row, int to); ///< stays among those that are on, or off
    Edited remove(int row);
    /// Behind the last one that is on.
    Edited add(const connection::HeaderRow &header);
    /// The first one of that name, in whatever case, that is off.
    Edited switchOn(std::string_view name);
    Edited replaceAll(const QString &stepName, const std::vector<connection::HeaderRow> &rows);

private:
    [[nodiscard]] std::vector<connection::HeaderRow> rows() const;
    Edited apply(const QString &stepName, const std::vector<connection::HeaderRow> &rows,
                 const connection::HeaderRow &edited);

    QPointer<ConnectionDocument> m_document;
};

} // namespace designer::ui
