// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/gallerymodel.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <tuple>
#include <vector>

namespace designer::ui {

namespace {

bool hasAllWords(const connection::GalleryTemplate &item, const QStringList &words)
{
    const QString text = item.title + QLatin1Char(' ') + item.tab + QLatin1Char(' ') + item.description;
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// The lower, the likelier it is what people look for by \a words.
int rankOf(const connection::GalleryTemplate &item, const QString &words)
{
    if (item.title.startsWith(words, Qt::CaseInsensitive))
        return 0;
    return item.title.contains(words, Qt::CaseInsensitive) ? 1 : 2;
}

using Templates = std::vector<const connection::GalleryTemplate *>;

/// Those of one tab stay together; the likeliest are first.
void sortByRank(Templates &found, const QString &words)
{
    struct Tab
    {
        int rank;
        qsizetype place;
    };
    QHash<QString, Tab> tabs;
    for (const auto *const item : found) {
        Tab &tab = tabs.emplace(item->tab, tabs.value(item->tab, {2, tabs.size()})).value();
        tab.rank = std::min(tab.rank, rankOf(*item, words));
    }
    const auto keyOf = [&](const connection::GalleryTemplate *item) {
        const Tab tab = tabs.value(item->tab);
        return std::tuple(tab.rank, tab.place, rankOf(*item, words));
    };
    std::ranges::stable_sort(found, std::less(), keyOf);
}

} // namespace

GalleryModel::GalleryModel(QObject *parent) : QAbstractListModel(parent)
{
    search({});
}

void GalleryModel::search(const QString &words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    beginResetModel();
    m_rows.clear();
    QString group;
    Templates found;
    for (const connection::GalleryTemplate &item : connection::gallery()) {
        if (hasAllWords(item, wanted))
            found.push_back(&item);
    }
    sortByRank(found, words.simplified());
    for (const auto *const item : found) {
        if (item->tab != group || m_rows.empty())
            m_rows.push_back({nullptr, item->tab});
        group = item->tab;
        m_rows.push_back({item, {}});
    }
    endResetModel();
}

int GalleryModel::templateCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.item != nullptr; }));
}

const connection::GalleryTemplate *GalleryModel::templateAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())].item : nullptr;
}

int GalleryModel::nextTemplate(int row, int step) const
{
    for (int next = row + step; next >= 0 && next < rowCount(); next += step) {
        if (templateAt(index(next)))
            return next;
    }
    return -1;
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.item ? row.item->title : row.heading;
    case HeadingRole: return row.item == nullptr;
    case SubtitleRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: return row.item ? row.item->description : QString();
    case NameRole: return row.item ? row.item->name : QString();
    default: return {};
    }
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return !templateAt(index) ? Qt::ItemNeverHasChildren
                              : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace designer::ui
