// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/linklabel.h"
#include "ui/common/tone.h"

#include <QWidget>

#include <optional>

namespace designer::ui {

/// A sentence beside what it concerns, with the icon of its tone and its way out as a link. Wraps.
/// Links are reached with Tab and followed with Return.
class MessageLine : public QWidget
{
    Q_OBJECT
public:
    explicit MessageLine(QWidget *parent = nullptr);

    [[nodiscard]] Tone tone() const { return m_tone; }
    /// What it says, also where it has no room to show it all: HTML of a message, words of a line.
    [[nodiscard]] QString text() const { return m_line ? m_line->words : m_text; }
    /// \a richText is HTML: values of the user's in it go through QString::toHtmlEscaped(), links
    /// are made by link(). An empty text leaves the line empty, and its place as it is.
    void setMessage(Tone tone, const QString &richText);
    /// One line, for a bar: \a words are plain text and end in "…" where there is no room, the way
    /// out, \a linkWords to \a target, is always whole.
    void setLine(Tone tone, const QString &words, const QString &target = {}, const QString &linkWords = {});
    /// Help: a dim sentence without an icon.
    void setHelp(const QString &richText);
    void clear() { setMessage(Tone::Neutral, {}); }
    /// What a line says instead where its words have no room, the longest first.
    void setShorter(const QStringList &shorter);
    /// Of a line that says \a words.
    [[nodiscard]] int widthOf(const QString &words) const;
    /// Font::Small is the default; Font::Text is for the verdict in a bar, with a larger icon.
    void setTextFont(Font font);
    /// On a bar in the colour of live everything is written in the colour that goes with it.
    void setOnLive(bool onLive);
    /// Off: a message on one line, as wide as it needs. On is the default.
    void setWordWrap(bool wrap);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QString &target);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line
    {
        QString words;
        QString link; ///< HTML
        QString linkWords;
        QStringList shorter;
    };
    void show(Tone tone, const QString &richText);
    void colour();
    [[nodiscard]] QString fitted() const;
    [[nodiscard]] int besideWords() const;

    Tone m_tone = Tone::Neutral;
    QString m_text;
    std::optional<Line> m_line;
    Font m_font = Font::Small;
    bool m_onLive = false;
    QLabel *m_icon = nullptr;
    LinkLabel *m_sentence = nullptr;
};

} // namespace designer::ui
