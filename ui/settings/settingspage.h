// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectionpage.h"
#include "ui/document/undokeys.h"
#include "ui/settings/settingsremarks.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLineEdit;

namespace designer::ui {

namespace Ui {
class SettingsPage;
}
class MessageLine;

/// Label, id, address, method, content type, and how values are filled in. Every key goes into the
/// document; nothing is refused, what is wrong is said beside its field.
class SettingsPage : public ConnectionPage
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);
    ~SettingsPage() override;
    Q_DISABLE_COPY_MOVE(SettingsPage)

    /// Who else has an id is known to the workspace. To be said again when that has changed.
    void setIdCheck(IdCheck isIdTaken);
    /// Whether there is a file of the document: from then on others know its id, and it stays.
    void setSavedCheck(std::function<bool()> isSaved) { m_isSaved = std::move(isSaved); }

    void setDocument(ConnectionDocument *document) override;
    void showLive(const LiveState &state) override;
    void reveal(const QString &field) override;
    void mend() override;

private:
    struct Field
    {
        std::string_view place;
        QWidget *control = nullptr;
        MessageLine *message = nullptr;
        const char *help = nullptr;
    };

    void listFields();
    void listen();
    void dress();
    void change(std::string_view place, const std::string &value, bool isTyping = false);
    void changeLabel(const QString &label);
    void showDocument();
    void showTexts(const connection::Connection &shell);
    void showChoices(const connection::Connection &shell);
    void showRemarks();
    void showRemark(const Field &field);
    [[nodiscard]] std::optional<FieldRemark> remarkOf(const Field &field) const;
    void showOtherFindings();

    const std::unique_ptr<Ui::SettingsPage> m_ui;
    UndoKeys m_undoKeys;
    std::vector<Field> m_fields;
    QPointer<ConnectionDocument> m_document;
    IdCheck m_isIdTaken;
    std::function<bool()> m_isSaved;
    Findings m_findings;
    bool m_showing = false; ///< the controls take over what the document says
};

} // namespace designer::ui
