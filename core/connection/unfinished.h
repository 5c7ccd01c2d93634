// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"

#include <string>
#include <vector>

namespace designer::connection {

/// A connection while somebody still writes its conditions.
struct WhileWritten
{
    /// It with an empty group, which does not count, in the place of each rule that has no field yet.
    /// All places in it are those of before.
    Connection connection;
    std::vector<std::string> unfinished; ///< where those rules stand: RFC 6901
};

[[nodiscard]] WhileWritten whileWritten(const Connection &connection);

} // namespace designer::connection
