// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "ui/common/tone.h"

#include <QString>

namespace designer::ui {

/// What people want to know of a template before they take it, in words.
struct TemplateFacts
{
    QString sendsTo;
    QString firesWhen;
    QString fillIn; ///< what is not theirs yet, and on which page it stands
};
[[nodiscard]] TemplateFacts factsOf(const connection::Connection &connection);

/// What Insider's rules say of a template with a sample event that ships and fits it.
struct TemplateCheck
{
    Tone tone = Tone::Neutral;
    QString words; ///< plain text
};
/// The sample counts as of the present, however old it is. Takes its time: not for the window's thread.
[[nodiscard]] TemplateCheck checked(const connection::Connection &connection);

} // namespace designer::ui
