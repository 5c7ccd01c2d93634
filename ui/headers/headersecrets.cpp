// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headersecrets.h"

#include "secrets/reference.h"
#include "ui/headers/credential.h"
#include "json/text.h"

#include <algorithm>
#include <utility>

namespace designer::ui {
namespace {

using connection::HeaderRow;

QString dots()
{
    return {16, QChar(u'•')};
}

/// Dots are a value that is there; anything else is said.
bool isThere(SecretKeeper::State state)
{
    return state == SecretKeeper::State::Keychain || state == SecretKeeper::State::Session;
}

QString withoutValue(SecretKeeper::State state)
{
    switch (state) {
    case SecretKeeper::State::Asking: return QStringLiteral("…");
    case SecretKeeper::State::Absent: return HeaderSecrets::tr("no value yet");
    default: return HeaderSecrets::tr("not readable now");
    }
}

} // namespace

HeaderSecrets::HeaderSecrets(SecretKeeper &keeper, QObject *parent) : QObject(parent), m_keeper(keeper)
{
    m_hiding.setSingleShot(true);
    connect(&m_hiding, &QTimer::timeout, this, &HeaderSecrets::hidePlain);
}

void HeaderSecrets::setDocument(ConnectionDocument *document)
{
    hidePlain();
    m_keeper.hide();
    m_document = document;
    m_problem.reset();
}

bool HeaderSecrets::hasHidden(const HeaderRow &row)
{
    return isPlainCredential(row) || !secretNames(row.value).empty();
}

QString HeaderSecrets::shownValue(const HeaderRow &row) const
{
    if (isPlainCredential(row))
        return isRevealed(row) ? json::toQString(row.value) : dots();
    const std::string_view value = row.value;
    QString out;
    std::size_t done = 0;
    for (const secrets::Reference &reference : secrets::findReferences(value)) {
        const auto revealed = m_keeper.revealed(reference.name);
        out += json::toQString(value.substr(done, reference.begin - done));
        out += revealed ? json::toQString(*revealed)
                        : hidden(reference.name, reference.end - reference.begin < value.size());
        done = reference.end;
    }
    return out + json::toQString(value.substr(done));
}

/// In brackets \a amid other text.
QString HeaderSecrets::hidden(const std::string &name, bool amid) const
{
    const SecretKeeper::State state = m_keeper.known(name);
    if (isThere(state))
        return dots();
    return amid ? QStringLiteral("(%1)").arg(withoutValue(state)) : withoutValue(state);
}

bool HeaderSecrets::lacksValue(const HeaderRow &row) const
{
    const std::vector<std::string> names = secretNames(row.value);
    return std::any_of(names.begin(), names.end(), [this](const std::string &name) {
        return !m_keeper.revealed(name) && !isThere(m_keeper.known(name));
    });
}

bool HeaderSecrets::isRevealed(const HeaderRow &row) const
{
    if (isPlainCredential(row))
        return !m_revealedHeader.empty() && m_revealedHeader == row.name;
    const std::vector<std::string> names = secretNames(row.value);
    return std::any_of(names.begin(), names.end(),
                       [this](const std::string &name) { return m_keeper.revealed(name).has_value(); });
}

/// As far as is known: whoever asks for it all the same has the keychain asked again.
bool HeaderSecrets::canReveal(const HeaderRow &row) const
{
    return hasHidden(row)
        && (isPlainCredential(row)
            || m_keeper.known(secretNames(row.value).front()) != SecretKeeper::State::Absent);
}

void HeaderSecrets::toggleReveal(const HeaderRow &row)
{
    const bool wasRevealed = isRevealed(row);
    hidePlain();
    m_keeper.hide();
    if (wasRevealed || !hasHidden(row))
        return;
    if (!isPlainCredential(row)) {
        m_keeper.reveal(secretNames(row.value).front());
        return;
    }
    m_revealedHeader = row.name;
    m_hiding.start(m_keeper.revealTime());
    Q_EMIT changed(row.name);
}

void HeaderSecrets::hidePlain()
{
    m_hiding.stop();
    if (!m_revealedHeader.empty())
        Q_EMIT changed(std::exchange(m_revealedHeader, {}));
}

std::vector<HeaderNote> HeaderSecrets::notes(const HeaderRow &row) const
{
    std::vector<HeaderNote> out;
    for (const std::string &name : secretNames(row.value))
        out.push_back(secretNote(name, m_keeper.state(name)));
    if (isPlainCredential(row)) {
        const bool hasProblem = m_problem && m_problem->header == row.name;
        out.push_back(plainNote(hasProblem ? std::optional(m_problem->state) : std::nullopt));
    }
    return out;
}

void HeaderSecrets::keepApart(const HeaderRow &row, secrets::Secret value, SecretKeeper::Place place,
                              std::function<void(const SecretKeeper::Kept &)> done)
{
    m_keeper.keepApart(
        suggestedSecretName(row.name, m_document->shell().id()), std::move(value), place,
        [self = QPointer(this), document = m_document, done = std::move(done)](const auto &result) {
            if (self && document && document == self->m_document)
                done(result);
        });
}

void HeaderSecrets::keepPlain(const HeaderRow &row, SecretKeeper::Place place)
{
    if (!m_document || !isPlainCredential(row))
        return;
    hidePlain();
    Credential credential = credentialOf(row.value);
    keepApart(row, secrets::Secret(std::move(credential.secret)), place,
              [this, row, scheme = credential.scheme](const SecretKeeper::Kept &result) {
                  if (!result.name.empty())
                      return rewritePlain(row.value, scheme + referenceTo(result.name));
                  m_problem = {row.name, result.state};
                  Q_EMIT changed(row.name);
              });
}

/// Also in the document's history: an undo would bring the credential back into the file.
void HeaderSecrets::rewritePlain(const std::string &plain, const std::string &replacement)
{
    m_problem.reset();
    const auto rewrite = [&](const connection::Connection &shell) {
        std::vector<HeaderRow> rows = connection::headerRows(shell);
        for (HeaderRow &row : rows) {
            if (row.value == plain)
                row.value = replacement;
        }
        return connection::withHeaderRows(shell, rows);
    };
    m_document->rewriteHistory(rewrite, {Page::Headers, {}});
}

void HeaderSecrets::keepNew(const HeaderRow &row, secrets::Secret value, SecretKeeper::Place place,
                            std::function<void(const SecretKeeper::Kept &)> done)
{
    if (m_document)
        keepApart(row, std::move(value), place, std::move(done));
}

} // namespace designer::ui
