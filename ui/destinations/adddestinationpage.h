// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "ui/common/latestjob.h"
#include "ui/destinations/templatefacts.h"

#include <QThreadPool>
#include <QWidget>

#include <memory>

namespace designer::ui {

namespace Ui {
class AddDestinationPage;
}

class CodeEditor;
class GalleryModel;

/// The template gallery: what there is to start from, and what each is for, while it is walked.
class AddDestinationPage : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString hint READ hint CONSTANT)
public:
    explicit AddDestinationPage(QWidget *parent = nullptr);
    ~AddDestinationPage() override;
    Q_DISABLE_COPY_MOVE(AddDestinationPage)

    /// As it is when it comes up: nothing sought, what most people come for chosen, the caret in the search.
    void start();
    /// What the foot of the window says meanwhile.
    [[nodiscard]] QString hint() const;

Q_SIGNALS:
    void created(const designer::connection::Connection &connection);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void startWith(const QString &name);
    void search(const QString &words);
    [[nodiscard]] int rowOf(const QString &name) const;
    void moveBy(int rows);
    void choose(int row);
    bool handleListKey(QKeyEvent &event);
    void showChosen();
    void showFacts(const TemplateFacts &facts);
    void showCheck(const TemplateCheck &check);
    void create();

    const std::unique_ptr<Ui::AddDestinationPage> m_ui;
    GalleryModel *m_model; ///< a child
    connection::Connection m_chosen;
    QThreadPool m_pool;
    LatestJob<TemplateCheck> m_check;
};

} // namespace designer::ui
