// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectionpage.h"

namespace designer::ui {

namespace Ui {
class ConditionsPage;
}

/// When the connection fires: the sentence, the tree of rules with what each comes to with the sample,
/// and what of it Hardal's own screen cannot hold.
class ConditionsPage : public ConnectionPage
{
    Q_OBJECT
public:
    explicit ConditionsPage(QWidget *parent = nullptr);
    ~ConditionsPage() override;
    Q_DISABLE_COPY_MOVE(ConditionsPage)

    void setDocument(ConnectionDocument *document) override;
    void showLive(const LiveState &state) override;
    void reveal(const QString &field) override;

    /// Rules at whatever depth.
    [[nodiscard]] int ruleCount() const { return m_ruleCount; }

Q_SIGNALS:
    void ruleCountChanged(int count);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
    void buildEmptyState();
    void follow();
    void showOutline();
    void showNote();
    void unfoldNote(bool unfolded);
    void addCondition();
    void addEventName();

    const std::unique_ptr<Ui::ConditionsPage> m_ui;
    QPointer<ConnectionDocument> m_document;
    int m_ruleCount = 0;
};

} // namespace designer::ui
