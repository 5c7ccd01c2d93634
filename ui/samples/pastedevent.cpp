// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/pastedevent.h"

namespace designer::ui {

namespace {

std::optional<Error> whyNoEvent(const std::string &text)
{
    const auto event = event::Event::parse(text);
    return event ? std::nullopt : std::optional(event.error());
}

} // namespace

bool PastedEvent::isConverted() const
{
    return shape != event::Shape::Unknown && shape != event::Shape::Canonical;
}

bool PastedEvent::retype(const std::string &typed)
{
    if (isConverted()) {
        text = typed;
        error = whyNoEvent(typed);
        return false;
    }
    PastedEvent now = pastedEvent(name, typed); // what was mended may be an event of some shape
    now.number = number;
    if (!now.isConverted())
        now.original = original;
    *this = std::move(now);
    return isConverted();
}

PastedEvent pastedEvent(const QString &name, const std::string &text)
{
    PastedEvent out{0, name, text, text, event::Shape::Unknown, {}};
    if (const auto conversion = event::convert(text)) {
        out.text = conversion->text;
        out.shape = conversion->from;
    } else {
        out.error = conversion.error();
    }
    return out;
}

PastedEvent pastedEvent(const SampleDraft &draft)
{
    PastedEvent out = pastedEvent(draft.name, draft.isPasted ? draft.original : draft.text);
    if (draft.isPasted && out.text != draft.text)
        static_cast<void>(out.retype(draft.text));
    return out;
}

} // namespace designer::ui
