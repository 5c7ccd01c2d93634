// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/edithistory.h"

namespace designer::ui {

namespace {

/// One letter, that continues a word.
bool isLetter(const std::string &text)
{
    return !text.empty() && text.size() <= 4 && text.find_first_of(" \t\r\n") == std::string::npos;
}

} // namespace

void EditHistory::record(const json::TextEdit &edit, const std::string &removed)
{
    m_steps.resize(m_done);
    if (!m_steps.empty()) {
        Step &last = m_steps.back();
        const bool typesOn = removed.empty() && isLetter(edit.text) && !last.inserted.empty()
            && edit.begin == last.begin + last.inserted.size();
        if (typesOn) {
            last.inserted += edit.text;
            return;
        }
    }
    m_steps.push_back({edit.begin, removed, edit.text});
    m_done = m_steps.size();
}

std::optional<json::TextEdit> EditHistory::undo()
{
    if (m_done == 0)
        return {};
    const Step &step = m_steps[--m_done];
    return json::TextEdit{step.begin, step.begin + step.inserted.size(), step.removed};
}

std::optional<json::TextEdit> EditHistory::redo()
{
    if (m_done == m_steps.size())
        return {};
    const Step &step = m_steps[m_done++];
    return json::TextEdit{step.begin, step.begin + step.removed.size(), step.inserted};
}

} // namespace designer::ui
