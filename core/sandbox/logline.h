// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/answering.h"

#include <QByteArray>

#include <optional>
#include <string>

namespace designer::sandbox {

/// What the log tells of one request. Of headers, and of the query, it tells nothing: that is
/// where tokens are.
struct LogEntry
{
    insider::Moment time;
    std::string method;
    std::string path;
    std::size_t bytes = 0; ///< of the body
    std::string fault; ///< "" for none
    bool answered = true; ///< false: reset, or left hanging
};

/// One line of JSON, without a line end.
[[nodiscard]] QByteArray logLine(const LogEntry &entry, const Judgement &judgement);

} // namespace designer::sandbox
