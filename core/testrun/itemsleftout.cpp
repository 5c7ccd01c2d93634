// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/itemsleftout.h"

#include "testrun/renderfindings.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

constexpr std::array<std::string_view, 5> productLists{"items", "products", "line_items", "lines",
                                                       "contents"};
constexpr std::size_t linesNamed = 5;

/// An array of the event and what the template says of it.
struct AddressedArray
{
    std::set<std::size_t> indexes;
    const tmpl::Placeholder *first = nullptr;
};

using Arrays = std::map<std::string, AddressedArray>;

std::string joined(const std::vector<std::string> &names, std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += (i == 0 ? "" : ".") + names[i];
    return out;
}

/// The arrays that placeholders index: `properties.items.0.id` addresses line 0 of properties.items.
Arrays addressedArrays(const tmpl::Template &compiled)
{
    Arrays out;
    for (const tmpl::Placeholder &placeholder : compiled.placeholders()) {
        const auto &names = placeholder.path.names();
        for (std::size_t i = 1; i < names.size(); ++i) {
            const auto index = event::arrayIndex(names[i]);
            if (!index)
                continue;
            AddressedArray &array = out[joined(names, i)];
            array.indexes.insert(*index);
            array.first = array.first ? array.first : &placeholder;
        }
    }
    return out;
}

/// Whether a placeholder puts in the whole of \a path.
bool goesInWhole(const tmpl::Template &compiled, const std::string &path)
{
    const auto &all = compiled.placeholders();
    return std::any_of(all.begin(), all.end(), [&](const tmpl::Placeholder &p) {
        const std::string &whole = p.path.text();
        return path == whole || (path.starts_with(whole) && path[whole.size()] == '.');
    });
}

void addProductLists(Arrays &arrays, const event::Event &event)
{
    for (const std::string_view name : productLists) {
        const json::Value list = event.root().find("properties").find(name);
        if (list.isArray() && list.at(0).isObject())
            arrays.try_emplace("properties." + std::string(name));
    }
}

QString lineNumbers(const std::vector<std::size_t> &lines)
{
    QStringList out;
    for (const std::size_t line : lines) {
        if (out.size() == static_cast<qsizetype>(linesNamed)) {
            out << QStringLiteral("…");
            break;
        }
        out << QString::number(line);
    }
    return out.join(QStringLiteral(", "));
}

Finding leftOut(const connection::CompiledConnection &connection, const event::Event &event,
                const std::string &path, const AddressedArray &array, std::size_t size,
                const std::vector<std::size_t> &lines)
{
    Finding finding;
    finding.code = "ITEMS_LEFT_OUT";
    finding.severity = Severity::Warning;
    const QString name = json::toQString(path);
    finding.message = array.indexes.empty()
        ? tr("%1 has %2 lines and the template reads none of them: Hardal's format has no loop, so they are "
             "left out. "
             "Send one event for each line.")
              .arg(name)
              .arg(size)
        : tr("%1 has %2 lines and the template reads only some: Hardal's format has no loop, so the lines "
             "numbered %3 "
             "(counted from 0) are left out. Send one event for each line.")
              .arg(name)
              .arg(size)
              .arg(lineNumbers(lines));
    const std::size_t offset = array.first ? array.first->begin : 0;
    finding.templatePlace = array.first
        ? placeOf(connection, connection.requestFormat.document().valueAt(offset), offset)
        : connection.source.templatePlace({}, connection.requestFormat.document().root().begin());
    if (array.first)
        finding.placeholder = array.first->path.text();
    finding.sample = event.name();
    finding.fixTitle = tr("Send one event for each line");
    return finding;
}

} // namespace

Findings itemsLeftOut(const connection::CompiledConnection &connection, const event::Event &event)
{
    Findings out;
    Arrays arrays = addressedArrays(connection.requestFormat);
    addProductLists(arrays, event);
    for (const auto &[path, array] : arrays) {
        const json::Value list = event::lookUp(event.root(), *event::Path::parse(path)).value;
        if (!list.isArray() || goesInWhole(connection.requestFormat, path))
            continue;
        const std::size_t size = list.size();
        std::vector<std::size_t> lines;
        for (std::size_t line = 0; line < size; ++line) {
            if (!array.indexes.contains(line))
                lines.push_back(line);
        }
        const bool oneProduct = array.indexes.empty() && size < 2;
        if (!lines.empty() && !oneProduct)
            out.push_back(leftOut(connection, event, path, array, size, lines));
    }
    return out;
}

} // namespace designer::testrun
