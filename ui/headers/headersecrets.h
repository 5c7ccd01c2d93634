// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectiondocument.h"
#include "ui/headers/headerremarks.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

/// What of a document's headers is secret: shown as dots, revealed for a while, and moved out of the
/// document to where secrets are kept.
class HeaderSecrets : public QObject
{
    Q_OBJECT
public:
    explicit HeaderSecrets(SecretKeeper &keeper, QObject *parent = nullptr);

    /// Hides what is revealed.
    void setDocument(ConnectionDocument *document);

    /// The value as it is shown: secrets are dots unless they are revealed, and words where none is there.
    [[nodiscard]] QString shownValue(const connection::HeaderRow &row) const;
    /// Whether words stand in the place of a secret: it has no value, as far as is known.
    [[nodiscard]] bool lacksValue(const connection::HeaderRow &row) const;
    /// Whether what is to be seen there is a secret.
    [[nodiscard]] static bool hasHidden(const connection::HeaderRow &row);
    [[nodiscard]] bool isRevealed(const connection::HeaderRow &row) const;
    /// Whether that can be looked at: a secret that nobody has put in yet cannot.
    [[nodiscard]] bool canReveal(const connection::HeaderRow &row) const;
    void toggleReveal(const connection::HeaderRow &row);
    /// Where its secrets are; that its value stands in the file in plain text.
    [[nodiscard]] std::vector<HeaderNote> notes(const connection::HeaderRow &row) const;

    /// Moves the plain value of \a row to the keeper; of the value, nothing stays in the document or
    /// in its history.
    void keepPlain(const connection::HeaderRow &row, SecretKeeper::Place place);
    /// Keeps \a value for \a row; the document stays as it is. \a done is called for as long as that
    /// document is shown.
    void keepNew(const connection::HeaderRow &row, secrets::Secret value, SecretKeeper::Place place,
                 std::function<void(const SecretKeeper::Kept &)> done);

Q_SIGNALS:
    /// What is to be shown of the header of this name.
    void changed(const std::string &header);

private:
    struct Problem
    {
        std::string header;
        SecretKeeper::State state = SecretKeeper::State::Unreachable;
    };
    void hidePlain();
    [[nodiscard]] QString hidden(const std::string &name, bool amid) const;
    void keepApart(const connection::HeaderRow &row, secrets::Secret value, SecretKeeper::Place place,
                   std::function<void(const SecretKeeper::Kept &)> done);
    void rewritePlain(const std::string &plain, const std::string &replacement);

    SecretKeeper &m_keeper;
    QPointer<ConnectionDocument> m_document;
    std::optional<Problem> m_problem;
    std::string m_revealedHeader; ///< whose plain value is shown for a while
    QTimer m_hiding;
};

} // namespace designer::ui
