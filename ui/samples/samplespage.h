// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/prompter.h"
#include "ui/common/tone.h"
#include "ui/samples/sampleediting.h"
#include "ui/samples/samplekeeping.h"
#include "ui/samples/samplewords.h"

#include <QDateTime>
#include <QWidget>

#include <functional>
#include <memory>

namespace designer::ui {

namespace Ui {
class SamplesPage;
}

class EventIntake;

/// The sample events of the workspace: what connections are designed and tested with. They are edited
/// in place and saved by themselves. An event in another shape is shown as it came and as placeholders
/// read it, and waits until somebody says in which form it is to be kept.
///
/// The page itself only shows, and passes on what people do: SampleEntries is what there is, SampleEditing
/// the work on it, SampleKeeping sees to it that nothing is lost. It owns all three. Belongs to the window's
/// thread.
class SamplesPage : public QWidget
{
    Q_OBJECT
public:
    using Clock = std::function<QDateTime()>;

    /// \a prompter outlives the page.
    explicit SamplesPage(Prompter &prompter, QWidget *parent = nullptr,
                         Clock now = &QDateTime::currentDateTime);
    ~SamplesPage() override;
    Q_DISABLE_COPY_MOVE(SamplesPage)

    /// Null: there is no workspace. What was typed is saved to the session before.
    void setSession(Session *session);
    /// As it is when it comes up: nothing sought, the sample \a name chosen, or the first.
    void start(const QString &name = {});
    /// An event from outside: kept at once where it is one already, else it waits to be converted.
    void take(const std::string &text, const QString &name);
    /// See SampleKeeping.
    [[nodiscard]] QStringList unkept() const { return m_keeping.unkept(); }
    void keep(const std::function<void()> &done) { m_keeping.keep(done); }
    /// The event that is shown is chosen, and the page closes. False: it cannot be tested with.
    bool useForTests();
    /// What can be undone here: what was typed, where a text has the focus, else what was done to entries.
    [[nodiscard]] QUndoStack &history();
    void undo();
    void redo();
    /// What the foot of the window says meanwhile, and how.
    [[nodiscard]] QString hint() const { return hintOf(standing()); }
    [[nodiscard]] Tone hintTone() const { return hintToneOf(standing()); }

Q_SIGNALS:
    void closed();
    /// To be tested with from now on.
    void sampleChosen(const QString &name);
    /// What came in is a connection, and people said to read it as one.
    void connectionOffered(const QString &text);
    void hintChanged();
    /// history() may be another one; it is, too, where the focus moves.
    void historyChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void connectDetail();
    void connectEditing();
    void takeIn(const PastedEvent &event);
    void offer(const std::string &connection);

    // samplespageshow.cpp
    void setUpEmptyState();
    void layOut();
    void showList();
    void showEntry();
    void showOriginal(const SampleId &id, const std::optional<Error> &error);
    void showStanding();
    [[nodiscard]] SampleStanding standing() const;
    [[nodiscard]] bool isInText() const;
    /// Above all else; nothing to say hides the line.
    void say(Tone tone, const QString &richText);
    void sayNotSaved(const Error &error);
    void sampleSaved();

    void rename(const QString &wish);
    void remove();
    void offerBack();
    void travel(bool isBack);
    void followLink(const QString &target);

    const std::unique_ptr<Ui::SamplesPage> m_ui;
    Clock m_now;
    DiskQueue m_disk;
    SampleEntries m_entries;
    SampleEditing m_editing{m_entries};
    SampleKeeping m_keeping{m_editing, m_disk};
    EventIntake *m_intake; ///< a child
    std::string m_offered; ///< a connection that came in here
    bool m_saysNotSaved = false;
};

} // namespace designer::ui
