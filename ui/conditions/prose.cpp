// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/prose.h"

#include "condition/valuetext.h"
#include "condition/wording.h"
#include "json/document.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace designer::ui {

using condition::Match;
using condition::Outline;
using condition::OutlineRow;

namespace {

constexpr int mostRules = 60; ///< nobody reads more of them in one sentence
constexpr qsizetype longestValue = 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("Conditions", text);
}

QString ellipsis()
{
    return QStringLiteral("…");
}

QString bold(const QString &text)
{
    return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped());
}

QString shownValue(const std::string &json)
{
    QString text = QString::fromStdString(condition::typedText(json));
    if (json == "\"\"")
        text = tr("an empty text");
    if (json == "[]" || json.empty())
        return ellipsis();
    return bold(text.size() > longestValue ? text.left(longestValue) + ellipsis() : text);
}

QString shownRule(const OutlineRow &row)
{
    const QString subject = row.type == condition::Type::EventName ? tr("the <b>event name</b>")
        : row.field.empty()                                        ? ellipsis()
                                                                   : bold(QString::fromStdString(row.field));
    const QString phrase = row.op ? condition::phrase(*row.op).toHtmlEscaped() : ellipsis();
    const bool takesValue = !row.op || valueKind(*row.op) != condition::ValueKind::Nothing;
    //: a rule: what it looks at, how it compares, with what
    QString text = takesValue ? tr("%1 %2 %3").arg(subject, phrase, shownValue(row.valueJson))
                              : tr("%1 %2").arg(subject, phrase);
    return row.ignoreCase ? tr("%1 (upper or lower case alike)").arg(text) : text;
}

class Prose
{
public:
    explicit Prose(const Outline &outline) : m_outline(outline), m_left(mostRules) { }

    QString root()
    {
        const std::size_t row = unwrapped(0);
        if (!m_outline[row].isGroup())
            return clause(row, true);
        return m_outline[row].match.value_or(Match::All) == Match::All ? clauses(row) : listed(row);
    }

private:
    /// What counts directly in \a group.
    [[nodiscard]] std::vector<std::size_t> children(std::size_t group) const
    {
        std::vector<std::size_t> out;
        for (std::size_t i = group + 1; i < m_outline.size(); ++i) {
            if (m_outline[i].parent == group && m_outline[i].counts)
                out.push_back(i);
        }
        return out;
    }

    /// \a row, or what alone is in it, where its brackets say nothing.
    [[nodiscard]] std::size_t unwrapped(std::size_t row) const
    {
        while (m_outline[row].isGroup() && m_outline[row].match != Match::None) {
            const auto inner = children(row);
            if (inner.size() != 1)
                break;
            row = inner.front();
        }
        return row;
    }

    QString rule(std::size_t row)
    {
        --m_left;
        return shownRule(m_outline[row]);
    }

    /// The rules of an "all" group one after another.
    QString clauses(std::size_t group)
    {
        QString out;
        bool endsInList = false;
        for (const std::size_t child : children(group)) {
            const std::size_t row = unwrapped(child);
            if (m_left <= 0)
                return out + ellipsis();
            const QString part = clause(row, out.isEmpty());
            out = out.isEmpty() ? part : (endsInList ? tr("%1; and %2") : tr("%1, and %2")).arg(out, part);
            endsInList = m_outline[row].isGroup();
        }
        return out;
    }

    QString clause(std::size_t row, bool isFirst)
    {
        if (!m_outline[row].isGroup())
            return rule(row);
        const auto inner = children(row);
        if (m_outline[row].match != Match::None || inner.size() != 1)
            return listed(row);
        const QString part = nested(unwrapped(inner.front()));
        return isFirst ? tr("it is not so that %1").arg(part) : tr("not when %1").arg(part);
    }

    /// "at least one of these is true: A, or B"
    QString listed(std::size_t group)
    {
        switch (m_outline[group].match.value_or(Match::All)) {
        case Match::All: return tr("all of these are true: %1").arg(joined(group, tr(", and ")));
        case Match::Any: return tr("at least one of these is true: %1").arg(joined(group, tr(", or ")));
        case Match::None: break;
        }
        return tr("none of these is true: %1").arg(joined(group, tr(", or ")));
    }

    /// In brackets, since it stands inside of a list.
    QString nested(std::size_t row)
    {
        if (!m_outline[row].isGroup())
            return rule(row);
        switch (m_outline[row].match.value_or(Match::All)) {
        case Match::All: return QStringLiteral("(%1)").arg(joined(row, tr(" and ")));
        case Match::Any: return QStringLiteral("(%1)").arg(joined(row, tr(" or ")));
        case Match::None: break;
        }
        return tr("none of (%1)").arg(joined(row, tr(" or ")));
    }

    QString joined(std::size_t group, const QString &separator)
    {
        QStringList parts;
        for (const std::size_t child : children(group)) {
            if (m_left <= 0) {
                parts += ellipsis();
                break;
            }
            parts += nested(unwrapped(child));
        }
        return parts.join(separator);
    }

    const Outline &m_outline;
    int m_left;
};

} // namespace

QString prose(const Outline &outline)
{
    if (outline.empty() || !outline.front().counts)
        return tr("This connection fires for <b>every event</b>.");
    const QString when = Prose(outline).root();
    return when.endsWith(ellipsis()) ? tr("This connection fires when %1").arg(when)
                                     : tr("This connection fires when %1.").arg(when);
}

} // namespace designer::ui
