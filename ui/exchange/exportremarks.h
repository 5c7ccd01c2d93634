// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"
#include "ui/exchange/exporttext.h"

namespace designer::ui {

/// What is said of the secrets of a connection that goes out: rich text, empty where there are none.
struct SecretsRemark
{
    Tone tone = Tone::Neutral;
    QString text;
};
/// \a plain: headers whose value stands in plain text. \a hasValues: the values of secrets are in the text.
[[nodiscard]] SecretsRemark secretsRemark(const std::vector<SecretUse> &uses, const QStringList &plain,
                                          connection::ExportFormat format, bool hasValues);

/// What the text cannot hold, as rich text: in short, or \a unfolded, with the link to the other.
[[nodiscard]] QString notesRemark(const ExportText &text, bool unfolded);

} // namespace designer::ui
