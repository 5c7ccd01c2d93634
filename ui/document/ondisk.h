// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/folder.h"

#include <memory>
#include <optional>

namespace designer::ui {

/// What a file came to when we wrote or read it last; nothing: it was never saved. The disk's queue
/// alone writes and reads it: what was asked for before may still be under way.
using OnDisk = std::shared_ptr<std::optional<workspace::Fingerprint>>;

} // namespace designer::ui
