// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/errorjson.h"

#include <string>

namespace designer::ctl {

/// `{"error":{…}}` and a line feed.
[[nodiscard]] std::string errorLine(const Error &error);

} // namespace designer::ctl
