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

/// What the template says of an array of the event.
struct AddressedArray
{
    std::string name; ///< its path as the template writes it
    std::set<std::size_t> indexes;
    const tmpl::Placeholder *first = nullptr;
};

std::string joined(const std::vector<std::string> &names, std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += (i == 0 ? "" : ".") + names[i];
    return out;
}

/// One array can be written in two ways (`items` is sought inside `properties` too), so what is said of
/// it is gathered at the array itself.
class ArraysOfEvent
{
public:
    ArraysOfEvent(const tmpl::Template &compiled, const event::Event &event)
    {
        for (const tmpl::Placeholder &placeholder : compiled.placeholders())
            addPlaceholder(placeholder);
        for (const std::string_view name : productLists)
            m_lists.push_back(m_resolver.add(*event::Path::parse("properties." + std::string(name))));
        m_resolver.seal();
        m_resolver.resolve(event.root(), m_answers);
        gather();
    }

    /// Calls \a each(array, what is said of it) for those that do not go in whole.
    template <typename Each>
    void forEach(Each each) const
    {
        for (const auto &[node, array] : m_arrays) {
            const json::Value list(m_index, node);
            if (!goesInWhole(list))
                each(list, array);
        }
    }

private:
    /// `properties.items.0.id` addresses line 0 of properties.items.
    struct Address
    {
        std::uint32_t path = 0; ///< its number in the resolver
        std::size_t line = 0;
        const tmpl::Placeholder *placeholder = nullptr;
    };

    void addPlaceholder(const tmpl::Placeholder &placeholder)
    {
        m_wholes.push_back(m_resolver.add(placeholder.path));
        const auto &names = placeholder.path.names();
        for (std::size_t i = 1; i < names.size(); ++i) {
            if (const auto line = json::indexToken(names[i]))
                m_addresses.push_back(
                    {m_resolver.add(*event::Path::parse(joined(names, i))), *line, &placeholder});
        }
    }

    void gather()
    {
        for (const Address &address : m_addresses) {
            AddressedArray *const array = arrayOf(address.path);
            if (!array)
                continue;
            array->indexes.insert(address.line);
            array->first = array->first ? array->first : address.placeholder;
        }
        for (const std::uint32_t path : m_lists) {
            if (m_answers[path].value.isArray() && m_answers[path].value.at(0).isObject())
                arrayOf(path);
        }
        for (const std::uint32_t path : m_wholes) {
            if (const json::Value &value = m_answers[path].value; value.isContainer())
                m_whole.insert(value.node());
        }
    }

    /// Null where there is no array at that path.
    AddressedArray *arrayOf(std::uint32_t path)
    {
        const json::Value &value = m_answers[path].value;
        if (!value.isArray())
            return nullptr;
        m_index = value.index();
        AddressedArray &array = m_arrays[value.node()];
        if (array.name.empty())
            array.name = m_resolver.path(path).text();
        return &array;
    }

    /// Whether a placeholder puts in the whole of \a list, or of something that it stands in.
    [[nodiscard]] bool goesInWhole(json::Value list) const
    {
        for (; list; list = list.parent()) {
            if (m_whole.contains(list.node()))
                return true;
        }
        return false;
    }

    tmpl::Resolver m_resolver;
    std::vector<event::Lookup> m_answers;
    std::vector<Address> m_addresses;
    std::vector<std::uint32_t> m_lists; // the paths of usual lists of products
    std::vector<std::uint32_t> m_wholes; // the paths of all placeholders
    const json::Index *m_index = nullptr; // the event's
    std::map<std::uint32_t, AddressedArray> m_arrays; // by their node
    std::unordered_set<std::uint32_t> m_whole; // the nodes that go in whole
};

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
                const AddressedArray &array, std::size_t size, const std::vector<std::size_t> &lines)
{
    Finding finding;
    finding.code = "ITEMS_LEFT_OUT";
    finding.severity = Severity::Warning;
    const QString name = json::toQString(array.name);
    finding.message = array.indexes.empty()
        ? tr("%1 has %2 lines and the template reads none of them: Hardal’s format has no loop, so they are "
             "left out. "
             "Send one event for each line.")
              .arg(name, QString::number(size))
        : tr("%1 has %2 lines and the template reads only some: Hardal’s format has no loop, so the lines "
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
    const auto tell = [&](const json::Value &list, const AddressedArray &array) {
        const std::size_t size = list.size();
        const std::vector<std::size_t> lines = linesNotRead(array, size);
        const bool oneProduct = array.indexes.empty() && size < 2;
        if (!lines.empty() && !oneProduct && out.hasRoom("ITEMS_LEFT_OUT", Severity::Warning))
            out.add(leftOut(connection, event, array, size, lines));
    };
    ArraysOfEvent(connection.requestFormat, event).forEach(tell);
    return std::move(out).taken();
}

} // namespace designer::testrun
