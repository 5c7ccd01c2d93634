// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/edit.h"

#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

/// The steps back and forth of one text in an editor. Letters typed one after another are one step.
class EditHistory
{
public:
    /// \a edit has been made, and \a removed stood in its range.
    void record(const json::TextEdit &edit, const std::string &removed);
    /// The edit that takes the last step back; nothing: there is none.
    [[nodiscard]] std::optional<json::TextEdit> undo();
    [[nodiscard]] std::optional<json::TextEdit> redo();

private:
    struct Step
    {
        std::size_t begin = 0;
        std::string removed;
        std::string inserted;
    };
    std::vector<Step> m_steps;
    std::size_t m_done = 0; ///< so many of them are made
};

} // namespace designer::ui
