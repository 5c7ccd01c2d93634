// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"
#include "template/program.h"

namespace designer::tmpl {

/// Compiles \a text. Errors: ErrorCode::MalformedTemplate with the place in the text.
[[nodiscard]] Result<Program> compile(std::string text, const Options &options);

} // namespace designer::tmpl
