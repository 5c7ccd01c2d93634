// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace designer::ui {

/// A wrapping sentence in HTML whose links Tab reaches one by one and Return follows. Without a link
/// it is no tab stop. Values of the user's in the text go through QString::toHtmlEscaped().
class LinkLabel : public QLabel
{
    Q_OBJECT
public:
    explicit LinkLabel(QWidget *parent = nullptr);

    void setSentence(const QString &richText);

protected:
    void focusInEvent(QFocusEvent *event) override;
};

/// A link for such a sentence. \a target and \a words are plain text.
[[nodiscard]] QString link(const QString &target, const QString &words);

} // namespace designer::ui
