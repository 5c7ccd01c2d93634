// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectionpage.h"
#include "ui/headers/headersmodel.h"

#include <QPointer>

#include <memory>

namespace designer::ui {

namespace Ui {
class HeadersPage;
}
class SecretEditor;

/// The headers of a connection: a table, and the secrets in it.
class HeadersPage : public ConnectionPage
{
    Q_OBJECT
public:
    /// \a keeper outlives the page.
    explicit HeadersPage(SecretKeeper &keeper, QWidget *parent = nullptr);
    ~HeadersPage() override;
    Q_DISABLE_COPY_MOVE(HeadersPage)

    void setDocument(ConnectionDocument *document) override;
    void showLive(const LiveState &state) override;
    /// \a field is `/headers/NAME`.
    void reveal(const QString &field) override;
    void mend() override;

    /// Those that are on and those that are off.
    [[nodiscard]] int headerCount() const;
    [[nodiscard]] HeadersModel &model() { return m_model; }

Q_SIGNALS:
    void headerCountChanged(int count);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void listen();
    void addHeader();
    void paste();
    void pasteText(const QString &text);
    void act(int row, const HeaderNote &note);
    void enterSecret(int row);
    void takeSecret(SecretKeeper::Place place);
    void namedSecretKept(const QString &name);
    void namedSecretFailed(const QString &name, SecretKeeper::State state);
    void secretKept(bool kept, SecretKeeper::State state);
    [[nodiscard]] QString problemWords(SecretKeeper::State state) const;
    void keepForSession();
    void closeSecretEditor();
    void mendMissing(const QString &target);
    void showHelp();
    void showMissing();
    void showWhatIsThere();

    const std::unique_ptr<Ui::HeadersPage> m_ui;
    SecretKeeper &m_keeper;
    HeadersModel m_model;
    QPointer<ConnectionDocument> m_document;
    SecretEditor *m_secretEditor = nullptr; ///< a child, of the table
    std::string m_secretName; ///< that is asked for; empty: it will get one
    SecretKeeper::Place m_askedFor = SecretKeeper::Place::Keychain; ///< for the value that was submitted
    bool m_isSubmitted = false; ///< the value that is asked for; until then nothing but Esc shuts the editor
    Findings m_findings;
};

} // namespace designer::ui
