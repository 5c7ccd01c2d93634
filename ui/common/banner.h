// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "ui/common/linklabel.h"
#include "ui/common/tone.h"

#include <QFrame>

#include <optional>

class QBoxLayout;
class QLabel;

namespace designer::ui {

class EvidenceBadge;

/// A verdict in a soft coloured box: icon, title, body with links, and on the right how it is known.
class Banner : public QFrame
{
    Q_OBJECT
public:
    struct Content
    {
        Tone tone = Tone::Info;
        QString title; ///< plain text
        QString body; ///< rich text, as in MessageLine; may be empty
        std::optional<Evidence> evidence; ///< none: no badge
        bool operator==(const Content &) const = default;
    };

    explicit Banner(QWidget *parent = nullptr);

    [[nodiscard]] const Content &content() const { return m_content; }
    void setContent(const Content &content);
    /// Puts \a widget, a button as a rule, at the right end. Takes ownership.
    void addAction(QWidget *widget);

Q_SIGNALS:
    void linkActivated(const QString &target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLabels();
    void colour();

    Content m_content;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    LinkLabel *m_body = nullptr;
    EvidenceBadge *m_evidence = nullptr;
    QBoxLayout *m_row = nullptr;
};

} // namespace designer::ui
