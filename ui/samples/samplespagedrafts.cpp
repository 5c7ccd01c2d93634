// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "ui/samples/samplespage.h"
#include "ui_samplespage.h"

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
    for (const SampleDraft &draft : left)
        takeDraft(draft);
    m_areDraftsRead = true; // before, each one taken would replace those that are not taken yet
    m_writtenDrafts = left;
    refreshList();
    const bool nothingShown = m_shown.pending == 0 && m_shown.name.isEmpty();
    if (nothingShown && !m_pending.empty())
        choose(m_pending.front().number, {});
    else if (const Sample *const sample = shownSample();
             sample && textOf(*sample) != m_ui->eventEditor->bytes())
        showEntry();
}

/// Where a sample is another one than that into which it was typed, both are shown.
void SamplesPage::takeDraft(const SampleDraft &draft)
{
    const Sample *const sample = draft.isPasted ? nullptr : m_session->sample(draft.name);
    if (!sample || sample->text != draft.original || m_broken.contains(draft.name))
        m_pending.push_back(waitingAgain(draft));
    else if (event::Event::parse(draft.text))
        m_session->changeSample(draft.name, draft.text); // the window went before it could be saved
    else
        m_broken.emplace(draft.name, draft.text);
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
        out.push_back({waits.name, true, waits.original,
                       isBeingTyped(waits.number, {}) ? m_ui->eventEditor->bytes() : waits.text});
    std::map<QString, std::string> samples = m_broken;
    if (isBeingTyped(0, m_shown.name) && m_session && m_session->sample(m_shown.name))
        samples[m_shown.name] = m_ui->eventEditor->bytes();
    for (const auto &[name, text] : samples) {
        const Sample *const sample = m_session ? m_session->sample(name) : nullptr;
        out.push_back({name, false, sample ? sample->text : std::string(), text});
    }
    return out;
}

/// Whether the editor holds more of it than was looked at.
bool SamplesPage::isBeingTyped(int pending, const QString &name) const
{
    return m_dirty && m_shown.pending == pending && (pending != 0 || m_shown.name == name);
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
