// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/itemsleftout.h"

#include "template/resolver.h"
#include "testrun/renderfindings.h"
#include "json/pointer.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

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
            const auto index = json::indexToken(names[i]);
            if (!index)
                continue;
            AddressedArray &array = out[joined(names, i)];
            array.indexes.insert(*index);
            array.first = array.first ? array.first : &placeholder;
        }
    }
    return out;
}

/// Whether a placeholder (\a paths: those of all) puts in the whole of \a path.
bool goesInWhole(const std::unordered_set<std::string_view> &paths, std::string_view path)
{
    for (std::size_t end = path.find('.'); end != std::string_view::npos; end = path.find('.', end + 1)) {
        if (paths.contains(path.substr(0, end)))
            return true;
    }
    return paths.contains(path);
}

std::unordered_set<std::string_view> placeholderPaths(const tmpl::Template &compiled)
{
    std::unordered_set<std::string_view> out;
    for (const tmpl::Placeholder &placeholder : compiled.placeholders())
        out.insert(placeholder.path.text());
    return out;
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

std::vector<std::size_t> linesNotRead(const AddressedArray &array, std::size_t size)
{
    std::vector<std::size_t> lines;
    for (std::size_t line = 0; line < size; ++line) {
        if (!array.indexes.contains(line))
            lines.push_back(line);
    }
    return lines;
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
              .arg(name, QString::number(size))
        : tr("%1 has %2 lines and the template reads only some: Hardal's format has no loop, so the lines "
             "numbered %3 "
             "(counted from 0) are left out. Send one event for each line.")
              .arg(name, QString::number(size), lineNumbers(lines));
    const std::size_t offset = array.first ? array.first->begin : 0;
    finding.templatePlace = array.first
        ? placeOf(connection, connection.requestFormat.document().memberValueAt(offset), offset)
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
    FindingList out;
    Arrays arrays = addressedArrays(connection.requestFormat);
    addProductLists(arrays, event);
    const auto paths = placeholderPaths(connection.requestFormat);
    tmpl::Resolver resolver;
    for (const auto &entry : arrays)
        resolver.add(*event::Path::parse(entry.first));
    resolver.seal();
    std::vector<event::Lookup> answers;
    resolver.resolve(event.root(), answers);
    auto answer = answers.begin(); // the paths differ, so there is one for each
    for (const auto &[path, array] : arrays) {
        const json::Value list = (answer++)->value;
        if (!list.isArray() || goesInWhole(paths, path))
            continue;
        const std::size_t size = list.size();
        const std::vector<std::size_t> lines = linesNotRead(array, size);
        const bool oneProduct = array.indexes.empty() && size < 2;
        if (!lines.empty() && !oneProduct && out.hasRoom("ITEMS_LEFT_OUT", Severity::Warning))
            out.add(leftOut(connection, event, path, array, size, lines));
    }
    return std::move(out).taken();
}

} // namespace designer::testrun
