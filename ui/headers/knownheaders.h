// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace designer::ui {

struct KnownHeader
{
    QString name;
    QString explanation; ///< one sentence
};
/// Insider's own first, then those that are usual in HTTP.
[[nodiscard]] const std::vector<KnownHeader> &knownHeaders();

/// The known names for a completer; the explanation beside each is in ExplanationRole.
class KnownHeadersModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ExplanationRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace designer::ui
