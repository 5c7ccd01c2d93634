// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/conditions.h"
#include "connection/connection.h"
#include "template/template.h"

#include <optional>

namespace designer::connection {

/// What is wrong with the file's own settings: keys of the wrong kind, unknown words, no
/// request_format (SETTING_INVALID), conditions (CONDITION_INVALID), a template that is malformed
/// (TEMPLATE_MALFORMED) or has stray marks or secrets, which the body takes none of
/// (PLACEHOLDER_INVALID), names that stand twice (DUPLICATE_KEY), a byte order mark (BOM). Says nothing of
/// endpoints, headers and payloads.
///
/// A finding of severity error means that the connection cannot be used.
[[nodiscard]] Findings soundness(const Connection &connection);

/// The part of it that is about the settings alone: SETTING_INVALID.
[[nodiscard]] Findings settingsSoundness(const Connection &connection);

/// What is wrong with JSON that is no object, where Connection::load() gave \a error (NotAConnection):
/// for those who judge every file that is JSON.
[[nodiscard]] Finding noObjectFinding(const Error &error);

/// What PLACEHOLDER_INVALID says of \a mark, a `##` with what follows it, wherever it stands.
[[nodiscard]] QString strayMarkMessage(std::string_view mark);
/// What a placeholder is, in a sentence.
[[nodiscard]] QString placeholderRule();

/// soundness(), with what had to be compiled to know it.
struct Examination
{
    Findings findings;
    std::optional<tmpl::Template> requestFormat; ///< nothing: there is none that is well formed
    condition::Conditions conditions; ///< unsound ones answer every event with an error
};
[[nodiscard]] Examination examine(const Connection &connection);

} // namespace designer::connection
