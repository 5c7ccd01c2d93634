// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/blanks.h"
#include "ui/common/tone.h"
#include "ui/exchange/exporttext.h"

namespace designer::ui {

/// What is said of a connection that goes out: rich text, empty where there is nothing to say.
struct ExportRemark
{
    Tone tone = Tone::Neutral;
    QString text;
    bool operator==(const ExportRemark &) const = default;
};

/// How a connection stands that goes out.
struct ExportStanding
{
    int errors = 0; ///< things that stand in the way of sending
    bool tested = false; ///< with a green test, as it stands
    std::vector<connection::Blank> blanks; ///< what is left to fill in
    bool operator==(const ExportStanding &) const = default;
};
[[nodiscard]] ExportRemark standingRemark(const ExportStanding &standing);

/// What people do with the text in that form next: before they have it, where they have copied it as one
/// text, and where it is saved as \a name (of parts, in the folder \a name).
[[nodiscard]] QString beforeWords(connection::ExportFormat format);
[[nodiscard]] QString copiedWords(connection::ExportFormat format);
[[nodiscard]] QString savedWords(connection::ExportFormat format, const QString &name);

/// What of secrets is in the text: their names; their names still, and the values are asked for; the values.
enum class SecretsIn { Names, Asked, Values };
/// What is said of its secrets.
/// \a plain: headers whose value stands in plain text.
[[nodiscard]] ExportRemark secretsRemark(const std::vector<SecretUse> &uses, const QStringList &plain,
                                         connection::ExportFormat format, SecretsIn in);

/// What the text cannot hold, as rich text: in short, or \a unfolded, with the link to the other.
[[nodiscard]] QString notesRemark(const ExportText &text, bool unfolded);

} // namespace designer::ui
