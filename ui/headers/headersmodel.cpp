// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headersmodel.h"

#include "http/field.h"
#include "secrets/reference.h"
#include "secrets/sensitiveheaders.h"
#include "ui/headers/credential.h"
#include "json/pointer.h"
#include "json/text.h"

#include <algorithm>
#include <utility>

namespace designer::ui {
namespace {

using connection::HeaderRow;

QString dots()
{
    return {16, QChar(u'•')};
}

EditPlace placeOf(const HeaderRow &row)
{
    return {Page::Headers, json::toQString("/headers/" + json::escapedToken(row.name))};
}

std::size_t at(int row)
{
    return static_cast<std::size_t>(row);
}

/// The number of rows that are on; they come first.
int countOn(const std::vector<HeaderRow> &rows)
{
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const HeaderRow &row) { return row.on; }));
}

} // namespace

HeadersModel::HeadersModel(SecretKeeper &keeper, QObject *parent)
    : QAbstractTableModel(parent), m_keeper(keeper)
{
    m_hiding.setSingleShot(true);
    connect(&m_hiding, &QTimer::timeout, this, &HeadersModel::hidePlain);
    connect(&keeper, &SecretKeeper::changed, this, &HeadersModel::secretChanged);
}

void HeadersModel::setDocument(ConnectionDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    hidePlain();
    m_keeper.hide();
    beginResetModel();
    m_document = document;
    m_draft.reset();
    m_problem.reset();
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

QVariant HeadersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (index.column()) {
    case On: return onData(index.row(), role);
    case Name: return nameData(index.row(), role);
    case Value: return valueData(index.row(), role);
    default: return buttonData(index.row(), index.column(), role);
    }
}

QVariant HeadersModel::onData(int row, int role) const
{
    if (role == Qt::CheckStateRole)
        return header(row).on ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole)
        return header(row).on ? tr("On: %1 is sent").arg(json::toQString(header(row).name))
                              : tr("Off: %1 is not sent").arg(json::toQString(header(row).name));
    return {};
}

QVariant HeadersModel::nameData(int row, int role) const
{
    const QString name = json::toQString(header(row).name);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return name;
    case Qt::AccessibleTextRole: return name.isEmpty() ? tr("Name of the new header") : name;
    default: return {};
    }
}

QVariant HeadersModel::valueData(int row, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return shownValue(row);
    case Qt::EditRole: return json::toQString(header(row).value);
    case Qt::AccessibleTextRole: {
        QStringList parts{hasHidden(row) && !isRevealed(row) ? tr("hidden value") : shownValue(row)};
        if (parts.front().isEmpty())
            parts.front() = tr("no value");
        for (const HeaderNote &note : notes(row))
            parts.append(note.sentence);
        return parts.join(QLatin1String("; "));
    }
    default: return {};
    }
}

QVariant HeadersModel::buttonData(int row, int column, int role) const
{
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const QString name = json::toQString(header(row).name);
    if (column == Handle && !isDraft(row))
        return tr("Move %1: Alt+Up, Alt+Down").arg(name);
    if (column == Remove)
        return tr("Remove %1").arg(name);
    if (column == Eye && hasHidden(row))
        return isRevealed(row) ? tr("Hide the value of %1").arg(name)
                               : tr("Show the value of %1 for a moment").arg(name);
    return role == Qt::AccessibleTextRole ? QVariant(tr("nothing")) : QVariant();
}

Qt::ItemFlags HeadersModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags out = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return out;
    if (index.column() == Name || index.column() == Value)
        out |= Qt::ItemIsEditable;
    if (index.column() == On)
        out |= Qt::ItemIsUserCheckable;
    return out | Qt::ItemNeverHasChildren;
}

QVariant HeadersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::AccessibleTextRole ? QVariant(tr("Header %1").arg(section + 1)) : QVariant();
    const bool isShown = role == Qt::DisplayRole;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == On ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    if (!isShown && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case On: return tr("On");
    case Name: return tr("Name");
    case Value: return tr("Value");
    case Handle: return isShown ? QString() : tr("Move");
    case Eye: return isShown ? QString() : tr("Show");
    default: return isShown ? QString() : tr("Remove");
    }
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
    for (const std::string &name : secretNames(shown.value))
        out.push_back(secretNote(name, m_keeper.state(name)));
    if (isPlainCredential(row)) {
        const bool hasProblem = m_problem && m_problem->header == shown.name;
        out.push_back(plainNote(hasProblem ? std::optional(m_problem->state) : std::nullopt));
    }
    if (auto finding = findingNote(shown, m_findings))
        out.push_back(std::move(*finding));
    return out;
}

bool HeadersModel::isPlainCredential(int row) const
{
    return ui::isPlainCredential(header(row));
}

bool HeadersModel::hasHidden(int row) const
{
    return isPlainCredential(row) || !secretNames(header(row).value).empty();
}

QString HeadersModel::shownValue(int row) const
{
    const HeaderRow &shown = header(row);
    if (isPlainCredential(row))
        return isRevealed(row) ? json::toQString(shown.value) : dots();
    QString out;
    std::size_t done = 0;
    for (const secrets::Reference &reference : secrets::findReferences(shown.value)) {
        const auto value = m_keeper.revealed(reference.name);
        out += json::toQString(std::string_view(shown.value).substr(done, reference.begin - done));
        out += value ? json::toQString(*value) : dots();
        done = reference.end;
    }
    return out + json::toQString(std::string_view(shown.value).substr(done));
}

bool HeadersModel::isRevealed(int row) const
{
    if (isPlainCredential(row))
        return !m_revealedHeader.empty() && m_revealedHeader == header(row).name;
    const std::vector<std::string> names = secretNames(header(row).value);
    return std::any_of(names.begin(), names.end(),
                       [this](const std::string &name) { return m_keeper.revealed(name).has_value(); });
}

void HeadersModel::toggleReveal(int row)
{
    const bool wasRevealed = isRevealed(row);
    const std::string name = header(row).name;
    hidePlain();
    m_keeper.hide();
    if (wasRevealed || !hasHidden(row))
        return;
    if (!isPlainCredential(row)) {
        m_keeper.reveal(secretNames(header(row).value).front());
        return;
    }
    m_revealedHeader = name;
    m_hiding.start(m_keeper.revealTime());
    touch(row);
}

void HeadersModel::hidePlain()
{
    m_hiding.stop();
    if (m_revealedHeader.empty())
        return;
    const int row = rowOf(std::exchange(m_revealedHeader, {}));
    if (row >= 0)
        touch(row);
}

void HeadersModel::touch(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
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
    if (!m_document || !checkIndex(index, CheckIndexOption::IndexIsValid))
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
        rename(index.row(), text);
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
    const std::vector<HeaderRow> rows = m_rows;
    change(tr("Add the header %1").arg(json::toQString(added.name)), rows, added);
    refresh(); // where the document did not take it
    Q_EMIT countChanged(static_cast<int>(m_rows.size()));
}

void HeadersModel::add(const HeaderRow &header)
{
    std::vector<HeaderRow> rows = m_rows;
    rows.insert(rows.begin() + (header.on ? countOn(rows) : static_cast<int>(rows.size())), header);
    change(tr("Add the header %1").arg(json::toQString(header.name)), rows, header);
}

void HeadersModel::switchOn(std::string_view name)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const HeaderRow &row) {
        return !row.on && http::equalsIgnoringCase(row.name, name);
    });
    if (found != m_rows.end())
        setOn(static_cast<int>(found - m_rows.begin()), true);
}

void HeadersModel::rename(int row, const std::string &name)
{
    std::vector<HeaderRow> rows = m_rows;
    rows[at(row)].name = name;
    change(tr("Rename the header %1").arg(json::toQString(m_rows[at(row)].name)), rows, rows[at(row)]);
}

void HeadersModel::setValue(int row, const std::string &value, const QString &stepName)
{
    std::vector<HeaderRow> rows = m_rows;
    rows[at(row)].value = value;
    const QString usual = tr("Change the header %1").arg(json::toQString(rows[at(row)].name));
    change(stepName.isEmpty() ? usual : stepName, rows, rows[at(row)]);
}

void HeadersModel::setOn(int row, bool on)
{
    if (isDraft(row)) {
        m_draft->on = on;
        touch(row);
        return;
    }
    if (m_rows[at(row)].on == on)
        return;
    std::vector<HeaderRow> rows = m_rows;
    HeaderRow moved = rows[at(row)];
    moved.on = on;
    rows.erase(rows.begin() + row);
    rows.insert(rows.begin() + countOn(rows), moved);
    const QString name = json::toQString(moved.name);
    change(on ? tr("Switch the header %1 on").arg(name) : tr("Switch the header %1 off").arg(name), rows,
           moved);
}

void HeadersModel::moveTo(int row, int to)
{
    if (isDraft(row))
        return;
    const int on = countOn(m_rows);
    const bool isOn = m_rows[at(row)].on;
    const int first = isOn ? 0 : on;
    const int last = (isOn ? on : static_cast<int>(m_rows.size())) - 1;
    const int target = std::clamp(to, first, last);
    if (target == row)
        return;
    std::vector<HeaderRow> rows = m_rows;
    const HeaderRow moved = rows[at(row)];
    rows.erase(rows.begin() + row);
    rows.insert(rows.begin() + target, moved);
    change(tr("Move the header %1").arg(json::toQString(moved.name)), rows, moved);
}

void HeadersModel::remove(int row)
{
    if (isDraft(row)) {
        dropDraft();
        return;
    }
    std::vector<HeaderRow> rows = m_rows;
    const HeaderRow removed = rows[at(row)];
    rows.erase(rows.begin() + row);
    change(tr("Remove the header %1").arg(json::toQString(removed.name)), rows, removed);
}

void HeadersModel::replaceAll(const QString &stepName, const std::vector<HeaderRow> &rows)
{
    change(stepName, rows, rows.empty() ? HeaderRow() : rows.front());
}

void HeadersModel::change(const QString &stepName, const std::vector<HeaderRow> &rows,
                          const HeaderRow &edited)
{
    if (!m_document)
        return;
    m_document->changeShell(stepName, placeOf(edited), connection::withHeaderRows(m_document->shell(), rows));
    const auto found = std::find(m_rows.begin(), m_rows.end(), edited);
    if (found != m_rows.end())
        Q_EMIT rowEdited(static_cast<int>(found - m_rows.begin()));
}

void HeadersModel::refresh()
{
    adopt(connection::headerRows(m_document->shell()));
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
    if (!m_document || isDraft(row) || !isPlainCredential(row))
        return;
    hidePlain();
    const HeaderRow kept = m_rows[at(row)];
    const Credential credential = credentialOf(kept.value);
    const QPointer<ConnectionDocument> document = m_document;
    m_keeper.keepApart(suggestedSecretName(kept.name, m_document->shell().id()),
                       secrets::Secret(std::string(credential.secret)), place,
                       [this, self = QPointer(this), document, kept, credential](const auto &result) {
                           if (!self || !document || document != m_document)
                               return;
                           if (result.name.empty())
                               noteProblem(kept.name, result.state);
                           else
                               rewritePlain(kept.value, credential.scheme + referenceTo(result.name));
                       });
}

void HeadersModel::noteProblem(const std::string &header, SecretKeeper::State state)
{
    m_problem = {header, state};
    if (const int row = rowOf(header); row >= 0)
        touch(row);
}

/// Also in the document's history: an undo would bring the credential back into the file.
void HeadersModel::rewritePlain(const std::string &plain, const std::string &replacement)
{
    m_problem.reset();
    const auto rewrite = [&](const connection::Connection &shell) {
        std::vector<HeaderRow> rows = connection::headerRows(shell);
        for (HeaderRow &row : rows) {
            if (row.value == plain)
                row.value = replacement;
        }
        return connection::withHeaderRows(shell, rows);
    };
    m_document->rewriteHistory(rewrite, {Page::Headers, {}});
}

void HeadersModel::keepNewSecret(int row, secrets::Secret value, SecretKeeper::Place place)
{
    if (!m_document || isDraft(row))
        return;
    const HeaderRow kept = m_rows[at(row)];
    const QPointer<ConnectionDocument> document = m_document;
    m_keeper.keepApart(suggestedSecretName(kept.name, m_document->shell().id()), std::move(value), place,
                       [this, self = QPointer(this), document, kept](const auto &result) {
                           if (self && document && document == m_document)
                               refer(kept.name, result);
                       });
}

void HeadersModel::refer(const std::string &header, const SecretKeeper::Kept &kept)
{
    const int row = rowOf(header);
    if (row >= 0 && !kept.name.empty())
        setValue(row, referenceTo(kept.name), tr("Keep %1 as a secret").arg(json::toQString(header)));
    Q_EMIT secretKept(!kept.name.empty(), kept.state);
}

} // namespace designer::ui
