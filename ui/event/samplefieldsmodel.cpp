// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/event/samplefieldsmodel.h"

#include "ui/common/plaintooltip.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QMimeData>

namespace designer::ui {

namespace {

constexpr int longestShown = 200; // characters

/// More than anybody looks through; a larger event is shown so far.
constexpr std::size_t mostFields = 20'000;

} // namespace

QString shownValue(const json::Value &value)
{
    if (value.isContainer())
        return value.isObject() ? QCoreApplication::translate("SampleFields", "%n field(s)", nullptr,
                                                              static_cast<int>(value.size()))
                                : QCoreApplication::translate("SampleFields", "%n in a list", nullptr,
                                                              static_cast<int>(value.size()));
    const std::string_view raw = value.raw();
    constexpr std::size_t enough = std::size_t{longestShown} * 6;
    const QString text = raw.size() > enough ? json::toQString(json::unescaped(raw.substr(0, longestShown)))
                                             : json::toQString(value.text());
    return text.left(longestShown).simplified();
}

void SampleFieldsModel::setEvent(std::shared_ptr<const event::Event> event)
{
    beginResetModel();
    m_event = std::move(event);
    m_fields.assign(1, Field());
    if (m_event)
        addFields();
    endResetModel();
}

void SampleFieldsModel::addFields()
{
    m_fields.front().node = m_event->root().node();
    std::vector<int> open{0}; // the field of each depth that the walk is inside of
    event::walk(m_event->root(), event::Elements::All, [&](const event::Step &step) {
        if (m_fields.size() >= mostFields)
            return event::Onward::Stop;
        open.resize(step.depth + 1);
        open.push_back(add(open.back(), step));
        return event::Onward::Into;
    });
}

int SampleFieldsModel::add(int parent, const event::Step &step)
{
    const int number = static_cast<int>(m_fields.size());
    std::vector<int> &beside = m_fields[static_cast<std::size_t>(parent)].children;
    Field field;
    field.parent = parent;
    field.row = static_cast<int>(beside.size());
    field.node = step.value.node();
    field.name = json::toQString(step.name);
    field.path = step.path;
    beside.push_back(number);
    m_fields.push_back(std::move(field));
    return number;
}

json::Value SampleFieldsModel::value(const Field &field) const
{
    return {&m_event->document().index(), field.node};
}

QModelIndex SampleFieldsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (m_fields.empty() || row < 0 || column < 0 || column > ValueColumn)
        return {};
    const auto &children = m_fields[parent.isValid() ? parent.internalId() : 0].children;
    if (row >= static_cast<int>(children.size()))
        return {};
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex SampleFieldsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int above = m_fields[child.internalId()].parent;
    if (above <= 0)
        return {};
    return createIndex(m_fields[static_cast<std::size_t>(above)].row, 0, static_cast<quintptr>(above));
}

int SampleFieldsModel::rowCount(const QModelIndex &parent) const
{
    if (m_fields.empty() || parent.column() > 0)
        return 0;
    return static_cast<int>(m_fields[parent.isValid() ? parent.internalId() : 0].children.size());
}

int SampleFieldsModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 2;
}

QVariant SampleFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Field &field = m_fields[index.internalId()];
    switch (role) {
    case Qt::DisplayRole: return index.column() == NameColumn ? field.name : shownValue(value(field));
    case Qt::ToolTipRole: return plainToolTip(field.name + QStringLiteral(": ") + shownValue(value(field)));
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? field.name + QStringLiteral(", ") + shownValue(value(field))
                                            : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter
                                | (index.column() == ValueColumn ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole: return index.column() == ValueColumn ? theme().color(Color::Dim) : QVariant();
    case PathRole: return json::toQString(field.path);
    default: return {};
    }
}

Qt::ItemFlags SampleFieldsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.isValid() && !m_fields[index.internalId()].path.empty() ? flags | Qt::ItemIsDragEnabled
                                                                         : flags;
}

QStringList SampleFieldsModel::mimeTypes() const
{
    return {QLatin1String(CodeEditor::pathMimeType)};
}

QMimeData *SampleFieldsModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const std::string &path = m_fields[indexes.first().internalId()].path;
    auto *const data = new QMimeData; // Qt takes it over
    data->setData(QLatin1String(CodeEditor::pathMimeType), QByteArray::fromStdString(path));
    data->setText(QStringLiteral("##") + json::toQString(path) + QStringLiteral("##"));
    return data;
}

} // namespace designer::ui
