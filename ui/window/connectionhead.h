// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/badge.h"

#include <QWidget>

#include <memory>

namespace designer::ui {

namespace Ui {
class ConnectionHead;
}

/// The head of a connection: label, how it stands in two chips, what has to be said at once, Active, Export,
/// Save.
class ConnectionHead : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionHead(QWidget *parent = nullptr);
    ~ConnectionHead() override;
    Q_DISABLE_COPY_MOVE(ConnectionHead)

    void setTitle(const QString &title);
    void setChips(const BadgeContent &saved, const BadgeContent &tested);
    void setActive(bool active);
    void setSavable(bool savable);
    /// A sentence with its ways out; empty: nothing to say.
    void setMessage(Tone tone, const QString &richText);
    /// Takes that back, where nothing else was said since.
    void unsay(const QString &richText);
    void focusSwitch();

Q_SIGNALS:
    void activeRequested(bool active);
    void exportRequested();
    void saveRequested();
    void linkActivated(const QString &target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRoom();
    void share();
    [[nodiscard]] int roomForWords() const;
    [[nodiscard]] int messageWidth() const;
    [[nodiscard]] int roomForMessage(int all) const;

    BadgeContent m_tested;
    QString m_said; ///< without its tags
    const std::unique_ptr<Ui::ConnectionHead> m_ui;
};

} // namespace designer::ui
