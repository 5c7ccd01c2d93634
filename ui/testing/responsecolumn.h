// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/banner.h"
#include "ui/testing/column.h"
#include "ui/testing/testrunner.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace designer::ui {

class CodeEditor;
class EmptyState;
class FactsView;
class PhaseBars;

/// What came back: the answer decoded, as it came, and how long it took.
class ResponseColumn : public Column
{
    Q_OBJECT
public:
    explicit ResponseColumn(QWidget *parent = nullptr);

    /// \a shown: never null. \a liveChosen: tests go live now, which an answer of the sandbox has to be told
    /// apart from.
    void show(const std::shared_ptr<const TestResult> &shown, bool liveChosen);
    /// What is shown is of a text that has changed: it pales until it is known what that changes.
    void showStale();
    void showNothing(const QString &title, const QString &sentence);
    void showWaiting(const QString &what);

Q_SIGNALS:
    /// A place in the connection file that an error comes from.
    void pointerChosen(const QString &pointer);

private:
    QWidget *makeAnswerView();
    QWidget *makeTimingView();
    QHBoxLayout *makeCopyRow(QWidget &view);
    static void copy(const QString &text);
    void showTiming(const TestResult &result);
    void showAsReceived();

    std::shared_ptr<const TestResult> m_result; ///< null: nothing is shown
    Banner *m_banner = nullptr;
    Banner *m_timingBanner = nullptr;
    CodeEditor *m_answer = nullptr;
    CodeEditor *m_asReceived;
    QLabel *m_timingTitle = nullptr;
    PhaseBars *m_phases = nullptr;
    QPushButton *m_copyRequest = nullptr;
    QPushButton *m_copyResponse = nullptr;
    FactsView *m_facts = nullptr;
    EmptyState *m_nothing;
};

/// What \a result means, in words.
[[nodiscard]] Banner::Content bannerOf(const TestResult &result, bool liveChosen);

} // namespace designer::ui
