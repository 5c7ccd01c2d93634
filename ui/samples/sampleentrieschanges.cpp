// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/samples.h"
#include "ui/samples/sampleentries.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

/// Tells of a change when all of it is made, and once.
class SampleEntries::Change
{
public:
    explicit Change(SampleEntries &entries) : m_entries(entries) { entries.m_isChanging = true; }
    ~Change()
    {
        m_entries.m_isChanging = false;
        Q_EMIT m_entries.changed();
    }
    Q_DISABLE_COPY_MOVE(Change)

private:
    SampleEntries &m_entries;
};

std::vector<PastedEvent>::iterator SampleEntries::find(const SampleId &id)
{
    return std::find_if(m_pasted.begin(), m_pasted.end(),
                        [&id](const PastedEvent &one) { return one.number == id.pasted; });
}

SampleId SampleEntries::add(const QString &name, const std::string &text)
{
    return SampleId::ofSample(m_session->samples().add(name, text, {}));
}

SampleId SampleEntries::addPasted(PastedEvent event)
{
    const Change change(*this);
    event.number = ++m_lastNumber;
    m_pasted.push_back(std::move(event));
    return SampleId::ofPasted(m_lastNumber);
}

void SampleEntries::addShipped()
{
    const Change change(*this);
    for (const event::ShippedSample &sample : event::shippedSamples(std::chrono::system_clock::now())) {
        const auto converted = event::convert(sample.text, sample.fileName);
        if (!converted)
            continue;
        const bool isForeign = converted->from != event::Shape::Canonical;
        const QString name = m_session->samples().add(sample.title, converted->text,
                                                      isForeign ? sample.text : std::string());
        if (isForeign)
            m_work[SampleId::ofSample(name)].original = sample.text;
    }
}

SampleId SampleEntries::duplicate(const SampleId &id)
{
    const Change change(*this);
    SampleId copy = SampleId::ofSample(m_session->samples().duplicate(id.name, tr("%1, copy").arg(id.name)));
    m_work[copy].original = work(id).original;
    return copy;
}

SampleId SampleEntries::keep(const SampleId &id, Form form)
{
    const Change change(*this);
    const auto at = find(id);
    PastedEvent kept = std::move(*at);
    m_pasted.erase(at);
    if (form == Form::AsPasted)
        kept.text = std::exchange(kept.original, {});
    else if (!kept.isConverted())
        kept.original.clear();
    SampleId now = SampleId::ofSample(m_session->samples().add(kept.name, kept.text, kept.original));
    if (!kept.original.empty())
        m_work[id].original = kept.original; // it is put aside with that, until it is saved
    moveWork(id, now);
    Q_EMIT renamed(id, now);
    return now;
}

bool SampleEntries::retype(const SampleId &id, const std::string &typed)
{
    const Change change(*this);
    if (const auto waits = find(id); waits != m_pasted.end())
        return waits->retype(typed);
    if (event::Event::parse(typed)) {
        m_work[id].broken.reset();
        m_session->samples().change(id.name, typed);
    } else {
        m_work[id].broken = typed;
    }
    return false;
}

SampleId SampleEntries::rename(const SampleId &id, const QString &wish)
{
    const Change change(*this);
    SampleId now = id;
    if (const auto waits = find(id); waits != m_pasted.end())
        waits->name = wish;
    else
        now = SampleId::ofSample(m_session->samples().rename(id.name, wish));
    moveWork(id, now);
    Q_EMIT renamed(id, now);
    return now;
}

/// An original that is on its way comes under a name that is no more.
void SampleEntries::moveWork(const SampleId &from, const SampleId &to)
{
    if (from == to)
        return;
    m_work[to] = std::move(m_work[from]);
    m_work.erase(from);
    askForOriginal(to);
}

/// What is typed in goes on under the name \a copy.
void SampleEntries::followKept(const QString &name, const QString &copy)
{
    {
        const Change change(*this);
        const SampleId to = SampleId::ofSample(copy);
        moveWork(SampleId::ofSample(name), to);
        Q_EMIT renamed(SampleId::ofSample(name), to);
    }
    Q_EMIT keptBeside(name, copy);
}

/// The disk refused the name that people wished for.
void SampleEntries::followName(const QString &wished, const QString &name)
{
    const Change change(*this);
    moveWork(SampleId::ofSample(wished), SampleId::ofSample(name));
    Q_EMIT renamed(SampleId::ofSample(wished), SampleId::ofSample(name));
}

/// What it was converted from may be another one, too.
void SampleEntries::followText(const QString &name)
{
    const SampleId id = SampleId::ofSample(name);
    if (const auto known = m_work.find(id); known != m_work.end())
        known->second.original.reset();
    Q_EMIT followed(id);
}

TakenEntry SampleEntries::take(const SampleId &id)
{
    const Change change(*this);
    TakenEntry out;
    out.work = std::move(m_work[id]);
    m_work.erase(id);
    if (const auto waits = find(id); waits != m_pasted.end()) {
        out.pasted = std::move(*waits);
        m_pasted.erase(waits);
    } else {
        out.sample = m_session->samples().remove(id.name);
    }
    return out;
}

SampleId SampleEntries::bringBack(TakenEntry taken)
{
    const Change change(*this);
    SampleId id;
    if (taken.pasted) {
        id = SampleId::ofPasted(taken.pasted->number);
        m_pasted.push_back(std::move(*taken.pasted));
    } else {
        id = SampleId::ofSample(m_session->samples().bringBack(taken.sample));
    }
    m_work[id] = std::move(taken.work);
    return id;
}

SampleId SampleEntries::takeDraft(const SampleDraft &draft)
{
    SampleId id = SampleId::ofSample(draft.name);
    const Sample *const sample = this->sample(id);
    if (sample && sample->text == draft.text)
        return {};
    if (!sample || draft.isPasted || sample->text != draft.original || isBroken(draft.name))
        return addPasted(pastedEvent(draft));
    m_work[id].text = made(draft.original);
    text(id).record({0, draft.original.size(), draft.text}, draft.original);
    retype(id, draft.text);
    return id;
}

} // namespace designer::ui
