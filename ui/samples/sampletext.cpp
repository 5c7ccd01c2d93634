// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sampletext.h"

#include "ui/samples/typingcommand.h"

#include <utility>

namespace designer::ui {

SampleText::SampleText(std::string text) : m_text(std::move(text)) { }
SampleText::~SampleText() = default;

void SampleText::record(const json::TextEdit &edit, const std::string &removed)
{
    m_stack.push(new TypingCommand(*this, edit, removed));
}

void SampleText::apply(const json::TextEdit &edit)
{
    m_text.replace(edit.begin, edit.end - edit.begin, edit.text);
}

} // namespace designer::ui
