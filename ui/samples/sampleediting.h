// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/samples/sampleentries.h"

#include <QTimer>
#include <QUndoStack>

#include <optional>

namespace designer::ui {

/// Which entry is worked on, and the work itself. What is typed is looked at after a pause, and before
/// anything else is done. What is done to an entry as a whole, to name it otherwise or to delete it, is a
/// step of a history of its own; what is typed, a step in that of its text. Belongs to the window's thread.
class SampleEditing : public QObject
{
    Q_OBJECT
public:
    /// \a entries outlives it.
    explicit SampleEditing(SampleEntries &entries, QObject *parent = nullptr);
    ~SampleEditing() override;
    Q_DISABLE_COPY_MOVE(SampleEditing)

    [[nodiscard]] SampleEntries &entries() const { return m_entries; }
    /// The entry that is shown; none, where there is none.
    [[nodiscard]] const SampleId &shown() const { return m_shown; }
    [[nodiscard]] const PastedEvent *pasted() const { return m_entries.pasted(m_shown); }
    [[nodiscard]] const Sample *sample() const { return m_entries.sample(m_shown); }
    /// Why it was no event when it was looked at last.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// What its editor holds.
    [[nodiscard]] const std::string &text() { return m_entries.text(m_shown).text(); }
    /// Whether the editor holds more of that entry than was looked at.
    [[nodiscard]] bool isTyped(const SampleId &id) const { return m_isTyped && id == m_shown; }

    /// The entries are others: nothing is shown, and no step is known.
    void begin();
    void show(const SampleId &id);
    /// The same, where it is not shown yet. False: it is no more.
    [[nodiscard]] bool goTo(const SampleId &id);
    /// The editor made that edit; \a removed stood in its range.
    void type(const json::TextEdit &edit, const std::string &removed);
    void undoTyping();
    void redoTyping();
    void lookAtTyped();

    /// False: it has that name, or that is none.
    bool rename(const QString &wish);
    /// False: there is nothing to delete.
    bool remove();
    /// False: it is no sample.
    bool duplicate();
    /// What was pasted becomes a sample.
    void keep(SampleEntries::Form form);
    [[nodiscard]] QUndoStack &steps() { return m_steps; }
    /// What an undo of steps() brings back; nothing: its last step deleted nothing.
    [[nodiscard]] std::optional<QString> lastDeleted() const;
    void undo();
    void redo();
    /// Takes out what is shown; what is shown instead, shownGone() asks for.
    [[nodiscard]] TakenEntry takeShown();

Q_SIGNALS:
    /// Another entry is shown, or the same with another text.
    void shownChanged();
    void shownGone();
    void nameChanged();
    void typed();
    void lookedAt();
    void kept(const QString &name);

private:
    void changed();
    void followName(const SampleId &from, const SampleId &to);

    SampleEntries &m_entries;
    SampleId m_shown;
    std::optional<Error> m_error;
    bool m_isTyped = false; ///< and not looked at
    QTimer m_pause;
    QUndoStack m_steps;
};

} // namespace designer::ui
