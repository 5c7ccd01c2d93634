// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QString>

#include <functional>

namespace designer::ui {

/// Something that can be found, and the way there.
struct FinderEntry
{
    /// In the order in which equals are listed.
    enum class Kind { Page, Destination, Placeholder, Header, Condition, Sample, Command };

    Kind kind = Kind::Command;
    QString title;
    QString detail; ///< what else is known of it; sought in too, and found less readily
    QString keys; ///< the shortcut, as people read it
    std::function<void()> go;
};

[[nodiscard]] QString words(FinderEntry::Kind kind);
[[nodiscard]] Icon iconOf(FinderEntry::Kind kind);

} // namespace designer::ui
