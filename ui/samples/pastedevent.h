// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/conversion.h"
#include "ui/samples/sampledrafts.h"

#include <optional>
#include <string>

namespace designer::ui {

/// A pasted event that nobody has said to keep yet.
struct PastedEvent
{
    int number = 0; ///< from 1; its own as long as it waits
    QString name;
    std::string original; ///< as it came
    std::string text; ///< as it would be kept
    event::Shape shape = event::Shape::Unknown; ///< in which it came
    std::optional<Error> error; ///< why it is no event yet

    /// Whether the original is another text, to be kept beside it.
    [[nodiscard]] bool isConverted() const;
    /// \a typed is looked at. True: now it is an event, of another shape, so that its text is another one
    /// than that.
    bool retype(const std::string &typed);
};

/// As it comes in.
[[nodiscard]] PastedEvent pastedEvent(const QString &name, const std::string &text);
/// As it was left.
[[nodiscard]] PastedEvent pastedEvent(const SampleDraft &draft);

} // namespace designer::ui
