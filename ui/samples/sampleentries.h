// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/session.h"
#include "ui/samples/pastedevent.h"
#include "ui/samples/sampleid.h"
#include "ui/samples/sampletext.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

/// What the page knows of an entry and no file does.
struct SampleWork
{
    std::optional<std::string> broken; ///< what was typed into a sample and does not read as an event
    std::optional<std::string> original; ///< of a sample; nothing: nobody has asked. Empty: cannot be read
    std::unique_ptr<SampleText> text; ///< null: nobody has worked on it
};

/// An entry that was taken out, with all that is known of it.
struct TakenEntry
{
    std::optional<PastedEvent> pasted; ///< nothing: it is a sample
    RemovedSample sample;
    SampleWork work;
};

/// All that the samples' page lists: the samples of the workspace, and the pasted events that nobody has
/// said to keep yet. Of each it knows the text as it was left, also where that is no event and therefore not
/// in the sample; the history of that text; and what it was converted from, as far as that was asked for.
/// Belongs to the window's thread; the session reads and writes the files.
class SampleEntries : public QObject
{
    Q_OBJECT
public:
    explicit SampleEntries(QObject *parent = nullptr);
    ~SampleEntries() override;
    Q_DISABLE_COPY_MOVE(SampleEntries)

    /// Null: there are no samples. What is known of those before is forgotten.
    void setSession(Session *session);
    [[nodiscard]] Session *session() const { return m_session; }

    [[nodiscard]] const std::vector<PastedEvent> &pasted() const { return m_pasted; }
    [[nodiscard]] const std::vector<Sample> &samples() const;
    [[nodiscard]] bool isEmpty() const { return m_pasted.empty() && samples().empty(); }
    [[nodiscard]] const PastedEvent *pasted(const SampleId &id) const; ///< null: it is none
    [[nodiscard]] const Sample *sample(const SampleId &id) const; ///< null: it is none
    [[nodiscard]] bool holds(const SampleId &id) const { return pasted(id) || sample(id); }
    [[nodiscard]] QString nameOf(const SampleId &id) const;
    /// As it was left.
    [[nodiscard]] std::string textOf(const SampleId &id) const;
    /// Why that is no event.
    [[nodiscard]] std::optional<Error> errorOf(const SampleId &id) const;
    /// The texts that do not read as events, by the samples that they were typed into.
    [[nodiscard]] std::map<QString, std::string> broken() const;
    [[nodiscard]] bool isBroken(const QString &name) const;
    /// What it was converted from. Null: from nothing, or nobody knows yet. Empty: it cannot be read.
    [[nodiscard]] const std::string *originalOf(const SampleId &id) const;
    /// Where a sample has one that is not known: originalRead() says when it is.
    void askForOriginal(const SampleId &id);

    /// Its text while it is worked on, with its history.
    [[nodiscard]] SampleText &text(const SampleId &id);
    /// The same, as its work begins: steps lead from text to text, and where it was left with another one
    /// than they lead to, they are forgotten.
    SampleText &takeUp(const SampleId &id);

    SampleId add(const QString &name, const std::string &text);
    SampleId addPasted(PastedEvent event);
    void addShipped();
    SampleId duplicate(const SampleId &id);
    enum class Form { Converted, AsPasted };
    /// A pasted event becomes a sample.
    SampleId keep(const SampleId &id, Form form);
    /// What was typed is looked at: it is in the sample where it is an event. True: a pasted one was
    /// converted, so that its text is another one now.
    bool retype(const SampleId &id, const std::string &typed);
    /// Names of samples are made unlike others.
    SampleId rename(const SampleId &id, const QString &wish);
    [[nodiscard]] TakenEntry take(const SampleId &id);
    /// A sample has another name where its own was taken meanwhile.
    SampleId bringBack(TakenEntry taken);
    /// Gives where it went: into its sample, or, where that is another one than it was typed into, among the
    /// pasted ones; nowhere, where it was saved all the same.
    SampleId takeDraft(const SampleDraft &draft);

Q_SIGNALS:
    /// What there is to list, or whether it is saved.
    void changed();
    /// Before that: an entry is known by another name from now on, and maybe by another id.
    void renamed(const designer::ui::SampleId &from, const designer::ui::SampleId &to);
    /// Its text is another one: see SampleStore::followed().
    void followed(const designer::ui::SampleId &id);
    /// See SampleStore::keptBeside().
    void keptBeside(const QString &name, const QString &copy);
    void originalRead(const designer::ui::SampleId &id, const std::optional<designer::Error> &error);
    /// A step back or forth in the text that is worked on.
    void travelled(const designer::json::TextEdit &edit);

private:
    class Change;
    [[nodiscard]] std::vector<PastedEvent>::iterator find(const SampleId &id);
    [[nodiscard]] const SampleWork &work(const SampleId &id) const;
    void sessionChanged();
    void followKept(const QString &name, const QString &copy);
    void followName(const QString &wished, const QString &name);
    void followText(const QString &name);
    void moveWork(const SampleId &from, const SampleId &to);
    void takeOriginal(const QString &name, const Result<std::string> &original);
    [[nodiscard]] std::unique_ptr<SampleText> made(std::string text) const;

    QPointer<Session> m_session;
    std::vector<PastedEvent> m_pasted;
    int m_lastNumber = 0;
    std::map<SampleId, SampleWork> m_work;
    bool m_isChanging = false; ///< what the session tells meanwhile is half of it
};

} // namespace designer::ui
