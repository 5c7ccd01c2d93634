// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/unfinished.h"

#include "condition/outline.h"

namespace designer::connection {

namespace {

constexpr std::string_view emptyGroup = R"({"match":"all","rules":[]})";

/// The bytes from \a begin to \a end become those of an empty group: no place behind them moves.
void blankOut(std::string &bytes, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; ++i) {
        if (i - begin < emptyGroup.size())
            bytes[i] = emptyGroup[i - begin];
        else if (bytes[i] != '\n')
            bytes[i] = ' ';
    }
}

} // namespace

WhileWritten whileWritten(const Connection &connection)
{
    WhileWritten out{connection, {}};
    std::string bytes;
    for (const condition::OutlineRow &row : condition::outline(connection.conditions())) {
        if (!row.isUnfinished() || row.raw.size() < emptyGroup.size())
            continue;
        if (bytes.empty())
            bytes = connection.bytes();
        const json::Value rule = connection.document().at(row.pointer);
        blankOut(bytes, rule.begin(), rule.end());
        out.unfinished.push_back(row.pointer);
    }
    if (out.unfinished.empty())
        return out;
    if (auto loaded = Connection::load(bytes, connection.file()))
        out.connection = std::move(loaded).value();
    else
        out.unfinished.clear();
    return out;
}

} // namespace designer::connection
