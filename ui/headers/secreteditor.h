// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/headers/secretkeeper.h"

#include <QWidget>

#include <memory>

namespace designer::ui {

namespace Ui {
class SecretEditor;
}

/// Asks for the value of a secret, under the row that it belongs to.
class SecretEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SecretEditor(QWidget *parent = nullptr);
    ~SecretEditor() override;
    Q_DISABLE_COPY_MOVE(SecretEditor)

    /// Begins anew, empty. \a title: of what the value is.
    void start(const QString &title);
    [[nodiscard]] secrets::Secret value() const;
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void submitted(designer::ui::SecretKeeper::Place place);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void submit(SecretKeeper::Place place);

    const std::unique_ptr<Ui::SecretEditor> m_ui;
};

} // namespace designer::ui
