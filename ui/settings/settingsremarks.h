// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "finding/finding.h"
#include "ui/common/tone.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace designer::ui {

/// Whether another destination has this endpoint id.
using IdCheck = std::function<bool(const std::string &id)>;

/// What is wrong with a field, and what would mend it.
struct FieldRemark
{
    Tone tone = Tone::Error;
    QString sentence; ///< plain text
    QString wayOut; ///< the words of the link; empty: there is none
    std::string value; ///< what the link makes of the field
};

/// The worst that is to be said of the field at \a pointer. Of what the findings say nothing of (a
/// label, an id), the connection itself tells.
[[nodiscard]] std::optional<FieldRemark> remarkOn(std::string_view pointer, const Findings &findings,
                                                  const connection::Connection &connection,
                                                  const IdCheck &isIdTaken);

/// Whether \a finding is said beside the field at \a pointer: also where the field is missing in the
/// file, and so has no place there.
[[nodiscard]] bool isAbout(const Finding &finding, std::string_view pointer);

/// The id that goes with \a label: its slug, with a number where another destination has that.
[[nodiscard]] std::string suggestedId(std::string_view label, const IdCheck &isIdTaken);
/// Whether nobody has given the id by hand: it is what the label suggests, or both are still empty.
[[nodiscard]] bool idFollowsLabel(const connection::Connection &connection, const IdCheck &isIdTaken);

} // namespace designer::ui
