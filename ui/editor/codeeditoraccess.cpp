// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"

#include "ui/editor/scintilla.h"
#include "json/text.h"

#include <QAccessible>

namespace designer::ui {

void CodeEditor::tellAccessibility(const json::TextEdit &, std::string_view) { }

void CodeEditor::tellAccessibilityOfCaret() { }

} // namespace designer::ui
