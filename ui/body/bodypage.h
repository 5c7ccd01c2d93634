// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/body/bodymarks.h"
#include "ui/common/latestjob.h"
#include "ui/document/connectionpage.h"

#include <QThreadPool>

#include <memory>

namespace designer::insider {
enum class Switch : std::uint8_t;
}

class QCheckBox;
class QPushButton;

namespace designer::ui {

namespace Ui {
class BodyPage;
}

class CodeEditor;
class EmptyState;
class FindBar;

/// The template: its editor with what the sample makes of it, the two switches of an Insider body,
/// the fields of the sample.
class BodyPage : public ConnectionPage
{
    Q_OBJECT
public:
    explicit BodyPage(QWidget *parent = nullptr);
    ~BodyPage() override;
    Q_DISABLE_COPY_MOVE(BodyPage)

    void setDocument(ConnectionDocument *document) override;
    void showLive(const LiveState &state) override;
    /// Puts the placeholder of \a path where the caret is.
    void insertField(const QString &path);
    /// \a field: a pointer into the connection file, or an offset in the body.
    void reveal(const QString &field) override;
    void tell(const QString &message) override;

    [[nodiscard]] CodeEditor &editor() { return *m_editor; }
    /// One value a line, or no white space at all; one step of the history.
    void format();
    void minify();
    /// The first way out that is offered for the line of the caret.
    void mend() override;
    void find(bool withReplace);

Q_SIGNALS:
    void caretMoved(std::size_t offset);
    void samplesRequested();
    /// Why what was asked for cannot be done.
    void refused(const QString &why);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void makeEmptyState();
    void connectParts();
    void showDocument();
    void showMarks(BodyMarks marks, quint64 revision);
    void showNotes();
    void follow(const testrun::Fix &fix);
    void bodyChanged(const json::TextEdit &edit, const QObject *editor);
    void markLine();
    void layOutAs(const QString &stepName, std::string (*arranged)(const json::Value &));
    void followNote(int line, const QString &link);
    void flip(insider::Switch which, bool on);
    void showSwitches();
    void showSwitch(QCheckBox &box, insider::Switch which, const json::Document &body);
    void showEmptyState();
    void showFields();
    void fillWith(const std::string &text);
    void placeEmptyState();
    [[nodiscard]] json::Document bodyDocument() const;

    const std::unique_ptr<Ui::BodyPage> m_ui;
    CodeEditor *m_editor;
    FindBar *m_findBar;
    EmptyState *m_empty;
    QPushButton *m_everyField = nullptr; ///< of m_empty
    QPointer<ConnectionDocument> m_document;
    LiveState m_live;
    BodyMarks m_marks;
    QString m_told; ///< what comes first on its line; empty: what is first there
    quint64 m_marksRevision = 0; ///< of the text that they belong to
    QThreadPool m_pool;
    LatestJob<std::pair<BodyMarks, quint64>> m_marksJob; ///< with the revision they belong to
    std::shared_ptr<const event::Event> m_shownSample;
};

} // namespace designer::ui
