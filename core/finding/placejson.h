// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "json/writer.h"

namespace designer {

/// `{"pointer":…,"line":…,"column":…}` as `--json` promises it wherever a place of a template is told;
/// null where there is none.
void write(json::Writer &writer, const TemplatePlace *place);

} // namespace designer
