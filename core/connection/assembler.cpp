// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/assembler.h"

#include "connection/indentation.h"
#include "connection/textfield.h"
#include "template/placeholder.h"
#include "url/url.h"
#include "json/edit.h"
#include "json/writer.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace designer::connection {

namespace {

constexpr int indent = 2;

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

bool isKnown(std::string_view name)
{
    return std::find(key::all.begin(), key::all.end(), name) != key::all.end();
}

bool hasBarePlaceholder(const json::Value &body)
{
    if (!body)
        return false;
    const auto nodes = body.index()->nodes();
    return std::any_of(nodes.begin() + body.node(), nodes.begin() + nodes[body.node()].next,
                       [](const json::Node &node) { return node.kind == json::Kind::Bare; });
}

std::string textOf(const json::Value &object, std::string_view name)
{
    const json::Value value = object.find(name);
    return value.isString() ? value.text() : std::string();
}

/// The host of \a url, or what stands in its place where that is none (`[YOUR-DATA-CENTER].com`).
std::string hostOf(const std::string &url)
{
    // Without a scheme nothing may be filled in before the first slash; a label may be guessed there.
    const std::optional<url::Parts> parts = url::split(url, &tmpl::placeholderLength);
    const std::string before = url.substr(0, parts ? authorityEnd(url) : url.find('/'));
    const QString host = url::shownHost(before);
    if (host.contains(QLatin1String("xn--"))) // QUrl shows few domains as people read them
        return QUrl::fromAce(host.toLatin1(), QUrl::IgnoreIDNWhitelist).toStdString();
    if (!host.isEmpty())
        return host.toStdString();
    return parts ? std::string(parts->hostAndPort()) : before.substr(before.rfind('@') + 1); // npos + 1 is 0
}

/// Label and id where a connection has none. Each that is asked for is noted.
class Names
{
public:
    explicit Names(const json::Value &object) : m_label(textOf(object, key::label))
    {
        if (m_label.empty())
            m_label = hostOf(textOf(object, key::url));
        if (m_label.empty())
            m_label = "Imported connection";
    }
    const std::string &label(QStringList &notes) const
    {
        notes << tr("There was no label: it is “%1”.").arg(json::toQString(m_label));
        return m_label;
    }
    std::string id(QStringList &notes) const
    {
        notes << tr("There was no id: it is “%1”.").arg(json::toQString(slug(m_label)));
        return slug(m_label);
    }

private:
    std::string m_label;
};

/// Marks \a out, a connection file, as one whose template has bare placeholders. An x_designer that
/// can hold no mark stays: without one the text is read as the template's all the same.
void mark(Imported &out)
{
    out.notes << tr("The body has placeholders without quotes, so it is kept as a text.");
    const json::Document document(out.bytes);
    const json::Value designer = document.root().find(key::designer);
    if (designer && !designer.isObject()) {
        out.notes << tr("x_designer is no object. It stays as it is, and the text is not marked as JSON: "
                        "“validate” tells more.");
        return;
    }
    out.bytes = json::applied(
        out.bytes,
        designer ? json::setMember(designer, "template", "\"json\"")
                 : json::setMember(document.root(), key::designer, R"({ "template": "json" })"));
}

class Assembler
{
public:
    explicit Assembler(const Parts &parts) : m_parts(parts) { }

    Imported run()
    {
        m_writer.beginObject();
        const Names names(m_parts.settings);
        for (const std::string_view name : key::settings) {
            m_writer.name(name);
            if (const json::Value value = m_parts.settings.find(name))
                m_writer.raw(value.raw());
            else
                m_writer.string(defaultFor(name, names));
        }
        writeBody();
        m_writer.name(key::headers);
        m_parts.headers ? m_writer.raw(m_parts.headers.raw()) : m_writer.beginObject().endObject();
        writeOthers();
        m_writer.endObject();
        m_out.bytes = m_writer.take() + '\n';
        if (m_bare && json::Document(m_out.bytes).isValid())
            mark(m_out);
        return std::move(m_out);
    }

private:
    std::string defaultFor(std::string_view name, const Names &names)
    {
        if (name == key::label)
            return names.label(m_out.notes);
        if (name == key::id)
            return names.id(m_out.notes);
        if (name == key::url)
            m_out.notes << tr("There was no address: fill in endpoint_url.");
        return std::string(defaultSetting(name));
    }

    void writeBody()
    {
        m_writer.name(key::requestFormat);
        m_bare = hasBarePlaceholder(m_parts.body);
        if (!m_parts.body) {
            m_out.notes << tr("There was no body: fill in request_format.");
            m_writer.beginObject().endObject();
        } else if (m_bare) {
            m_writer.string(m_parts.body.raw());
        } else {
            m_writer.raw(m_parts.bodyStandsAlone ? indented(m_parts.body.raw(), std::string(indent, ' '))
                                                 : std::string(m_parts.body.raw()));
        }
    }

    /// Names that we do not know stay, and x_designer stays last.
    void writeOthers()
    {
        for (const json::Member &member : m_parts.settings.members()) {
            const std::string name = member.nameText();
            if (!isKnown(name))
                m_writer.name(name).raw(member.value.raw());
            else if (m_parts.settings.find(name).begin() != member.value.begin())
                m_out.notes << tr("“%1” stood there more than once: the last one was taken.")
                                   .arg(json::toQString(name));
        }
        if (const json::Value designer = m_parts.settings.find(key::designer))
            m_writer.name(key::designer).raw(designer.raw());
    }

    const Parts &m_parts;
    json::Writer m_writer{indent};
    Imported m_out;
    bool m_bare = false;
};

/// \a out with a member \a name before the member \a before.
void insert(Imported &out, std::string_view before, std::string_view name, std::string_view text)
{
    const json::Document document(out.bytes);
    out.bytes
        = json::applied(out.bytes, json::insertMember(document.root(), before, name, json::quoted(text)));
}

std::string firstName(const std::string &bytes)
{
    const json::Document document(bytes);
    for (const json::Member &member : document.root().members())
        return member.nameText();
    return {};
}

} // namespace

Imported assembled(const Parts &parts)
{
    return Assembler(parts).run();
}

Result<Imported> completed(std::string text, const QString &file)
{
    Imported out{std::move(text), {}};
    const json::Document given(out.bytes, {&tmpl::placeholderLength});
    const json::Value format = given.root().find(key::requestFormat);
    const bool bare = hasBarePlaceholder(format);
    if (bare)
        out.bytes = json::applied(out.bytes, {format.begin(), format.end(), json::quoted(format.raw())});
    const Result<Connection> loaded = Connection::load(out.bytes, file);
    if (!loaded) // told at its place in what was given
        return Connection::load(given.text(), file).error();
    if (bare)
        mark(out);
    const json::Value root = loaded->document().root();
    const Names names(root);
    const std::string first = firstName(out.bytes);
    if (!root.find(key::label))
        insert(out, first, key::label, names.label(out.notes));
    if (!root.find(key::id))
        insert(out, first, key::id, names.id(out.notes));
    return out;
}

} // namespace designer::connection
