// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/badge.h"
#include "ui/document/session.h"

#include <QAbstractListModel>

#include <map>

namespace designer::ui {

/// The destinations of a session, one a row, in the order of the list.
class DestinationsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        RouteRole = Qt::UserRole + 1, ///< what fires it, and where it goes
        MarkRole, ///< the letter of its mark
        BadgeRole, ///< a BadgeContent
        SearchRole, ///< all that a search looks at
    };

    explicit DestinationsModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// What the badge of \a name counts from now on.
    void setFindings(const QString &name, const FindingCounts &counts);
    void move(int from, int to);
    /// A row comes, goes or moves: views renumber, and what they say of rows is of the old numbers yet.
    [[nodiscard]] bool isChanging() const { return m_isChanging; }

Q_SIGNALS:
    void settled(); ///< after it has come, gone or moved

private:
    void tellChanged(int row);
    void settle();
    [[nodiscard]] BadgeContent badge(const Destination &destination) const;
    [[nodiscard]] QString secondLine(int row) const;

    /// What conditions let through, in words.
    struct Events
    {
        std::string conditions; ///< from which it was worked out
        QString words;
    };
    [[nodiscard]] const QString &events(const Destination &destination) const;

    Session &m_session;
    std::map<QString, FindingCounts> m_counts;
    mutable std::map<QString, Events> m_events; ///< by name
    bool m_isChanging = false;
};

/// "purchase", "3 events", "all events", "some events": what fires \a connection.
[[nodiscard]] QString firesOn(const connection::Connection &connection);
/// "Insider", or the host.
[[nodiscard]] QString goesTo(const connection::Connection &connection);

} // namespace designer::ui

Q_DECLARE_METATYPE(designer::ui::BadgeContent)
