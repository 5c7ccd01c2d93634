// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"
#include "json/writer.h"

namespace designer {

/// An error as `--json` promises it: the value of the member `error`.
void write(json::Writer &writer, const Error &error);

} // namespace designer
