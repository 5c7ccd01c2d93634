// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/trace.h"
#include "finding/error.h"
#include "finding/finding.h"
#include "secrets/masker.h"

#include <string>

namespace designer::testrun {

/// The words of a run without secrets. What the author wrote (fields, placeholders, places in the
/// template) stays; masking twice does no harm.
[[nodiscard]] condition::TraceNode masked(condition::TraceNode node, const secrets::Masker &masker);
[[nodiscard]] Error masked(Error error, const secrets::Masker &masker);
[[nodiscard]] Findings masked(Findings findings, const secrets::Masker &masker);
/// Token by token: a pointer escapes slashes and tildes of its own.
[[nodiscard]] std::string maskedPointer(const std::string &pointer, const secrets::Masker &masker);
/// JSON text stays JSON: where a secret takes a token apart, a text stands for the whole.
[[nodiscard]] std::string maskedJson(const std::string &json, const secrets::Masker &masker,
                                     secrets::Masker::In in = secrets::Masker::In::Data);

} // namespace designer::testrun
