// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "ui/common/tone.h"

#include <QString>

#include <optional>
#include <string>

namespace designer::ui {

/// What people want to know of a template before they take it, in words.
struct TemplateFacts
{
    QString sendsTo;
    QString firesWhen;
    QString fillIn; ///< what is not theirs yet, and on which page it stands
};
[[nodiscard]] TemplateFacts factsOf(const connection::Connection &connection);

/// A sample event that ships, in the form in which a workspace keeps it.
struct FittingSample
{
    QString title;
    std::string text;
    std::string original; ///< what that was converted from; empty: it was not
};
/// One that fires \a connection, and bears the name that its body speaks of, where there is one.
[[nodiscard]] std::optional<FittingSample> shippedSampleFor(const connection::Connection &connection);

/// What Insider's rules say of a template with a sample event that ships and fits it.
struct TemplateCheck
{
    Tone tone = Tone::Neutral;
    QString words; ///< plain text
};
/// The sample counts as of the present, however old it is. Takes its time: not for the window's thread.
[[nodiscard]] TemplateCheck checked(const connection::Connection &connection);

} // namespace designer::ui
