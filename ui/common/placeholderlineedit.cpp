// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/placeholderlineedit.h"

#include "secrets/reference.h"
#include "template/placeholder.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QInputMethodEvent>
#include <QTextCharFormat>

#include <algorithm>

namespace designer::ui {
namespace {

/// The characters of the first \a bytes of \a utf8.
qsizetype characters(const std::string &utf8, std::size_t bytes)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(bytes)).size();
}

TextSpan span(const std::string &utf8, std::size_t begin, std::size_t end, TextSpan::Kind kind)
{
    const qsizetype first = characters(utf8, begin);
    return {first, characters(utf8, end) - first, kind};
}

QTextCharFormat formatOf(TextSpan::Kind kind)
{
    QTextCharFormat format;
    const bool isSecret = kind == TextSpan::Kind::Secret;
    format.setForeground(theme().color(isSecret ? Color::Accent : Color::Placeholder));
    format.setBackground(theme().color(isSecret ? Color::AccentSoft : Color::PlaceholderSoft));
    return format;
}

} // namespace

std::vector<TextSpan> textSpans(const QString &text)
{
    const std::string utf8 = text.toStdString();
    std::vector<TextSpan> out;
    for (const tmpl::Placeholder &found : tmpl::findPlaceholders(utf8).found)
        out.push_back(span(utf8, found.begin, found.end, TextSpan::Kind::Placeholder));
    for (const secrets::Reference &found : secrets::findReferences(utf8))
        out.push_back(span(utf8, found.begin, found.end, TextSpan::Kind::Secret));
    std::sort(out.begin(), out.end(), [](const TextSpan &a, const TextSpan &b) { return a.begin < b.begin; });
    return out;
}

PlaceholderLineEdit::PlaceholderLineEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &PlaceholderLineEdit::colour);
    connect(&theme(), &Theme::changed, this, &PlaceholderLineEdit::colour);
}

void PlaceholderLineEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange)
        colour();
}

void PlaceholderLineEdit::inputMethodEvent(QInputMethodEvent *event)
{
    QLineEdit::inputMethodEvent(event);
    // An input method's own formats replace ours; they are back once it has finished.
    if (event->preeditString().isEmpty() && !event->commitString().isEmpty())
        colour();
}

/// A line edit takes formats for its text in one way only: as an input method gives them.
void PlaceholderLineEdit::colour()
{
    QList<QInputMethodEvent::Attribute> attributes;
    for (const TextSpan &span : textSpans(text())) {
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(span.begin) - cursorPosition(),
                           static_cast<int>(span.length), formatOf(span.kind)});
    }
    QInputMethodEvent event({}, attributes);
    QLineEdit::inputMethodEvent(&event);
}

} // namespace designer::ui
