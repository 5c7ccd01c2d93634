// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/headers/headeredits.h"
#include "ui/headers/headersecrets.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace designer::ui {

/// The headers of a document as rows; below them the row that is being added, until it has a name.
/// Every edit goes into the document as one step, and comes back from there.
class HeadersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Handle, On, Name, Value, Eye, Remove, ColumnCount };

    explicit HeadersModel(SecretKeeper &keeper, QObject *parent = nullptr);

    void setDocument(ConnectionDocument *document);
    void setFindings(const Findings &findings);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Those of the document, without the row that is being added.
    [[nodiscard]] const std::vector<connection::HeaderRow> &headers() const { return m_rows; }
    [[nodiscard]] const connection::HeaderRow &header(int row) const;
    [[nodiscard]] bool isDraft(int row) const { return row == static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowOf(std::string_view name) const; ///< -1: there is none
    /// What there is to say of a row, in the order in which it is shown.
    [[nodiscard]] std::vector<HeaderNote> notes(int row) const;

    /// The value as it is shown: secrets are dots unless they are revealed, and words where none is there.
    [[nodiscard]] QString shownValue(int row) const;
    /// Whether words stand in the place of a secret.
    [[nodiscard]] bool lacksValue(int row) const;
    /// Whether what is to be seen there is a secret.
    [[nodiscard]] bool hasHidden(int row) const;
    /// Whether what is hidden there can be looked at.
    [[nodiscard]] bool canReveal(int row) const;
    [[nodiscard]] bool isRevealed(int row) const;
    void toggleReveal(int row);

    /// The row to type into; there is one at most.
    int startDraft(const connection::HeaderRow &row = {});
    void dropDraft();

    /// One step each. They say where the row is afterwards by rowEdited().
    void setOn(int row, bool on);
    void setValue(int row, const std::string &value, const QString &stepName = {});
    void moveTo(int row, int to); ///< stays among those that are on, or off
    void remove(int row);
    /// Behind the last one that is on.
    void add(const connection::HeaderRow &header);
    /// The first one of that name, in whatever case, that is off.
    void switchOn(std::string_view name);
    void replaceAll(const QString &stepName, const std::vector<connection::HeaderRow> &rows);

    /// Moves the plain value of \a row to the keeper; of the value, nothing stays in the document or
    /// in its history.
    void keepAsSecret(int row, SecretKeeper::Place place);
    /// Keeps \a value, and makes the row's value a reference to it.
    void keepNewSecret(int row, secrets::Secret value, SecretKeeper::Place place);

Q_SIGNALS:
    void rowEdited(int row);
    /// keepNewSecret() has ended; \a state says how.
    void secretKept(bool kept, designer::ui::SecretKeeper::State state);
    void countChanged(int count);

private:
    [[nodiscard]] QVariant nameData(int row, int role) const;
    [[nodiscard]] QVariant valueData(int row, int role) const;
    [[nodiscard]] QVariant onData(int row, int role) const;
    [[nodiscard]] QVariant buttonData(int row, int column, int role) const;
    void refresh();
    void adopt(std::vector<connection::HeaderRow> rows);
    void headerChanged(const std::string &name);
    void secretChanged(const QString &name);
    void touch(int row);
    void adoptDraft();
    bool setDraft(int column, const std::string &text);
    void tell(const HeaderEdits::Edited &edited);
    void refer(const std::string &header, const SecretKeeper::Kept &kept);

    HeaderEdits m_edits;
    HeaderSecrets m_secrets;
    std::vector<connection::HeaderRow> m_rows;
    std::optional<connection::HeaderRow> m_draft;
    Findings m_findings;
};

} // namespace designer::ui
