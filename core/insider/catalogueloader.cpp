// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/catalogueloader.h"

#include "insider/nearness.h"
#include "json/document.h"
#include "json/layout.h"

#include <QFile>

#include <algorithm>
#include <charconv>
#include <utility>

namespace designer::insider {

namespace {

std::string resource()
{
    QFile file(QStringLiteral(":/insider/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::int64_t integer(const json::Value &value)
{
    std::int64_t out = 0;
    const std::string_view text = value.raw();
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

std::string text(const json::Value &row, std::string_view key)
{
    const json::Value value = row.find(key);
    return value ? value.text() : std::string();
}

template <typename T, std::size_t size>
T named(const json::Value &value, const std::array<std::pair<std::string_view, T>, size> &names, T otherwise)
{
    const std::string word = value ? value.text() : std::string();
    for (const auto &[name, result] : names) {
        if (name == word)
            return result;
    }
    return otherwise;
}

Evidence evidence(const json::Value &value, Evidence otherwise = Evidence::Inferred)
{
    return value ? evidenceFromName(value.text()).value_or(otherwise) : otherwise;
}

FieldType fieldType(const json::Value &value)
{
    static constexpr std::array<std::pair<std::string_view, FieldType>, 6> names{{
        {"string", FieldType::String},
        {"boolean", FieldType::Boolean},
        {"number", FieldType::Number},
        {"integer", FieldType::Integer},
        {"strings", FieldType::Strings},
        {"numbers", FieldType::Numbers},
    }};
    return named(value, names, FieldType::Any);
}

Format format(const json::Value &value)
{
    static constexpr std::array<std::pair<std::string_view, Format>, 7> names{{
        {"email", Format::Email},
        {"phone", Format::Phone},
        {"birthday", Format::Birthday},
        {"language", Format::Language},
        {"country", Format::Country},
        {"currency", Format::Currency},
        {"url", Format::Url},
    }};
    return named(value, names, Format::Any);
}

Severity severity(const json::Value &value)
{
    static constexpr std::array<std::pair<std::string_view, Severity>, 2> names{{
        {"error", Severity::Error},
        {"warning", Severity::Warning},
    }};
    return named(value, names, Severity::Info);
}

Effect effect(const json::Value &value)
{
    static constexpr std::array<std::pair<std::string_view, Effect>, 6> names{{
        {"none", Effect::None},
        {"rejects", Effect::Rejects},
        {"table", Effect::Table},
        {"tableUnknown", Effect::TableUnknown},
        {"unknown", Effect::Unknown},
        {"request", Effect::Request},
    }};
    return named(value, names, Effect::Accepted);
}

/// Fills one Catalogue from one document, a section at a time.
class Loader
{
public:
    explicit Loader(const json::Value &root) : m_root(root) { }

    Catalogue load()
    {
        limits();
        rules();
        answers();
        identifiers();
        attributes();
        parameters();
        events();
        keys();
        places();
        return std::move(m_out);
    }

private:
    [[nodiscard]] json::Elements rows(std::string_view section) const
    {
        return m_root.find(section).elements();
    }

    void limits()
    {
        const json::Value limits = m_root.find("limits");
        const auto limit = [&](std::string_view name) { return integer(limits.find(name).find("value")); };
        m_out.maximumUsers = static_cast<std::size_t>(limit("users"));
        m_out.maximumBytes = static_cast<std::size_t>(limit("bytes"));
        m_out.clockSkewSeconds = limit("clockSkewSeconds");
        m_out.historySeconds = limit("historySeconds");
        m_out.customEvents
            = {static_cast<int>(limit("customEventDays")), static_cast<int>(limit("customEventMonths"))};
    }

    void rules()
    {
        for (const json::Value &row : rows("rules")) {
            const std::optional<Rule> rule = ruleFromName(text(row, "id"));
            if (rule)
                m_out.rules[static_cast<std::size_t>(*rule)] = ruleRow(row);
        }
    }

    static RuleRow ruleRow(const json::Value &row)
    {
        RuleRow out;
        out.code = text(row, "code");
        out.severity = severity(row.find("severity"));
        out.evidence = evidence(row.find("evidence"));
        out.effect = effect(row.find("answer"));
        out.basis = evidence(row.find("basis"), out.evidence);
        out.silent = row.find("silent").isTrue();
        out.aboutName = row.find("aboutName").isTrue();
        out.strict = row.find("strict").isTrue();
        out.message = text(row, "message");
        out.fix = text(row, "fix");
        return out;
    }

    void answers()
    {
        for (const json::Value &row : rows("answers")) {
            AnswerRow answer{text(row, "id"),
                             static_cast<int>(integer(row.find("status"))),
                             {},
                             evidence(row.find("evidence")),
                             text(row, "header")};
            if (const json::Value body = row.find("body"))
                answer.body = json::minified(body);
            m_out.answers.push_back(std::move(answer));
        }
        for (const json::Value &row : rows("errors"))
            m_out.errors.push_back(
                {text(row, "id"), text(row, "key"), text(row, "message"), evidence(row.find("evidence"))});
    }

    void identifiers()
    {
        for (const json::Value &row : rows("identifiers")) {
            IdentifierRow identifier{text(row, "name"), format(row.find("format")), false};
            m_out.identifiers.emplace(identifier.name, identifier);
            identifier.isShort = true;
            if (row.find("short"))
                m_out.identifiers.emplace(text(row, "short"), identifier);
        }
        for (const json::Value &row : rows("placeholders"))
            m_out.placeholders.insert(text(row, "value"));
    }

    void attributes()
    {
        for (const json::Value &row : rows("attributes")) {
            const AttributeRow attribute{text(row, "name"), fieldType(row.find("type")),
                                         format(row.find("format")), row.find("identifier").isTrue()};
            m_out.attributeList.push_back(attribute);
            m_out.attributes.emplace(attribute.name, attribute);
            if (row.find("short"))
                m_out.shortAttributes.emplace(text(row, "short"),
                                              OtherName{attribute.name, evidence(row.find("shortEvidence"))});
        }
        otherNames(m_out.renamedAttributes, "renamedAttributes", "now");
        otherNames(m_out.foreignAttributes, "foreignAttributes", "from");
        synonyms(m_out.attributeSynonyms, "attributeSynonyms");
        for (const AttributeRow &attribute : m_out.attributeList)
            m_out.attributeSynonyms.emplace(bareName(attribute.name),
                                            OtherName{attribute.name, Evidence::Ours});
    }

    void otherNames(ByName<OtherName> &map, std::string_view section, std::string_view key) const
    {
        for (const json::Value &row : rows(section))
            map.emplace(text(row, "name"), OtherName{text(row, key), evidence(row.find("evidence"))});
    }

    void synonyms(ByName<OtherName> &map, std::string_view section) const
    {
        for (const json::Value &row : rows(section))
            map.emplace(bareName(text(row, "name")), OtherName{text(row, "means"), Evidence::Ours});
    }

    void parameters()
    {
        for (const json::Value &row : rows("parameters")) {
            const std::string name = text(row, "name");
            m_out.parameters.emplace(name,
                                     ParameterRow{fieldType(row.find("type")), format(row.find("format")),
                                                  fieldType(row.find("alsoSeen"))});
            for (const json::Value &needed : row.find("required").elements())
                m_out.requirements[text(needed, "on")].push_back(requirement(name, needed));
        }
        for (auto &[event, needed] : m_out.requirements)
            std::sort(needed.begin(), needed.end(),
                      [](const Requirement &a, const Requirement &b) { return a.parameter < b.parameter; });
        for (const json::Value &row : rows("otherParameters"))
            m_out.otherParameters.insert(text(row, "name"));
        otherNames(m_out.shortParameters, "shortParameters", "means");
        otherNames(m_out.sdkParameters, "sdkParameters", "means");
        synonyms(m_out.parameterSynonyms, "parameterSynonyms");
        for (const auto &[name, row] : m_out.parameters)
            m_out.parameterSynonyms.emplace(bareName(name), OtherName{name, Evidence::Ours});
    }

    static Requirement requirement(const std::string &parameter, const json::Value &row)
    {
        return {parameter, text(row, "level") == "enforced", evidence(row.find("evidence")),
                evidence(row.find("accepted"))};
    }

    void events()
    {
        for (const json::Value &row : rows("events"))
            m_out.retention.emplace(text(row, "name"),
                                    Retention{static_cast<int>(integer(row.find("days"))),
                                              static_cast<int>(integer(row.find("months")))});
        for (const json::Value &row : rows("purchaseNames"))
            m_out.purchaseNames.insert(text(row, "name"));
        for (const json::Value &row : rows("objectActions"))
            m_out.objectActions.push_back({text(row, "name"), list(row.find("needs"))});
    }

    void keys()
    {
        for (const json::Value &row : rows("rootKeys"))
            m_out.rootKeys.insert(text(row, "name"));
        for (const json::Value &row : rows("userKeys"))
            m_out.userKeys.insert(text(row, "name"));
        words(m_out.currencies, text(m_root, "currencies"));
        words(m_out.countries, text(m_root, "countries"));
    }

    void places()
    {
        const json::Value headers = m_root.find("headers");
        m_out.requiredHeaders = list(headers.find("required"));
        m_out.foreignHeaders = list(headers.find("foreign"));
        const json::Value endpoint = m_root.find("endpoint");
        m_out.endpointPath = text(endpoint, "path");
        m_out.endpointHost = text(endpoint, "host");
        m_out.domains = list(endpoint.find("domains"));
        for (const json::Value &row : rows("wrongEndpoints"))
            m_out.wrongEndpoints.push_back({text(row, "host"), text(row, "path"),
                                            ruleFromName(text(row, "rule")).value_or(Rule::EndpointWrong)});
    }

    static std::vector<std::string> list(const json::Value &array)
    {
        std::vector<std::string> out;
        for (const json::Value &element : array.elements())
            out.push_back(element.text());
        return out;
    }

    static void words(Names &out, std::string_view list)
    {
        while (!list.empty()) {
            const std::size_t end = std::min(list.find(' '), list.size());
            out.emplace(list.substr(0, end));
            list.remove_prefix(std::min(end + 1, list.size()));
        }
    }

    json::Value m_root;
    Catalogue m_out;
};

} // namespace

Catalogue loadCatalogue()
{
    const json::Document document(resource());
    return Loader(document.root()).load();
}

} // namespace designer::insider
