// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationsmodel.h"

#include "condition/eventnames.h"
#include "connection/editing.h"
#include "insider/endpoint.h"
#include "ui/common/sentence.h"
#include "url/url.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QMimeData>

namespace designer::ui {

namespace {

constexpr char rowMimeType[] = "application/x-connection-designer-row";

QString tr(const char *text)
{
    return QCoreApplication::translate("Destinations", text);
}

} // namespace

QString firesOn(const connection::Connection &connection)
{
    const condition::EventNames asked = condition::eventNames(condition::outline(connection.conditions()));
    if (asked.all)
        return tr("all events");
    if (!asked.names || asked.names->empty())
        return tr("some events");
    return asked.names->size() == 1 ? json::toQString(asked.names->front())
                                    : QCoreApplication::translate("Destinations", "%n events", nullptr,
                                                                  static_cast<int>(asked.names->size()));
}

QString goesTo(const connection::Connection &connection)
{
    if (insider::isUpsertEndpoint(connection.url()))
        return tr("Insider");
    const QString host = url::shownHost(connection.url());
    return host.isEmpty() ? tr("no address yet") : host;
}

DestinationsModel::DestinationsModel(Session &session, QObject *parent)
    : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::aboutToInsert, this, [this](int row) {
        m_isChanging = true;
        beginInsertRows({}, row, row);
    });
    connect(&session, &Session::aboutToRemove, this, [this](int row) {
        m_isChanging = true;
        beginRemoveRows({}, row, row);
    });
    connect(&session, &Session::aboutToMove, this, [this](int from, int to) {
        m_isChanging = true;
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    });
    connect(&session, &Session::inserted, this, [this] {
        endInsertRows();
        settle();
    });
    connect(&session, &Session::removed, this, [this] {
        endRemoveRows();
        settle();
    });
    connect(&session, &Session::moved, this, [this] {
        endMoveRows();
        settle();
    });
    connect(&session, &Session::changed, this, &DestinationsModel::tellChanged);
    connect(&session, &Session::reread, this, &DestinationsModel::tellChanged);
}

void DestinationsModel::tellChanged(int row)
{
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

void DestinationsModel::settle()
{
    m_isChanging = false;
    Q_EMIT settled();
}

int DestinationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_session.count();
}

QVariant DestinationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_session.count())
        return {};
    const Destination &destination = m_session.at(index.row());
    const connection::Connection &connection = destination.shown();
    const QString title = destination.title();
    switch (role) {
    case Qt::DisplayRole: return title;
    case Qt::EditRole: return json::toQString(connection.label());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(title, data(index, RouteRole).toString(), badge(destination).text);
    case RouteRole: return secondLine(index.row());
    case MarkRole: return title.left(1).toUpper();
    case BadgeRole: return QVariant::fromValue(badge(destination));
    case SearchRole:
        return QString(title + QLatin1Char(' ') + json::toQString(connection.id()) + QLatin1Char(' ')
                       + json::toQString(connection.url()) + QLatin1Char(' ') + events(destination));
    default: return {};
    }
}

QString DestinationsModel::secondLine(int row) const
{
    const Destination &destination = m_session.at(row);
    if (destination.unreadable)
        return withCapital(destination.unreadable->message);
    if (destination.gone)
        return tr("Its file is gone");
    const QString route = QStringLiteral("%1 → %2").arg(events(destination), goesTo(destination.shown()));
    return m_session.isModified(row) ? tr("Not saved · %1").arg(route) : route;
}

/// The list asks with every paint and every letter of a search, and conditions are taken apart for it.
const QString &DestinationsModel::events(const Destination &destination) const
{
    Events &known = m_events[destination.name];
    const std::string_view conditions = destination.shown().conditions().raw();
    if (known.words.isEmpty() || known.conditions != conditions)
        known = {std::string(conditions), firesOn(destination.shown())};
    return known.words;
}

bool DestinationsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    ConnectionDocument *const document = m_session.document(index.row());
    if (role != Qt::EditRole || !document)
        return false;
    const std::string label = value.toString().trimmed().toStdString();
    return !label.empty()
        && !document->changeShell(tr("Rename the destination"),
                                  {Page::Settings, QStringLiteral("/endpoint_label")},
                                  connection::withText(document->shell(), connection::key::label, label));
}

Qt::ItemFlags DestinationsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
}

QStringList DestinationsModel::mimeTypes() const
{
    return {QLatin1String(rowMimeType)};
}

QMimeData *DestinationsModel::mimeData(const QModelIndexList &indexes) const
{
    auto *const data = new QMimeData; // Qt takes it over
    if (!indexes.isEmpty())
        data->setData(QLatin1String(rowMimeType), QByteArray::number(indexes.first().row()));
    return data;
}

bool DestinationsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                     const QModelIndex &parent)
{
    Q_UNUSED(column)
    if (action != Qt::MoveAction || !data->hasFormat(QLatin1String(rowMimeType)))
        return false;
    const int from = data->data(QLatin1String(rowMimeType)).toInt();
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : m_session.count();
    move(from, before > from ? before - 1 : before);
    return false; // moved already: the view must not remove the row it dragged
}

void DestinationsModel::move(int from, int to)
{
    if (from >= 0 && from < m_session.count())
        m_session.move(from, to);
}

void DestinationsModel::setFindings(const QString &name, const FindingCounts &counts)
{
    m_counts[name] = counts;
    if (const int row = m_session.rowOf(name); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {BadgeRole, Qt::AccessibleTextRole});
}

BadgeContent DestinationsModel::badge(const Destination &destination) const
{
    if (destination.unreadable)
        return {Tone::Error, tr("unreadable"), true, BadgeContent::Shape::Pill};
    const auto found = m_counts.find(destination.name);
    const FindingCounts counts = found == m_counts.end() ? FindingCounts() : found->second;
    if (counts.errors > 0)
        return {Tone::Error, QString::number(counts.errors), true, BadgeContent::Shape::Pill};
    if (counts.warnings > 0)
        return {Tone::Warning, QString::number(counts.warnings), true, BadgeContent::Shape::Pill};
    if (destination.shown().active())
        return {Tone::Good, tr("active"), false, BadgeContent::Shape::Pill};
    return {Tone::Neutral, tr("off"), false, BadgeContent::Shape::Pill};
}

} // namespace designer::ui
