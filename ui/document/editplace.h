// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace designer::ui {

/// The pages of a connection, in the order in which they stand.
enum class Page { Settings, Headers, Body, Conditions, Notes };
inline constexpr int pageCount = 5;

/// Where an edit was made: undo and redo lead there.
struct EditPlace
{
    Page page = Page::Settings;
    QString field; ///< the page's own word for it: a key, or a JSON pointer; may be empty
    bool isHead = false; ///< the switch at the head, beside which any page may be shown

    [[nodiscard]] static EditPlace head() { return {Page::Settings, {}, true}; }
    bool operator==(const EditPlace &) const = default;
};

} // namespace designer::ui
