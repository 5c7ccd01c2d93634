// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/conversion.h"
#include "ui/common/prompter.h"
#include "ui/common/tone.h"
#include "ui/document/session.h"
#include "ui/samples/edithistory.h"
#include "ui/samples/sampledrafts.h"

#include <QDateTime>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QMimeData;

namespace designer::ui {

namespace Ui {
class SamplesPage;
}

class CodeEditor;
class SamplesModel;

/// The sample events of the workspace: what connections are designed and tested with. They are edited
/// in place and saved by themselves. An event in another shape is shown as it came and as placeholders
/// read it, and waits until somebody says in which form it is to be kept. What waits, and what does not
/// read as an event, is put aside on this computer meanwhile, and is there again the next time.
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
    /// The names of what is not kept: samples that are not saved, and what is neither saved nor put aside.
    [[nodiscard]] QStringList unkept() const;
    /// Tries to keep all of that; how it went is known when \a done is called.
    void keep(const std::function<void()> &done);
    void pasteEvent();
    void openFile();
    /// What the foot of the window says meanwhile, and how.
    [[nodiscard]] QString hint() const;
    [[nodiscard]] Tone hintTone() const;

Q_SIGNALS:
    void closed();
    /// To be tested with from now on.
    void sampleChosen(const QString &name);
    /// What came in is a connection, and people said to read it as one.
    void connectionOffered(const QString &text);
    void hintChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A pasted event that nobody has said to keep yet.
    struct Pending
    {
        int number = 0;
        QString name;
        std::string original; ///< as it came
        std::string text; ///< as it would be kept
        event::Shape shape = event::Shape::Unknown;
        std::optional<Error> error; ///< why it is no event yet

        /// Whether the original is another text, to be kept beside it.
        [[nodiscard]] bool isConverted() const
        {
            return shape != event::Shape::Unknown && shape != event::Shape::Canonical;
        }
    };
    /// What is shown: one of the two, or neither.
    struct Shown
    {
        int pending = 0;
        QString name;
    };
    struct History
    {
        EditHistory steps;
        std::string text; ///< to which they have led
    };
    /// A sample, or a pasted event, that was deleted, with all that was known of it.
    struct Deleted
    {
        std::optional<Pending> pending;
        RemovedSample sample;
        std::optional<std::string> broken;
        std::optional<std::string> original;
        History history;
    };

    using Entry = std::pair<int, QString>; ///< as Shown
    /// Of the page itself: what was done to an entry as a whole.
    struct Step
    {
        std::function<void()> undo;
        std::function<void()> redo;
    };

    // samplespage.cpp
    void layOut();
    void setUpEditors();
    void setUpEmptyState();
    void connectParts();
    void connectEditor();
    void refreshList();
    [[nodiscard]] QString aboutSample(const Sample &sample) const;
    void choose(int pending, const QString &name);
    void showRow(int row);
    void followKept(const QString &name, const QString &copy);
    void moveBy(int rows);
    [[nodiscard]] Pending *pending(int number);
    [[nodiscard]] const Sample *shownSample() const;

    // samplespagedrafts.cpp
    void askForDrafts();
    void leaveDrafts();
    void takeDrafts(const std::vector<SampleDraft> &left);
    void takeDraft(const SampleDraft &draft);
    void writeDrafts();
    [[nodiscard]] std::vector<SampleDraft> drafts() const;
    [[nodiscard]] bool isBeingTyped(int pending, const QString &name) const;
    [[nodiscard]] std::map<QString, std::string> unsavedTexts() const;
    [[nodiscard]] SampleDraft draftOf(const QString &name, const std::string &text) const;
    [[nodiscard]] bool isPutAside(const QString &name) const;
    [[nodiscard]] bool areDraftsKept() const;
    void draftsWritten(const Status &written);
    void awaitDisk(const std::function<void()> &done);
    [[nodiscard]] Pending waiting(const std::string &text, const QString &name);
    [[nodiscard]] Pending waitingAgain(const SampleDraft &draft);

    // samplespagehistory.cpp
    [[nodiscard]] History &historyShown();
    void takeUpHistory();
    void moveHistory(const Entry &from, const Entry &to);
    void step(const std::optional<json::TextEdit> &edit);
    void done(Step step);
    void undo();
    void redo();
    void rename();
    [[nodiscard]] QString renameShown(const QString &wish);
    void remove();
    void removeAgain(Deleted &deleted);
    [[nodiscard]] Deleted takeShown();
    [[nodiscard]] Deleted takeSample(const QString &name);
    void showNear(int row);
    void bringBack(Deleted &deleted);

    // samplespageshow.cpp
    void showEntry();
    void showPending(const Pending &pending);
    void showSample(const Sample &sample);
    [[nodiscard]] std::string textOf(const Sample &sample) const;
    void showTexts(const std::string &original, const std::string &text);
    void showConversion(const event::Conversion &conversion, bool isKept);
    void showSteps(const std::vector<event::Step> &steps);
    void showLacks();
    void showButtons();
    /// Above all else; nothing to say hides the line.
    void say(Tone tone, const QString &richText);
    void sayNotSaved(const Error &error);
    void sampleSaved();
    void showLines();
    void showError(const std::optional<Error> &error);
    void loadOriginal(const QString &name);
    void takeOriginal(const QString &name, const Result<std::string> &original);
    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] QString footSentence() const;
    void markFrom(const CodeEditor &editor);
    void markFirst();

    // samplespageactions.cpp
    void edited();
    void saveNow();
    void savePending(Pending &pending, const std::string &text);
    void saveSample(const QString &name, const std::string &text);
    void duplicate();
    void keepConverted();
    void keepAsPasted();
    void keepShown();
    void useForTests();
    void useShippedSamples();
    void followLink(const QString &target);
    void fillIn(const QString &lack);
    void readFile(const QString &path);
    void takeMime(const QMimeData &dropped);

    const std::unique_ptr<Ui::SamplesPage> m_ui;
    Prompter &m_prompter;
    Clock m_now;
    QPointer<Session> m_session;
    SamplesModel *m_model; ///< a child
    std::vector<Pending> m_pending;
    int m_lastNumber = 0;
    Shown m_shown;
    bool m_switching = false; ///< the list is told what is chosen, and is not to tell it back
    bool m_dirty = false; ///< the editor holds what was not looked at yet
    std::map<QString, std::string> m_broken; ///< texts that do not read as events, by their samples
    std::map<QString, std::string> m_originals; ///< as far as they were asked for
    std::vector<Step> m_steps;
    std::size_t m_stepsDone = 0; ///< so many of them are made
    std::string m_offered; ///< a connection that came in here
    json::Document m_original;
    json::Document m_event;
    std::map<Entry, History> m_histories; ///< of the texts that were worked on
    QTimer m_pause; ///< in the typing, after which the text is looked at
    QTimer m_typing; ///< goes on through it: what is typed is put aside meanwhile
    std::shared_ptr<SampleDrafts> m_drafts; ///< null: no workspace. The disk's queue alone uses it
    bool m_areDraftsRead = false; ///< what an earlier window left is here
    /// As the place has them when all is written that was asked for; nothing: writing them failed.
    std::optional<std::vector<SampleDraft>> m_writtenDrafts = std::vector<SampleDraft>();
    int m_draftWrites = 0; ///< under way
    bool m_saysNotSaved = false;
    DiskQueue m_disk;
};

} // namespace designer::ui
