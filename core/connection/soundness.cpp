// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/soundness.h"

#include "finding/duplicatekeys.h"
#include "secrets/reference.h"

#include <QCoreApplication>

namespace designer::connection {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

QString kindName(const json::Value &value)
{
    switch (value.kind()) {
    case json::Kind::Null: return tr("null");
    case json::Kind::True:
    case json::Kind::False: return tr("true or false");
    case json::Kind::Number: return tr("a number");
    case json::Kind::String: return tr("a text");
    case json::Kind::Array: return tr("a list");
    case json::Kind::Object: return tr("an object");
    case json::Kind::Bare: break;
    }
    return {};
}

QString asSentence(QString words)
{
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words + QLatin1Char('.');
}

class ConnectionChecker
{
public:
    explicit ConnectionChecker(const Connection &connection)
        : m_connection(connection), m_root(connection.document().root()),
          m_designer(m_root.find(key::designer))
    { }

    Examination run()
    {
        byteOrderMark();
        settings();
        if (m_connection.templateStorage() != TemplateStorage::None)
            requestFormat();
        conditions();
        m_findings.addAll(duplicateKeys(m_connection.document()));
        m_out.findings = std::move(m_findings).taken();
        return std::move(m_out);
    }

    Findings runOverSettings()
    {
        settings();
        return std::move(m_findings).taken();
    }

private:
    void add(const char *code, Severity severity, const TemplatePlace &place, const QString &message,
             const QString &fix = {})
    {
        if (m_findings.hasRoom(code, severity))
            addCounted(code, severity, place, message, fix);
    }
    /// For one for which there is room, and is counted.
    void addCounted(const char *code, Severity severity, const TemplatePlace &place, const QString &message,
                    const QString &fix = {})
    {
        Finding finding;
        finding.code = code;
        finding.severity = severity;
        finding.message = message;
        finding.templatePlace = place;
        if (!fix.isEmpty())
            finding.fixTitle = fix;
        m_findings.add(std::move(finding));
    }
    void invalid(const json::Value &value, const QString &message)
    {
        if (m_findings.hasRoom("SETTING_INVALID", Severity::Error))
            addCounted("SETTING_INVALID", Severity::Error, m_connection.place(value), message);
    }

    void byteOrderMark()
    {
        if (!m_connection.document().index().hasByteOrderMark())
            return;
        add("BOM", Severity::Info, m_connection.place(m_root),
            tr("The file begins with a byte order mark. It is passed over, and kept when the file is "
               "saved."));
    }

    void settings()
    {
        texts();
        headers(key::headers, m_root.find(key::headers));
        designer();
        if (m_connection.templateStorage() == TemplateStorage::None)
            noTemplate(m_root.find(key::requestFormat));
    }

    void texts()
    {
        for (const std::string_view name : key::settings) {
            const json::Value value = m_root.find(name);
            if (value && !value.isString())
                invalid(value,
                        tr("%1 must be a text, and is %2.").arg(json::toQString(name), kindName(value)));
        }
    }

    void headers(std::string_view name, const json::Value &object)
    {
        if (object && !object.isObject()) {
            invalid(object,
                    tr("%1 must be an object of names and texts, and is %2.")
                        .arg(json::toQString(name), kindName(object)));
            return;
        }
        for (const json::Member &member : object.members()) {
            // Of a name that stands twice the last counts.
            if (!member.value.isString() && object.find(member.nameText()) == member.value) {
                invalid(member.value,
                        tr("The header %1 must have a text as its value, and has %2.")
                            .arg(json::toQString(member.nameText()), kindName(member.value)));
            }
        }
    }

    void designer()
    {
        if (m_designer && !m_designer.isObject())
            return invalid(m_designer,
                           tr("x_designer must be an object, and is %1.").arg(kindName(m_designer)));
        if (const json::Value active = m_designer.find("active"); active && !active.isBool())
            invalid(active, tr("active must be true or false, and is %1.").arg(kindName(active)));
        if (const json::Value notes = m_designer.find("notes"); notes && !notes.isString())
            invalid(notes, tr("notes must be a text, and is %1.").arg(kindName(notes)));
        headers("headers_off", m_designer.find("headers_off"));
        word("missing_values", tr("omit, null, empty, keep or block"),
             [](std::string_view text) { return tmpl::missingPolicyFromName(text).has_value(); });
        word("values", tr("typed or text"),
             [](std::string_view text) { return tmpl::valueModeFromName(text).has_value(); });
        word("template", tr("json or text"),
             [](std::string_view text) { return text == "json" || text == "text"; });
    }

    template <typename Known>
    void word(std::string_view name, const QString &choices, Known known)
    {
        const json::Value value = m_designer.find(name);
        if (value && (!value.isString() || !known(value.text()))) {
            invalid(value,
                    tr("%1 must be %2; it is %3.")
                        .arg(json::toQString(name), choices, json::toQString(value.raw().substr(0, 80))));
        }
    }

    void noTemplate(const json::Value &format)
    {
        if (format) {
            return invalid(
                format,
                tr("request_format must be an object or a list (or a text that holds the template), "
                   "and is %1.")
                    .arg(kindName(format)));
        }
        add("SETTING_INVALID", Severity::Error, m_connection.place(m_root),
            tr("The connection has no request_format, so there is no body to fill."),
            tr("Add a request_format"));
    }

    void requestFormat()
    {
        const Result<tmpl::Template> compiled
            = tmpl::Template::compile(m_connection.templateText(), m_connection.options());
        if (!compiled) {
            TemplatePlace place{std::string(key::requestFormatPointer),
                                compiled.error().position.value_or(json::Position{})};
            add("TEMPLATE_MALFORMED", Severity::Error, place,
                tr("The template is not well formed: %1.").arg(compiled.error().message));
            return;
        }
        for (const tmpl::StrayMark &stray : compiled->strayMarks())
            strayMark(*compiled, stray);
        for (const secrets::Reference &reference : secrets::findReferences(compiled->text()))
            secretInBody(*compiled, reference);
        templateDuplicates(*compiled);
        m_out.requestFormat = *compiled;
    }

    void strayMark(const tmpl::Template &compiled, const tmpl::StrayMark &stray)
    {
        if (!m_findings.hasRoom("PLACEHOLDER_INVALID", Severity::Warning))
            return;
        const std::string shown = compiled.text().substr(stray.begin, stray.end - stray.begin);
        addCounted("PLACEHOLDER_INVALID", Severity::Warning, placeIn(compiled, stray.begin),
                   strayMarkMessage(shown));
    }

    void secretInBody(const tmpl::Template &compiled, const secrets::Reference &reference)
    {
        if (!m_findings.hasRoom("PLACEHOLDER_INVALID", Severity::Warning))
            return;
        addCounted("PLACEHOLDER_INVALID", Severity::Warning, placeIn(compiled, reference.begin),
                   tr("{{secret:%1}} in the body would be sent as it stands: secrets are put into the "
                      "address and into header values only.")
                       .arg(json::toQString(reference.name)),
                   tr("Move the secret into a header"));
    }

    [[nodiscard]] TemplatePlace placeIn(const tmpl::Template &compiled, std::size_t offset) const
    {
        const json::Value value = compiled.document().memberValueAt(offset);
        if (!value)
            return m_connection.templatePlace({}, offset);
        if (m_connection.templateStorage() == TemplateStorage::String)
            return {std::string(key::requestFormatPointer) + value.pointer(), value.position()};
        return m_connection.templatePlace(value.pointer(), value.begin());
    }

    /// Names that stand twice in a template that the file keeps as a string.
    void templateDuplicates(const tmpl::Template &compiled)
    {
        if (m_connection.templateStorage() != TemplateStorage::String || !compiled.document().isValid())
            return;
        for (Finding finding : duplicateKeys(compiled.document())) {
            if (finding.templatePlace)
                finding.templatePlace->pointer.insert(0, key::requestFormatPointer);
            m_findings.addAll({std::move(finding)});
        }
    }

    void conditions()
    {
        condition::Conditions::Compiled compiled = condition::Conditions::compile(m_connection.conditions());
        m_out.conditions = std::move(compiled.conditions);
        for (const condition::Problem &problem : compiled.problems) {
            const QString message = problem.wayOut.isEmpty()
                ? problem.message
                : problem.message + QStringLiteral("; ") + problem.wayOut;
            add("CONDITION_INVALID", Severity::Error, {problem.pointer, problem.position},
                tr("A condition cannot be used: %1.").arg(message));
        }
    }

    const Connection &m_connection;
    json::Value m_root;
    json::Value m_designer;
    FindingList m_findings;
    Examination m_out;
};

} // namespace

Examination examine(const Connection &connection)
{
    return ConnectionChecker(connection).run();
}

Findings settingsSoundness(const Connection &connection)
{
    return ConnectionChecker(connection).runOverSettings();
}

Findings soundness(const Connection &connection)
{
    return examine(connection).findings;
}

QString strayMarkMessage(std::string_view mark)
{
    return tr("“%1” is no placeholder and would be sent as it stands.").arg(json::toQString(mark))
        + QLatin1Char(' ') + placeholderRule();
}

QString placeholderRule()
{
    return tr("A placeholder is two number signs, a path of names joined by dots, and two number signs, "
              "without blanks: ##properties.price##.");
}

Finding noObjectFinding(const Error &error)
{
    Finding out;
    out.code = "SETTING_INVALID";
    out.severity = Severity::Error;
    out.message = asSentence(error.sentence());
    out.templatePlace = TemplatePlace{{}, error.position.value_or(json::Position{1, 1})};
    return out;
}

} // namespace designer::connection
