// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samplespage.h"

#include <utility>

namespace designer::ui {

void SamplesPage::askForDrafts()
{
    m_drafts = std::make_shared<SampleDrafts>(m_session->folder());
    m_disk.run([drafts = m_drafts] { return drafts->take(); }, this,
               [this, asked = std::weak_ptr(m_drafts)](const std::vector<SampleDraft> &left) {
                   if (m_drafts && asked.lock() == m_drafts)
                       takeDrafts(left);
               });
}

/// Their place is free for others when all is written.
void SamplesPage::leaveDrafts()
{
    if (!m_drafts)
        return;
    if (m_areDraftsRead)
        writeDrafts();
    else if (const auto mine = drafts(); !mine.empty())
        m_disk.run([drafts = m_drafts, mine] { static_cast<void>(drafts->add(mine)); });
    m_disk.run([drafts = std::exchange(m_drafts, {})] { static_cast<void>(drafts); });
    m_areDraftsRead = false;
    m_writtenDrafts.clear();
}

void SamplesPage::takeDrafts(const std::vector<SampleDraft> &left)
{
    saveNow();
    m_areDraftsRead = true;
    m_writtenDrafts = left;
    const bool wasBroken = m_broken.contains(m_shown.name);
    for (const SampleDraft &draft : left)
        takeDraft(draft);
    refreshList();
    const bool nothingShown = m_shown.pending == 0 && m_shown.name.isEmpty();
    if (nothingShown && !m_pending.empty())
        choose(m_pending.front().number, {});
    else if (m_shown.pending == 0 && !wasBroken && m_broken.contains(m_shown.name))
        showEntry();
}

/// Where a sample is another one than that into which it was typed, both are shown.
void SamplesPage::takeDraft(const SampleDraft &draft)
{
    const Sample *const sample = draft.isPasted ? nullptr : m_session->sample(draft.name);
    if (sample && sample->text == draft.original && !m_broken.contains(draft.name))
        m_broken.emplace(draft.name, draft.text);
    else
        m_pending.push_back(waitingAgain(draft));
}

void SamplesPage::writeDrafts()
{
    if (!m_drafts || !m_areDraftsRead)
        return;
    std::vector<SampleDraft> now = drafts();
    if (now == m_writtenDrafts)
        return;
    m_writtenDrafts = now;
    m_disk.run([drafts = m_drafts, now = std::move(now)] { return drafts->write(now); }, this,
               [this](const Status &written) {
                   if (!written)
                       say(Tone::Error, written.error().sentence().toHtmlEscaped());
               });
}

std::vector<SampleDraft> SamplesPage::drafts() const
{
    std::vector<SampleDraft> out;
    for (const Pending &waits : m_pending)
        out.push_back({waits.name, true, waits.original, waits.text});
    for (const auto &[name, text] : m_broken) {
        const Sample *const sample = m_session ? m_session->sample(name) : nullptr;
        out.push_back({name, false, sample ? sample->text : std::string(), text});
    }
    return out;
}

SamplesPage::Pending SamplesPage::waiting(const std::string &text, const QString &name)
{
    Pending out{++m_lastNumber, name, text, text, event::Shape::Unknown, {}};
    if (const auto conversion = event::convert(text)) {
        out.text = conversion->text;
        out.shape = conversion->from;
    } else {
        out.error = conversion.error();
    }
    return out;
}

SamplesPage::Pending SamplesPage::waitingAgain(const SampleDraft &draft)
{
    Pending out = waiting(draft.isPasted ? draft.original : draft.text, draft.name);
    if (!draft.isPasted || out.text == draft.text)
        return out;
    if (out.error || out.shape == event::Shape::Canonical) { // it was mended in place
        const Pending mended = waiting(draft.text, draft.name);
        out.shape = mended.shape;
        out.error = mended.error;
    } else if (const auto event = event::Event::parse(draft.text); !event) {
        out.error = event.error();
    }
    out.text = draft.text;
    return out;
}

} // namespace designer::ui
