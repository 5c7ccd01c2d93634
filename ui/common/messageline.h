// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/linklabel.h"
#include "ui/common/tone.h"

#include <QWidget>

namespace designer::ui {

/// A sentence beside what it concerns, with the icon of its tone and its way out as a link. Wraps.
/// Links are reached with Tab and followed with Return.
class MessageLine : public QWidget
{
    Q_OBJECT
public:
    explicit MessageLine(QWidget *parent = nullptr);

    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QString text() const { return m_text; }
    /// \a richText is HTML: values of the user's in it go through QString::toHtmlEscaped(), links
    /// are made by link(). An empty text leaves the line empty, and its place as it is.
    void setMessage(Tone tone, const QString &richText);
    /// Help: a dim sentence without an icon.
    void setHelp(const QString &richText);
    void clear() { setMessage(Tone::Neutral, {}); }
    /// Font::Small is the default; Font::Text is for the verdict in a bar, with a larger icon.
    void setTextFont(Font font);
    /// On a bar in the colour of live everything is written in the colour that goes with it.
    void setOnLive(bool onLive);
    /// Off: one line, cut with an ellipsis by whoever lays it out. On is the default.
    void setWordWrap(bool wrap);

Q_SIGNALS:
    void linkActivated(const QString &target);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Tone m_tone = Tone::Neutral;
    QString m_text;
    Font m_font = Font::Small;
    bool m_onLive = false;
    QLabel *m_icon = nullptr;
    LinkLabel *m_sentence = nullptr;
};

} // namespace designer::ui
