// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/reference.h"

#include "text/ascii.h"
#include "text/percentencoding.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace designer::secrets {

namespace {

constexpr std::string_view opening = "{{secret:";
constexpr std::string_view closing = "}}";
constexpr std::size_t longestName = 128;

QString tr(const char *text)
{
    return QCoreApplication::translate("Secrets", text);
}

bool isNameCharacter(char c)
{
    return text::isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
}

/// The reference that begins at \a at; with an empty name where it is none.
Reference referenceAt(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at + opening.size());
    const auto length = static_cast<std::size_t>(
        std::distance(rest.begin(), std::find_if_not(rest.begin(), rest.end(), isNameCharacter)));
    const std::string_view name = rest.substr(0, length);
    if (!isSecretName(name) || !rest.substr(length).starts_with(closing))
        return {at, at + opening.size(), {}};
    return {at, at + opening.size() + length + closing.size(), std::string(name)};
}

std::vector<Reference> findAll(std::string_view text)
{
    std::vector<Reference> out;
    for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, out.back().end))
        out.push_back(referenceAt(text, at));
    return out;
}

} // namespace

bool isSecretName(std::string_view name)
{
    return !name.empty() && name.size() <= longestName
        && std::all_of(name.begin(), name.end(), isNameCharacter);
}

std::vector<Reference> findReferences(std::string_view text)
{
    std::vector<Reference> all = findAll(text);
    std::erase_if(all, [](const Reference &reference) { return reference.name.empty(); });
    return all;
}

Status checkReferences(std::string_view text)
{
    const std::vector<Reference> all = findAll(text);
    const bool sound
        = std::none_of(all.begin(), all.end(), [](const Reference &r) { return r.name.empty(); });
    if (sound)
        return ok();
    return Error{ErrorCode::InvalidRequest,
                 tr("a reference to a secret is not complete"),
                 tr("write it as {{secret:NAME}}, the name made of letters, digits, _, - and ."),
                 {},
                 {}};
}

Result<std::string> substitute(std::string_view text, const Secrets &values, Insertion insertion)
{
    if (const Status sound = checkReferences(text); !sound)
        return sound.error();
    std::string out;
    std::vector<std::string> missing;
    std::size_t done = 0;
    for (const Reference &reference : findReferences(text)) {
        out += text.substr(done, reference.begin - done);
        done = reference.end;
        const auto found = values.find(reference.name);
        if (found == values.end())
            missing.push_back(reference.name);
        else if (insertion == Insertion::PercentEncoded)
            out += text::percentEncoded(found->second.reveal());
        else
            out += found->second.reveal();
    }
    if (!missing.empty()) {
        wipe(out);
        return missingError(missing);
    }
    return out.append(text.substr(done));
}

std::string exportedName(std::string_view name)
{
    return "YOUR_" + std::string(name);
}

Error missingError(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list.append(json::toQString(name));
    list.removeDuplicates();
    const QString message = list.size() == 1
        ? tr("the value of the secret %1 is not known").arg(list.constFirst())
        : tr("the values of the secrets %1 are not known").arg(list.join(QStringLiteral(", ")));
    return {ErrorCode::SecretUnavailable,
            message,
            tr("keep it in the system keychain, or name its source: --secret %1=env:VARIABLE, file:PATH or "
               "fd:NUMBER")
                .arg(list.constFirst()),
            {},
            {}};
}

} // namespace designer::secrets
