// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/standing.h"

#include <QWidget>

#include <array>

namespace designer::ui {

class ElidedLabel;
class MessageLine;

/// The foot of the window: how the connection stands and the next step; whether template and payload
/// are sound; where tests go and where the caret is.
class FootBar : public QWidget
{
    Q_OBJECT
public:
    explicit FootBar(QWidget *parent = nullptr);

    void setSentence(const Sentence &sentence);
    /// Nothing is known of them: both empty.
    void setVerdicts(std::optional<bool> wellFormed, std::optional<bool> payloadSound);
    /// \a shorter: what says as much as there is room for.
    void setWhere(const QString &where, const QString &shorter = {});
    void setCaret(const QString &caret);
    /// The lines of payload and event that belong to the caret's; said where there is room.
    void setMatchingLines(const QString &lines);
    /// It means something only beside the text that it is in.
    void setCaretShown(bool shown);
    /// Whatever stands in it now, the window may be narrower.
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// What gives way where there is no room, each with what gave way before.
    enum class Room { Plenty, NoMatchingLines, NoWordsOnSoundness, NoAddress, NoGoodVerdicts };
    struct Verdict
    {
        MessageLine *line;
        QString shorter;
    };

    void showVerdict(Verdict &verdict, std::optional<bool> sound, const QString &whole,
                     const QString &shorter);
    [[nodiscard]] bool isShown(const Verdict &verdict, Room room) const;
    [[nodiscard]] int widthOf(const Verdict &verdict, Room room) const;
    [[nodiscard]] QString rightIn(Room room) const;
    [[nodiscard]] int widthIn(Room room) const;
    void arrange(Room room);
    void layOutAgain();

    MessageLine *m_sentence;
    std::array<Verdict, 2> m_verdicts; ///< on the template, on the payload
    ElidedLabel *m_right;
    QString m_where;
    QString m_shortWhere;
    QString m_caret;
    QString m_matchingLines;
    bool m_caretShown = true;
};

} // namespace designer::ui
