// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "ui/samples/samplespage.h"
#include "ui_samplespage.h"

#include <algorithm>
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
    m_writtenDrafts = std::vector<SampleDraft>();
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
    const Sample *const sample = m_session->sample(draft.name);
    if (sample && sample->text == draft.text) // it was saved all the same
        return;
    if (!sample || draft.isPasted || sample->text != draft.original || m_broken.contains(draft.name)) {
        m_pending.push_back(waitingAgain(draft));
        return;
    }
    History &history = m_histories[{0, draft.name}];
    history = {{}, draft.text};
    history.steps.record({0, draft.original.size(), draft.text}, draft.original);
    if (event::Event::parse(draft.text))
        m_session->changeSample(draft.name, draft.text);
    else
        m_broken.emplace(draft.name, draft.text);
}

void SamplesPage::writeDrafts()
{
    if (!m_drafts || !m_areDraftsRead)
        return;
    std::vector<SampleDraft> now = drafts();
    if (m_writtenDrafts == now)
        return;
    m_writtenDrafts = now;
    ++m_draftWrites;
    m_disk.run([drafts = m_drafts, now = std::move(now)] { return drafts->write(now); }, this,
               [this](const Status &written) { draftsWritten(written); });
}

void SamplesPage::draftsWritten(const Status &written)
{
    --m_draftWrites;
    if (written)
        return;
    m_writtenDrafts.reset(); // it is tried again
    say(Tone::Error, written.error().sentence().toHtmlEscaped());
}

bool SamplesPage::areDraftsKept() const
{
    return m_areDraftsRead && m_draftWrites == 0 && m_writtenDrafts.has_value();
}

QStringList SamplesPage::unkept() const
{
    QStringList out = m_session ? m_session->unsavedSamples() : QStringList();
    if (!areDraftsKept()) {
        for (const SampleDraft &draft : drafts())
            out << draft.name;
    }
    if (m_dirty && (m_shown.pending != 0 || shownSample()))
        out << m_ui->nameEdit->text();
    out.removeDuplicates();
    return out;
}

void SamplesPage::keep(const std::function<void()> &done)
{
    saveNow();
    writeDrafts();
    if (m_session)
        m_session->saveSamples(this, [this, done] { awaitDisk(done); });
    else
        awaitDisk(done);
}

/// What is answered may be the reason for another piece of work.
void SamplesPage::awaitDisk(const std::function<void()> &done)
{
    m_disk.run([] { return true; }, this,
               [this, done](bool) { m_draftWrites > 0 ? awaitDisk(done) : done(); });
}

std::vector<SampleDraft> SamplesPage::drafts() const
{
    std::vector<SampleDraft> out;
    for (const Pending &waits : m_pending)
        out.push_back({waits.name, true, waits.original,
                       isBeingTyped(waits.number, {}) ? m_ui->eventEditor->bytes() : waits.text});
    for (const auto &[name, text] : unsavedTexts())
        out.push_back(draftOf(name, text));
    return out;
}

/// What samples are to say and do not, or may not, on the disk. What is put aside stays so until it is
/// known to be saved.
std::map<QString, std::string> SamplesPage::unsavedTexts() const
{
    std::map<QString, std::string> out = m_broken;
    if (!m_session)
        return out;
    for (const Sample &sample : m_session->samples()) {
        if (sample.notSaved || (!sample.isSaved() && isPutAside(sample.name)))
            out.emplace(sample.name, sample.text);
    }
    if (shownSample() && isBeingTyped(0, m_shown.name))
        out[m_shown.name] = m_ui->eventEditor->bytes();
    return out;
}

/// One that was never saved comes back as it was pasted.
SampleDraft SamplesPage::draftOf(const QString &name, const std::string &text) const
{
    const Sample *const sample = m_session ? m_session->sample(name) : nullptr;
    if (!sample)
        return {name, false, {}, text};
    const bool fails = sample->notSaved.has_value();
    const bool isBase = !fails && sample->text != text; // it is saved, or is going to be
    if (sample->saved || isBase)
        return {name, false, isBase ? sample->text : *sample->saved, text};
    const auto original = m_originals.find(name);
    const bool isConverted = sample->hasOriginal && original != m_originals.end();
    return {name, true, isConverted ? original->second : sample->text, text};
}

bool SamplesPage::isPutAside(const QString &name) const
{
    return m_writtenDrafts
        && std::any_of(m_writtenDrafts->begin(), m_writtenDrafts->end(),
                       [&name](const SampleDraft &draft) { return draft.name == name; });
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
