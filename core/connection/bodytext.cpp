// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/editing.h"

#include "connection/indentation.h"
#include "connection/members.h"
#include "template/template.h"
#include "json/layout.h"
#include "json/text.h"

namespace designer::connection {

namespace {

std::string indentationOfTemplate(const Connection &connection)
{
    const json::Value root = connection.document().root();
    const json::Value format = root.find(key::requestFormat);
    if (format)
        return std::string(json::lineIndent(connection.bytes(), format.begin()));
    for (const json::Member &member : root.members())
        return std::string(json::lineIndent(connection.bytes(), member.name.begin()));
    return {};
}

/// Sets or takes away the mark of a template that is kept as a string.
Result<Connection> withMark(const Connection &connection, const std::optional<std::string> &word)
{
    const json::Value root = connection.document().root();
    const json::Value designer = root.find(key::designer);
    if (designer && !designer.isObject())
        return connection; // soundness() says so; the template counts without its mark too
    if (word && designer)
        return connection.edited(json::setMember(designer, "template", *word));
    if (word)
        return connection.edited(json::setMember(root, key::designer, R"({ "template": )" + *word + " }"));
    return withoutDesignerMember(connection, "template");
}

} // namespace

/// Writes a template's text into the file that surrounds it.
class BodyWriter
{
public:
    BodyWriter(const Connection &shell, std::string_view body, const BodyForm &form)
        : m_shell(shell), m_body(body), m_form(form)
    { }

    [[nodiscard]] Result<Connection> run() const
    {
        if (!m_form.m_isThere && m_body.empty())
            return m_shell;
        if (m_form.m_isThere && m_body == *m_form.m_text && !mustBecomeString())
            return withRaw(m_shell, *m_form.m_raw);
        const json::Document document{std::string(m_body)};
        const json::Value root = document.root();
        if (root.isContainer() && isJson())
            return spliced(root);
        const bool bare = isJson() && tmpl::Template::compile(std::string(m_body), m_shell.options());
        const Result<Connection> marked = withMark(m_shell, bare ? R"("json")" : R"("text")");
        return marked ? withRaw(*marked, json::quoted(m_body)) : marked;
    }

private:
    [[nodiscard]] bool isJson() const { return m_shell.options().kind == tmpl::ContentKind::Json; }
    /// Spliced JSON stands indented in the file: as text of another type it would be another text.
    [[nodiscard]] bool mustBecomeString() const
    {
        return !isJson() && m_form.m_raw->front() != '"' && *m_form.m_raw != *m_form.m_text;
    }

    [[nodiscard]] Result<Connection> spliced(const json::Value &root) const
    {
        Result<Connection> unmarked = withMark(m_shell, std::nullopt);
        if (!unmarked)
            return unmarked;
        return withRaw(*unmarked,
                       m_form.m_indented ? indented(root.raw(), indentationOfTemplate(*unmarked))
                                         : std::string(root.raw()));
    }

    static Result<Connection> withRaw(const Connection &connection, std::string_view raw)
    {
        const json::Value root = connection.document().root();
        if (root.find(key::requestFormat))
            return connection.edited(json::setMember(root, key::requestFormat, raw));
        return connection.edited(
            json::insertMember(root, keyAfter(root, key::requestFormat), key::requestFormat, raw));
    }

    const Connection &m_shell;
    std::string_view m_body;
    const BodyForm &m_form;
};

TakenApart TakenApart::of(const Connection &connection)
{
    TakenApart out{connection, {}, {}};
    const TemplateStorage storage = connection.templateStorage();
    if (storage == TemplateStorage::None)
        return out;
    const json::Value format = connection.document().root().find(key::requestFormat);
    out.form.m_isThere = true;
    out.form.m_raw = std::make_shared<const std::string>(format.raw());
    std::optional<std::string> atLeft;
    if (storage == TemplateStorage::Spliced && connection.options().kind == tmpl::ContentKind::Json) {
        atLeft = outdented(format.raw(), indentationOfTemplate(connection));
        out.form.m_indented = atLeft.has_value();
    }
    out.body = atLeft ? std::move(*atLeft) : connection.templateText();
    out.form.m_text = std::make_shared<const std::string>(out.body);
    if (auto shell = connection.edited({format.begin(), format.end(), "{}"}))
        out.shell = std::move(shell).value();
    return out;
}

Result<Connection> putTogether(const Connection &shell, std::string_view body, const BodyForm &form)
{
    return BodyWriter(shell, body, form).run();
}

} // namespace designer::connection
