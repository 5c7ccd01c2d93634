// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/findermodel.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace designer::ui {

namespace {

/// More than anyone reads; who wants another types a further letter.
constexpr std::size_t mostFound = 200;

/// How far from what was meant, for one word; nothing: it is not there.
std::optional<int> distance(const QString &title, const QString &detail, const QString &word)
{
    enum { Beginning, WordsBeginning, Inside, InDetail };
    std::optional<int> best;
    for (qsizetype at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
        if (at == 0)
            return Beginning;
        if (!title[at - 1].isLetterOrNumber())
            return WordsBeginning;
        best = Inside;
    }
    return best || !detail.contains(word) ? best : std::optional<int>(InDetail);
}

} // namespace

QString soughtForm(const QString &text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            out += c.unicode() == 0x131 ? QLatin1Char('i') : c;
    }
    return out.toCaseFolded();
}

void FinderModel::setEntries(std::vector<FinderEntry> entries)
{
    m_entries = std::move(entries);
    m_sought.clear();
    m_sought.reserve(m_entries.size());
    for (const FinderEntry &entry : m_entries)
        m_sought.push_back({soughtForm(entry.title), soughtForm(entry.detail)});
    search({});
}

void FinderModel::search(const QString &words)
{
    const QStringList sought = soughtForm(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        std::optional<int> sum = 0;
        for (const QString &word : sought) {
            const auto one = distance(m_sought[i].title, m_sought[i].detail, word);
            sum = sum && one ? std::optional(*sum + *one) : std::nullopt;
        }
        if (sum)
            found.emplace_back(*sum * 10 + static_cast<int>(m_entries[i].kind), i);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    found.resize(std::min(found.size(), mostFound));
    beginResetModel();
    m_found.clear();
    for (const auto &[rank, entry] : found)
        m_found.push_back(entry);
    endResetModel();
}

int FinderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant FinderModel::data(const QModelIndex &index, int role) const
{
    const FinderEntry &entry = found(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.title;
    case DetailRole: return entry.detail;
    case RemarkRole: return entry.keys.isEmpty() ? words(entry.kind) : entry.keys;
    case IconRole: return static_cast<int>(iconOf(entry.kind));
    case Qt::AccessibleTextRole:
        return QStringList{words(entry.kind), entry.title, entry.detail, entry.keys}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QStringLiteral(", "));
    default: return {};
    }
}

} // namespace designer::ui
