// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/unfinished.h"

#include "condition/outline.h"

namespace designer::connection {

namespace {

constexpr std::string_view emptyGroup = R"({"match":"all","rules":[]})";

/// The bytes from \a begin to \a end become an empty group and the line ends that were among them: no
/// place behind them moves. False: there is no room for both.
bool blankOut(std::string &bytes, std::size_t begin, std::size_t end)
{
    std::string lineEnds;
    for (std::size_t i = begin; i < end; ++i) {
        if (bytes[i] == '\n' || bytes[i] == '\r')
            lineEnds += bytes[i];
    }
    if (end - begin < emptyGroup.size() + lineEnds.size())
        return false;
    const std::string blanks(end - begin - emptyGroup.size() - lineEnds.size(), ' ');
    bytes.replace(begin, end - begin, std::string(emptyGroup) + lineEnds + blanks);
    return true;
}

} // namespace

WhileWritten whileWritten(const Connection &connection)
{
    WhileWritten out{connection, {}};
    std::string bytes;
    for (const condition::OutlineRow &row : condition::outline(connection.conditions())) {
        if (!row.isUnfinished())
            continue;
        if (bytes.empty())
            bytes = connection.bytes();
        const json::Value rule = connection.document().at(row.pointer);
        if (blankOut(bytes, rule.begin(), rule.end()))
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
