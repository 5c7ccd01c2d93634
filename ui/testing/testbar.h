// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace designer::ui {

class MessageLine;
class SampleBox;
class SegmentedControl;

/// The bar of the test panel: which sample, whether it would be sent, where to, and the button. Whatever it
/// says, its controls stay where they are: the verdict between them gives way.
class TestBar : public QWidget
{
    Q_OBJECT
public:
    explicit TestBar(QWidget *parent = nullptr);

    void setSamples(const QStringList &names, const QString &current);
    /// As MessageLine::setLine(). In a narrow bar it says \a shorter where the words have no room.
    void setVerdict(Tone tone, const QString &words, const QString &target = {},
                    const QString &linkWords = {}, const QString &shorter = {});
    void setFolded(bool folded);
    void setFull(bool full);
    void setLive(bool live);
    [[nodiscard]] bool isLive() const { return m_live; }
    /// Live only: whether this connection may send to it.
    void setAllowed(bool allowed);
    void setTestable(bool testable);
    void setRunning(bool running);
    /// "Insider", or the host: where live goes.
    void setLiveTarget(const QString &target);

Q_SIGNALS:
    void foldRequested();
    void fullRequested();
    void sampleChosen(const QString &name);
    void samplesRequested();
    void liveChosen(bool live);
    void testRequested();
    void cancelRequested();
    void linkActivated(const QString &target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void colour();
    void chooseSample(int index);
    void updateButton();
    void sayWhereItGoes();
    [[nodiscard]] QString liveWords() const;
    void share();
    [[nodiscard]] bool isNarrow() const;
    void sayShorter();

    QToolButton *m_fold;
    QToolButton *m_full;
    QLabel *m_title;
    SampleBox *m_samples;
    MessageLine *m_verdict;
    SegmentedControl *m_where;
    QPushButton *m_button;
    QString m_target;
    QString m_shorter; ///< than the verdict
    int m_sample = -1; ///< in the list of samples
    bool m_folded = false;
    bool m_live = false;
    bool m_allowed = false;
    bool m_testable = false;
    bool m_running = false;
};

} // namespace designer::ui
