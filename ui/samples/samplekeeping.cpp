// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samplekeeping.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

/// What is typed without a pause is in a draft at the latest so long after the key.
constexpr int typingMilliseconds = 1000;

} // namespace

SampleKeeping::SampleKeeping(SampleEditing &editing, DiskQueue &disk, QObject *parent)
    : QObject(parent), m_editing(editing), m_entries(editing.entries()), m_disk(disk)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMilliseconds);
    connect(&m_typing, &QTimer::timeout, this, &SampleKeeping::write);
    connect(&m_entries, &SampleEntries::changed, this, &SampleKeeping::write);
    connect(&m_editing, &SampleEditing::lookedAt, this, [this] {
        m_typing.stop();
        write();
    });
    connect(&m_editing, &SampleEditing::typed, this, [this] {
        holdBack(); // at once: the disk may be looked at before the pause is over
        if (!m_typing.isActive()) // else the first key of those that are not put aside counts
            m_typing.start();
    });
}

SampleKeeping::~SampleKeeping() = default;

void SampleKeeping::begin()
{
    m_drafts = std::make_shared<SampleDrafts>(m_entries.session()->folder());
    m_disk.run([drafts = m_drafts] { return drafts->take(); }, this,
               [this, asked = std::weak_ptr(m_drafts)](const std::vector<SampleDraft> &left) {
                   if (m_drafts && asked.lock() == m_drafts)
                       takeLeft(left);
               });
}

void SampleKeeping::leave()
{
    if (!m_drafts)
        return;
    if (m_isLeftTaken)
        write();
    else if (const auto mine = drafts(); !mine.empty())
        m_disk.run([drafts = m_drafts, mine] { static_cast<void>(drafts->add(mine)); });
    m_disk.run([drafts = std::exchange(m_drafts, {})] { static_cast<void>(drafts); });
    m_isLeftTaken = false;
    m_written = std::vector<SampleDraft>();
}

void SampleKeeping::takeLeft(const std::vector<SampleDraft> &left)
{
    m_editing.lookAtTyped();
    bool isShownAnother = false;
    for (const SampleDraft &draft : left)
        isShownAnother |= m_entries.takeDraft(draft) == m_editing.shown() && !m_editing.shown().isNone();
    m_isLeftTaken = true; // before, each one taken would replace those that are not taken yet
    m_written = left;
    write();
    if (isShownAnother)
        m_editing.show(SampleId(m_editing.shown()));
    else if (m_editing.shown().isNone() && !m_entries.pasted().empty())
        m_editing.show(SampleId::ofPasted(m_entries.pasted().front().number));
}

void SampleKeeping::write()
{
    holdBack();
    if (!m_drafts || !m_isLeftTaken)
        return;
    std::vector<SampleDraft> now = drafts();
    if (m_written == now)
        return;
    m_written = now;
    ++m_writes;
    m_disk.run([drafts = m_drafts, now = std::move(now)] { return drafts->write(now); }, this,
               [this](const Status &status) { written(status); });
}

/// What is typed stays, whatever somebody else writes into its file meanwhile.
void SampleKeeping::holdBack()
{
    Session *const session = m_entries.session();
    if (!session)
        return;
    QSet<QString> held;
    for (const auto &[name, text] : unsavedTexts())
        held.insert(name);
    session->samples().hold(held);
}

void SampleKeeping::written(const Status &status)
{
    --m_writes;
    if (status)
        return;
    m_written.reset(); // it is tried again
    Q_EMIT failed(status.error());
}

QStringList SampleKeeping::unkept() const
{
    QStringList out = m_entries.session() ? m_entries.session()->samples().unsaved() : QStringList();
    const bool areDraftsKept = m_isLeftTaken && m_writes == 0 && m_written.has_value();
    if (!areDraftsKept) {
        for (const SampleDraft &draft : drafts())
            out << draft.name;
    }
    const SampleId &shown = m_editing.shown();
    if (m_editing.isTyped(shown) && m_entries.holds(shown))
        out << m_entries.nameOf(shown);
    out.removeDuplicates();
    return out;
}

void SampleKeeping::keep(const std::function<void()> &done)
{
    m_editing.lookAtTyped();
    write();
    if (Session *const session = m_entries.session())
        session->samples().save(this, [this, done] { awaitDisk(done); });
    else
        awaitDisk(done);
}

/// What is answered may be the reason for another piece of work.
void SampleKeeping::awaitDisk(const std::function<void()> &done)
{
    m_disk.run([] { return true; }, this, [this, done](bool) { m_writes > 0 ? awaitDisk(done) : done(); });
}

std::vector<SampleDraft> SampleKeeping::drafts() const
{
    std::vector<SampleDraft> out;
    for (const PastedEvent &waits : m_entries.pasted()) {
        const bool isTyped = m_editing.isTyped(SampleId::ofPasted(waits.number));
        out.push_back({waits.name, true, waits.original, isTyped ? m_editing.text() : waits.text});
    }
    for (const auto &[name, text] : unsavedTexts())
        out.push_back(draftOf(name, text));
    return out;
}

/// What samples are to say and do not, or may not, on the disk. What is put aside stays so until it is
/// known to be saved.
std::map<QString, std::string> SampleKeeping::unsavedTexts() const
{
    std::map<QString, std::string> out = m_entries.broken();
    for (const Sample &sample : m_entries.samples()) {
        if (sample.notSaved || (!sample.isSaved() && isPutAside(sample.name)))
            out.emplace(sample.name, sample.text);
    }
    if (m_editing.sample() && m_editing.isTyped(m_editing.shown()))
        out[m_editing.shown().name] = m_editing.text();
    return out;
}

/// One that was never saved comes back as it was pasted.
SampleDraft SampleKeeping::draftOf(const QString &name, const std::string &text) const
{
    const SampleId id = SampleId::ofSample(name);
    const Sample *const sample = m_entries.sample(id);
    if (!sample)
        return {name, false, {}, text};
    const bool fails = sample->notSaved.has_value();
    const bool isBase = !fails && sample->text != text; // it is saved, or is going to be
    if (sample->saved || isBase)
        return {name, false, isBase ? sample->text : *sample->saved, text};
    const std::string *const original = m_entries.originalOf(id);
    return {name, true, original ? *original : sample->text, text};
}

bool SampleKeeping::isPutAside(const QString &name) const
{
    return m_written && std::any_of(m_written->begin(), m_written->end(), [&name](const SampleDraft &draft) {
               return draft.name == name;
           });
}

} // namespace designer::ui
