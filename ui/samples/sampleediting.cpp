// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sampleediting.h"

#include "ui/samples/entrycommands.h"

#include <utility>

namespace designer::ui {

namespace {

constexpr int pauseMilliseconds = 600;

} // namespace

SampleEditing::SampleEditing(SampleEntries &entries, QObject *parent) : QObject(parent), m_entries(entries)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &SampleEditing::lookAtTyped);
    connect(&m_entries, &SampleEntries::travelled, this, &SampleEditing::changed);
    connect(&m_entries, &SampleEntries::renamed, this, &SampleEditing::followName);
    connect(&m_entries, &SampleEntries::followed, this, [this](const SampleId &id) {
        if (id == m_shown && !m_isTyped)
            show(SampleId(id));
    });
}

SampleEditing::~SampleEditing() = default;

void SampleEditing::begin()
{
    m_pause.stop();
    m_isTyped = false;
    m_steps.clear();
    m_shown = {};
    m_error.reset();
}

void SampleEditing::show(const SampleId &id)
{
    lookAtTyped();
    m_shown = id;
    m_entries.takeUp(id);
    m_error = m_entries.errorOf(id);
    Q_EMIT shownChanged();
}

bool SampleEditing::goTo(const SampleId &id)
{
    if (!m_entries.holds(id))
        return false;
    if (m_shown != id)
        show(id);
    return true;
}

void SampleEditing::type(const json::TextEdit &edit, const std::string &removed)
{
    if (!m_entries.holds(m_shown))
        return;
    m_entries.text(m_shown).record(edit, removed);
    changed();
}

void SampleEditing::undoTyping()
{
    m_entries.text(m_shown).undoStack().undo();
}

void SampleEditing::redoTyping()
{
    m_entries.text(m_shown).undoStack().redo();
}

void SampleEditing::changed()
{
    m_isTyped = true;
    m_pause.start();
    Q_EMIT typed();
}

void SampleEditing::lookAtTyped()
{
    m_pause.stop();
    if (!std::exchange(m_isTyped, false) || !m_entries.holds(m_shown))
        return;
    const bool isConverted = m_entries.retype(m_shown, std::string(text()));
    m_error = m_entries.errorOf(m_shown);
    if (isConverted)
        show(SampleId(m_shown));
    Q_EMIT lookedAt();
}

bool SampleEditing::rename(const QString &wish)
{
    const QString before = m_entries.nameOf(m_shown);
    if (wish.isEmpty() || wish == before || !m_entries.holds(m_shown))
        return false;
    lookAtTyped();
    m_steps.push(new RenameCommand(*this, wish));
    return true;
}

bool SampleEditing::remove()
{
    lookAtTyped();
    if (!m_entries.holds(m_shown))
        return false;
    m_steps.push(new RemoveCommand(*this));
    return true;
}

bool SampleEditing::duplicate()
{
    lookAtTyped();
    if (!sample())
        return false;
    show(m_entries.duplicate(m_shown));
    return true;
}

void SampleEditing::keep(SampleEntries::Form form)
{
    lookAtTyped();
    if (!pasted())
        return;
    const SampleId now = m_entries.keep(SampleId(m_shown), form);
    show(now);
    Q_EMIT kept(now.name);
}

void SampleEditing::undo()
{
    lookAtTyped();
    m_steps.undo();
}

void SampleEditing::redo()
{
    lookAtTyped();
    m_steps.redo();
}

std::optional<QString> SampleEditing::lastDeleted() const
{
    const QUndoCommand *const last = m_steps.command(m_steps.index() - 1);
    const auto *const removed = dynamic_cast<const RemoveCommand *>(last);
    return removed ? std::optional(removed->name()) : std::nullopt;
}

TakenEntry SampleEditing::takeShown()
{
    TakenEntry out = m_entries.take(std::exchange(m_shown, {}));
    Q_EMIT shownGone();
    return out;
}

void SampleEditing::followName(const SampleId &from, const SampleId &to)
{
    if (m_shown != from)
        return;
    m_shown = to;
    Q_EMIT nameChanged();
}

} // namespace designer::ui
