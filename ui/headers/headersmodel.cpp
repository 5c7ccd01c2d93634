// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headersmodel.h"

#include "ui/headers/credential.h"
#include "json/text.h"

#include <algorithm>
#include <utility>

namespace designer::ui {
namespace {

using connection::HeaderRow;

std::size_t at(int row)
{
    return static_cast<std::size_t>(row);
}

} // namespace

HeadersModel::HeadersModel(SecretKeeper &keeper, QObject *parent)
    : QAbstractTableModel(parent), m_secrets(keeper)
{
    connect(&m_secrets, &HeaderSecrets::changed, this, &HeadersModel::headerChanged);
    connect(&keeper, &SecretKeeper::changed, this, &HeadersModel::secretChanged);
}

void HeadersModel::setDocument(ConnectionDocument *document)
{
    if (m_edits.document())
        m_edits.document()->disconnect(this);
    m_secrets.setDocument(document);
    beginResetModel();
    m_edits.setDocument(document);
    m_draft.reset();
    m_findings.clear();
    m_rows = document ? connection::headerRows(document->shell()) : std::vector<HeaderRow>();
    endResetModel();
    if (document)
        connect(document, &ConnectionDocument::shellChanged, this, &HeadersModel::refresh);
    Q_EMIT countChanged(static_cast<int>(m_rows.size()));
}

void HeadersModel::setFindings(const Findings &findings)
{
    if (m_findings == findings)
        return;
    m_findings = findings;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
}

int HeadersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size()) + (m_draft ? 1 : 0);
}

int HeadersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const HeaderRow &HeadersModel::header(int row) const
{
    return isDraft(row) ? *m_draft : m_rows[at(row)];
}

int HeadersModel::rowOf(std::string_view name) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const HeaderRow &row) { return row.name == name; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::vector<HeaderNote> HeadersModel::notes(int row) const
{
    std::vector<HeaderNote> out;
    const HeaderRow &shown = header(row);
    if (isDraft(row)) {
        if (!shown.value.empty())
            out.push_back({.sentence = tr("Give it a name: then it is sent.")});
        return out;
    }
    if (!shown.on)
        out.push_back({.sentence = tr("Off: kept here, not sent, not exported")});
    for (HeaderNote &note : m_secrets.notes(shown))
        out.push_back(std::move(note));
    if (auto blank = shown.on ? blankNote(shown) : std::nullopt)
        out.push_back(std::move(*blank));
    if (auto finding = findingNote(shown, m_findings))
        out.push_back(std::move(*finding));
    return out;
}

bool HeadersModel::hasHidden(int row) const
{
    return HeaderSecrets::hasHidden(header(row));
}

bool HeadersModel::canReveal(int row) const
{
    return m_secrets.canReveal(header(row));
}

bool HeadersModel::lacksValue(int row) const
{
    return m_secrets.lacksValue(header(row));
}

QString HeadersModel::shownValue(int row) const
{
    return m_secrets.shownValue(header(row));
}

bool HeadersModel::isRevealed(int row) const
{
    return m_secrets.isRevealed(header(row));
}

void HeadersModel::toggleReveal(int row)
{
    m_secrets.toggleReveal(header(row));
}

void HeadersModel::touch(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void HeadersModel::headerChanged(const std::string &name)
{
    if (const int row = rowOf(name); row >= 0)
        touch(row);
}

void HeadersModel::secretChanged(const QString &name)
{
    const std::string changed = json::toStd(name);
    for (int row = 0; row < rowCount(); ++row) {
        const std::vector<std::string> names = secretNames(header(row).value);
        if (std::find(names.begin(), names.end(), changed) != names.end())
            touch(row);
    }
}

int HeadersModel::startDraft(const HeaderRow &row)
{
    const int draftRow = static_cast<int>(m_rows.size());
    if (m_draft)
        return draftRow;
    beginInsertRows({}, draftRow, draftRow);
    m_draft = row;
    endInsertRows();
    return draftRow;
}

void HeadersModel::dropDraft()
{
    if (!m_draft)
        return;
    const int row = static_cast<int>(m_rows.size());
    beginRemoveRows({}, row, row);
    m_draft.reset();
    endRemoveRows();
}

bool HeadersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!m_edits.document() || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (index.column() == On && role == Qt::CheckStateRole) {
        setOn(index.row(), value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || (index.column() != Name && index.column() != Value))
        return false;
    const std::string text = json::toStd(value.toString());
    if (isDraft(index.row()))
        return setDraft(index.column(), text);
    if (index.column() == Name)
        tell(m_edits.rename(index.row(), text));
    else
        setValue(index.row(), text);
    return true;
}

/// With its name, the row goes into the document, behind the last one that is on.
bool HeadersModel::setDraft(int column, const std::string &text)
{
    (column == Name ? m_draft->name : m_draft->value) = text;
    if (m_draft->name.empty()) {
        touch(static_cast<int>(m_rows.size()));
        return true;
    }
    adoptDraft();
    return true;
}

/// The row moves instead of going and coming, so that an editor on it stays open.
void HeadersModel::adoptDraft()
{
    const int from = static_cast<int>(m_rows.size());
    const int to = m_draft->on ? countOn(m_rows) : from;
    const HeaderRow added = *m_draft;
    const bool moves = to != from && beginMoveRows({}, from, from, {}, to);
    m_rows.insert(m_rows.begin() + to, added);
    m_draft.reset();
    if (moves)
        endMoveRows();
    touch(to);
    tell(m_edits.add(added));
    refresh(); // where the document did not take it
    Q_EMIT countChanged(static_cast<int>(m_rows.size()));
}

void HeadersModel::add(const HeaderRow &header)
{
    tell(m_edits.add(header));
}

void HeadersModel::switchOn(std::string_view name)
{
    tell(m_edits.switchOn(name));
}

void HeadersModel::setValue(int row, const std::string &value, const QString &stepName)
{
    tell(m_edits.setValue(row, value, stepName));
}

void HeadersModel::setOn(int row, bool on)
{
    if (!isDraft(row)) {
        tell(m_edits.setOn(row, on));
        return;
    }
    m_draft->on = on;
    touch(row);
}

void HeadersModel::moveTo(int row, int to)
{
    if (!isDraft(row))
        tell(m_edits.moveTo(row, to));
}

void HeadersModel::remove(int row)
{
    if (isDraft(row))
        dropDraft();
    else
        tell(m_edits.remove(row));
}

void HeadersModel::replaceAll(const QString &stepName, const std::vector<HeaderRow> &rows)
{
    tell(m_edits.replaceAll(stepName, rows));
}

void HeadersModel::tell(const HeaderEdits::Edited &edited)
{
    if (!edited)
        return;
    const auto found = std::find(m_rows.begin(), m_rows.end(), *edited);
    if (found != m_rows.end())
        Q_EMIT rowEdited(static_cast<int>(found - m_rows.begin()));
}

void HeadersModel::refresh()
{
    adopt(connection::headerRows(m_edits.document()->shell()));
}

/// Tells the views what really changed, so that they keep their place.
void HeadersModel::adopt(std::vector<HeaderRow> rows)
{
    if (rows == m_rows)
        return;
    const std::size_t shorter = std::min(rows.size(), m_rows.size());
    const auto [oldBegin, newBegin]
        = std::mismatch(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(shorter), rows.begin());
    const int begin = static_cast<int>(oldBegin - m_rows.begin());
    int tail = 0;
    while (tail < static_cast<int>(shorter) - begin
           && m_rows[m_rows.size() - 1 - at(tail)] == rows[rows.size() - 1 - at(tail)])
        ++tail;
    const int oldEnd = static_cast<int>(m_rows.size()) - tail;
    const int newEnd = static_cast<int>(rows.size()) - tail;
    const int common = std::min(oldEnd, newEnd);
    if (newEnd > oldEnd)
        beginInsertRows({}, oldEnd, newEnd - 1);
    else if (newEnd < oldEnd)
        beginRemoveRows({}, newEnd, oldEnd - 1);
    m_rows = std::move(rows);
    if (newEnd > oldEnd)
        endInsertRows();
    else if (newEnd < oldEnd)
        endRemoveRows();
    if (common > begin)
        Q_EMIT dataChanged(index(begin, 0), index(common - 1, ColumnCount - 1));
    if (newEnd != oldEnd)
        Q_EMIT countChanged(static_cast<int>(m_rows.size()));
}

void HeadersModel::keepAsSecret(int row, SecretKeeper::Place place)
{
    if (!isDraft(row))
        m_secrets.keepPlain(header(row), place);
}

void HeadersModel::keepNewSecret(int row, secrets::Secret value, SecretKeeper::Place place)
{
    if (isDraft(row))
        return;
    m_secrets.keepNew(header(row), std::move(value), place,
                      [this, name = header(row).name](const auto &kept) { refer(name, kept); });
}

void HeadersModel::refer(const std::string &header, const SecretKeeper::Kept &kept)
{
    const int row = rowOf(header);
    if (row >= 0 && !kept.name.empty())
        setValue(row, referenceTo(kept.name), tr("Keep %1 as a secret").arg(json::toQString(header)));
    Q_EMIT secretKept(!kept.name.empty(), kept.state);
}

} // namespace designer::ui
