// SPDX-License-Identifier: GPL-3.0-or-later
// What a CodeEditor tells assistive technology, when there is any.
#include "ui/editor/codeeditor.h"

#include "ui/editor/accessibleeditor.h"
#include "json/text.h"

namespace designer::ui {

void CodeEditor::setUpAccessibility()
{
    AccessibleEditor::install();
    // QScintilla's own was made while this was not yet a CodeEditor.
    if (QAccessibleInterface *const old = QAccessible::queryAccessibleInterface(this))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(old));
}

void CodeEditor::tellAccessibility(const json::TextEdit &edit, std::string_view removed)
{
    if (!QAccessible::isActive())
        return;
    auto *const accessible = dynamic_cast<AccessibleEditor *>(QAccessible::queryAccessibleInterface(this));
    if (accessible == nullptr)
        return;
    QAccessibleTextUpdateEvent event(this, accessible->offsetOf(edit.begin), json::toQString(removed),
                                     json::toQString(edit.text));
    QAccessible::updateAccessibility(&event);
}

void CodeEditor::tellAccessibilityOfCaret()
{
    if (!QAccessible::isActive())
        return;
    auto *const accessible = dynamic_cast<AccessibleEditor *>(QAccessible::queryAccessibleInterface(this));
    if (accessible == nullptr)
        return;
    QAccessibleTextCursorEvent event(this, accessible->cursorPosition());
    QAccessible::updateAccessibility(&event);
}

} // namespace designer::ui
