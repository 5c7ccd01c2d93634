// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace designer::ui {

class CodeEditor;

/// Gives \a editor the theme's colours and code font, now and whenever they change.
void followTheme(CodeEditor &editor);

} // namespace designer::ui
