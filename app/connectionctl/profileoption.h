// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/profile.h"
#include "verb.h"

namespace designer::ctl {

/// `--profile proven|table|strict`: how much of what Insider writes down is taken to be enforced.
[[nodiscard]] QCommandLineOption profileOption();
[[nodiscard]] Result<insider::Profile> profileOf(const Arguments &arguments);

} // namespace designer::ctl
