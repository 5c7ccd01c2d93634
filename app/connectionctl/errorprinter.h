// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"
#include "json/writer.h"

#include <string>

namespace designer::ctl {

/// An error as `--json` promises it: the value of the member `error`.
void write(json::Writer &writer, const Error &error);
/// `{"error":{…}}` and a line feed.
[[nodiscard]] std::string errorLine(const Error &error);

} // namespace designer::ctl
