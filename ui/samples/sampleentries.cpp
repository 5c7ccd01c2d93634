// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sampleentries.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

SampleEntries::SampleEntries(QObject *parent) : QObject(parent) { }
SampleEntries::~SampleEntries() = default;

void SampleEntries::setSession(Session *session)
{
    if (m_session)
        m_session->samples().disconnect(this);
    m_session = session;
    m_pasted.clear();
    m_work.clear();
    if (!session)
        return;
    connect(&session->samples(), &SampleStore::changed, this, &SampleEntries::sessionChanged);
    connect(&session->samples(), &SampleStore::failed, this, &SampleEntries::sessionChanged);
    connect(&session->samples(), &SampleStore::saved, this, &SampleEntries::sessionChanged);
    connect(&session->samples(), &SampleStore::keptBeside, this, &SampleEntries::followKept);
    connect(&session->samples(), &SampleStore::notRenamed, this, &SampleEntries::followName);
    connect(&session->samples(), &SampleStore::followed, this, &SampleEntries::followText);
}

void SampleEntries::sessionChanged()
{
    if (!m_isChanging)
        Q_EMIT changed();
}

const std::vector<Sample> &SampleEntries::samples() const
{
    static const std::vector<Sample> none;
    return m_session ? m_session->samples().all() : none;
}

const PastedEvent *SampleEntries::pasted(const SampleId &id) const
{
    const auto found = std::find_if(m_pasted.begin(), m_pasted.end(),
                                    [&id](const PastedEvent &one) { return one.number == id.pasted; });
    return found == m_pasted.end() ? nullptr : &*found;
}

const Sample *SampleEntries::sample(const SampleId &id) const
{
    return m_session && !id.isPasted() ? m_session->samples().find(id.name) : nullptr;
}

QString SampleEntries::nameOf(const SampleId &id) const
{
    const PastedEvent *const waits = pasted(id);
    return waits ? waits->name : id.name;
}

std::string SampleEntries::textOf(const SampleId &id) const
{
    if (const PastedEvent *const waits = pasted(id))
        return waits->text;
    const Sample *const sample = this->sample(id);
    return sample ? work(id).broken.value_or(sample->text) : std::string();
}

const SampleWork &SampleEntries::work(const SampleId &id) const
{
    static const SampleWork none;
    const auto known = m_work.find(id);
    return known == m_work.end() ? none : known->second;
}

std::map<QString, std::string> SampleEntries::broken() const
{
    std::map<QString, std::string> out;
    for (const auto &[id, work] : m_work) {
        if (work.broken)
            out.emplace(id.name, *work.broken);
    }
    return out;
}

bool SampleEntries::isBroken(const QString &name) const
{
    return work(SampleId::ofSample(name)).broken.has_value();
}

std::optional<Error> SampleEntries::errorOf(const SampleId &id) const
{
    if (const PastedEvent *const waits = pasted(id))
        return waits->error;
    const Sample *const sample = this->sample(id);
    if (!sample || (sample->event && !work(id).broken))
        return {};
    const auto event = event::Event::parse(textOf(id));
    return event ? std::nullopt : std::optional(event.error());
}

const std::string *SampleEntries::originalOf(const SampleId &id) const
{
    if (const PastedEvent *const waits = pasted(id))
        return waits->isConverted() ? &waits->original : nullptr;
    const Sample *const sample = this->sample(id);
    const std::optional<std::string> &original = work(id).original;
    return sample && sample->hasOriginal && original ? &*original : nullptr;
}

void SampleEntries::askForOriginal(const SampleId &id)
{
    const Sample *const sample = this->sample(id);
    if (!sample || !sample->hasOriginal || work(id).original)
        return;
    m_session->samples().readOriginal(
        id.name, this,
        [this, name = id.name](const Result<std::string> &original) { takeOriginal(name, original); });
}

void SampleEntries::takeOriginal(const QString &name, const Result<std::string> &original)
{
    const SampleId id = SampleId::ofSample(name);
    if (work(id).original) // it is known by now
        return;
    m_work[id].original = original ? *original : std::string();
    Q_EMIT originalRead(id, original ? std::nullopt : std::optional(original.error()));
}

std::unique_ptr<SampleText> SampleEntries::made(std::string text) const
{
    auto out = std::make_unique<SampleText>(std::move(text));
    connect(out.get(), &SampleText::travelled, this, &SampleEntries::travelled);
    return out;
}

SampleText &SampleEntries::text(const SampleId &id)
{
    std::unique_ptr<SampleText> &text = m_work[id].text;
    if (!text)
        text = made(textOf(id));
    return *text;
}

SampleText &SampleEntries::takeUp(const SampleId &id)
{
    if (text(id).text() != textOf(id))
        m_work[id].text = made(textOf(id));
    return text(id);
}

} // namespace designer::ui
