// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace designer::event {

/// Where the sentences of this room are translated; internal to it.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Event)
};

} // namespace designer::event
