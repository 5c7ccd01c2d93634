// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace designer::ui {

/// Lets the calling thread, and those that it starts from now on, give way to the window's: where there
/// are fewer processors than work, a key does not wait for what it has set going. For work that somebody
/// waits for; it still gets a good share. Asked again in a thread, it does nothing.
void giveWayToWindow();

} // namespace designer::ui
