// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/localstate.h"

#include "workspace/file.h"
#include "json/document.h"
#include "json/text.h"
#include "json/writer.h"

#include <algorithm>

namespace designer::workspace {

namespace {

constexpr QLatin1String fileName("window.json");

QString textOf(const json::Value &object, std::string_view name)
{
    return json::toQString(object.find(name).text());
}

std::optional<GreenTest> greenTestOf(const json::Value &object)
{
    if (!object.isObject())
        return std::nullopt;
    return GreenTest{QByteArray::fromHex(textOf(object, "of").toLatin1()),
                     QDateTime::fromString(textOf(object, "at"), Qt::ISODateWithMs),
                     object.find("live").isTrue()};
}

void writeConnection(json::Writer &writer, const RememberedConnection &connection)
{
    writer.beginObject();
    writer.name("page").string(connection.page);
    writer.name("sample").string(connection.sample);
    if (const auto &test = connection.greenTest) {
        writer.name("green_test").beginObject();
        writer.name("of").string(QString::fromLatin1(test->of.toHex()));
        writer.name("at").string(test->at.toUTC().toString(Qt::ISODateWithMs));
        writer.name("live").boolean(test->live);
        writer.endObject();
    }
    writer.endObject();
}

/// Puts into \a there what is another in \a now than in \a before.
template <typename Value>
void putChanges(Value &there, const Value &before, const Value &now)
{
    if (now != before)
        there = now;
}

template <typename Value>
void putChanges(std::map<QString, Value> &there, const std::map<QString, Value> &before,
                const std::map<QString, Value> &now)
{
    for (const auto &[name, value] : now) {
        const auto known = before.find(name);
        if (known == before.end() || known->second != value)
            there[name] = value;
    }
}

} // namespace

QStringList LocalState::ordered(const QStringList &names) const
{
    QStringList out = names;
    std::map<QString, qsizetype> places;
    for (qsizetype i = 0; i < order.size(); ++i)
        places.emplace(order[i], i);
    const auto place = [&](const QString &name) {
        const auto found = places.find(name);
        return found == places.end() ? order.size() : found->second;
    };
    std::stable_sort(out.begin(), out.end(),
                     [&](const QString &a, const QString &b) { return place(a) < place(b); });
    return out;
}

LocalState LocalState::read(const Folder &folder)
{
    LocalState out;
    Result<std::string> text = readFile(folder.localPath(QString(fileName)));
    if (!text)
        return out;
    const json::Document document(std::move(text).value());
    const json::Value root = document.root();
    for (const json::Value name : root.find("order").elements())
        out.order << json::toQString(name.text());
    out.selected = textOf(root, "selected");
    out.welcomed = root.find("welcomed").isTrue();
    for (const json::Member &member : root.find("connections").members()) {
        out.connections[json::toQString(member.nameText())]
            = {textOf(member.value, "page"), textOf(member.value, "sample"),
               greenTestOf(member.value.find("green_test"))};
    }
    for (const json::Member &member : root.find("views").members())
        out.views[json::toQString(member.nameText())]
            = QByteArray::fromBase64(QByteArray::fromStdString(member.value.text()));
    return out;
}

Status LocalState::writeChanges(const Folder &folder, const LocalState &before) const
{
    LocalState there = read(folder);
    putChanges(there.order, before.order, order);
    putChanges(there.selected, before.selected, selected);
    putChanges(there.connections, before.connections, connections);
    putChanges(there.views, before.views, views);
    putChanges(there.welcomed, before.welcomed, welcomed);
    return there.write(folder);
}

Status LocalState::write(const Folder &folder) const
{
    json::Writer writer(2);
    writer.beginObject();
    writer.name("order").beginArray();
    for (const QString &name : order)
        writer.string(name);
    writer.endArray();
    writer.name("selected").string(selected);
    writer.name("welcomed").boolean(welcomed);
    writer.name("connections").beginObject();
    for (const auto &[name, connection] : connections) {
        writer.name(name.toStdString());
        writeConnection(writer, connection);
    }
    writer.endObject();
    writer.name("views").beginObject();
    for (const auto &[name, bytes] : views)
        writer.name(name.toStdString()).string(QString::fromLatin1(bytes.toBase64()));
    writer.endObject();
    writer.endObject();
    return folder.saveLocal(QString(fileName), writer.take() + '\n');
}

} // namespace designer::workspace
