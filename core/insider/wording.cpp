// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/wording.h"

#include "json/text.h"

#include <QCoreApplication>

#include <utility>

namespace designer::insider {

namespace {

/// Longer values are cut: a message is read, not parsed.
constexpr qsizetype longestShown = 80;

QString tr(const char *text)
{
    return QCoreApplication::translate("Insider", text);
}

QString translated(const std::string &text)
{
    return text.empty() ? QString() : tr(text.c_str());
}

} // namespace

QString shown(std::string_view utf8)
{
    // Cut before converting: a value may be megabytes long. No code point has more than 4 bytes.
    const auto most = static_cast<std::size_t>(longestShown) * 4;
    QString text = json::toQString(utf8.substr(0, most)).simplified();
    if (text.size() <= longestShown && utf8.size() <= most)
        return text;
    text.truncate(longestShown);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

QString described(const json::Value &value)
{
    switch (value.kind()) {
    case json::Kind::String:
        return value.raw().size() == 2 ? tr("an empty text")
                                       : filled(tr("the text “%1”"), {shown(value.text())});
    case json::Kind::Number: return filled(tr("the number %1"), {shown(value.raw())});
    case json::Kind::True: return QStringLiteral("true");
    case json::Kind::False: return QStringLiteral("false");
    case json::Kind::Array: return tr("a list");
    case json::Kind::Object: return tr("an object");
    case json::Kind::Null:
    case json::Kind::Bare: break;
    }
    return QStringLiteral("null");
}

QString described(FieldType type)
{
    switch (type) {
    case FieldType::String: return tr("a text");
    case FieldType::Boolean: return tr("true or false");
    case FieldType::Number: return tr("a number");
    case FieldType::Integer: return tr("a whole number");
    case FieldType::Strings: return tr("a list of texts");
    case FieldType::Numbers: return tr("a list of numbers");
    case FieldType::Any: break;
    }
    return tr("a value");
}

QString filled(const QString &text, const QStringList &words)
{
    QString out;
    out.reserve(text.size() + 64);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int digit = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (digit < 1) {
            out += text[i];
            continue;
        }
        out += words.value(digit - 1);
        ++i;
    }
    return out;
}

QString message(const RuleRow &row, const QStringList &words)
{
    return filled(translated(row.message), words).trimmed();
}

QString fixTitle(const RuleRow &row, const QStringList &words)
{
    return filled(translated(row.fix), words).trimmed();
}

Finding findingOf(Rule rule, const QStringList &words)
{
    const RuleRow &row = catalogue().row(rule);
    Finding out;
    out.code = row.code;
    out.severity = row.severity;
    out.evidence = row.evidence;
    out.message = message(row, words);
    if (QString title = fixTitle(row, words); !title.isEmpty())
        out.fixTitle = std::move(title);
    return out;
}

} // namespace designer::insider
