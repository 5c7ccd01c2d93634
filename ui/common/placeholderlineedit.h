// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <vector>

namespace designer::ui {

/// A part of a text that stands for something else.
struct TextSpan
{
    enum class Kind { Placeholder, Secret };

    qsizetype begin = 0;
    qsizetype length = 0;
    Kind kind = Kind::Placeholder;
    bool operator==(const TextSpan &) const = default;
};
/// The `##path##` and `{{secret:NAME}}` of \a text, from left to right.
[[nodiscard]] std::vector<TextSpan> textSpans(const QString &text);

/// A line whose placeholders and references to secrets wear their colour.
class PlaceholderLineEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit PlaceholderLineEdit(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void colour();
};

} // namespace designer::ui
