// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testrun/testrun.h"

#include <QString>

namespace designer::ui {

enum class Happens {
    Really, ///< it is sent live, or was
    InTheSandbox, ///< it was sent there: nothing came of it
};

/// What the payload of \a run does at Insider, in one sentence: "This adds “purchase” to the profile
/// of ayse@example.com at ornekmoda." Empty where it cannot be said.
[[nodiscard]] QString effectWords(const testrun::TestRun &run, Happens happens);

} // namespace designer::ui
