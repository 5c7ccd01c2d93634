// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "testrun/testrun.h"

namespace designer::ctl {

/// One test run for people: the six steps, the verdict first, and each complaint at its line.
void printTestRun(Console &console, const testrun::TestRun &run, const QString &connectionFile,
                  const QString &eventFile, const secrets::Masker &masker);

} // namespace designer::ctl
