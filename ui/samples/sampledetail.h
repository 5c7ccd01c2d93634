// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/conversion.h"
#include "finding/error.h"
#include "insider/eventlacks.h"
#include "json/edit.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>

namespace designer::ui {

namespace Ui {
class SampleDetail;
}

class EventEditors;

/// A sample, or a pasted event, as SampleDetail shows it.
struct ShownEvent
{
    QString name;
    std::string original; ///< what it was converted from; empty: it was not, or nobody knows yet
    std::string text;
    std::optional<Error> error; ///< why that is no event
    bool isKept = false; ///< it is a sample
};

/// One entry of the samples' page: its name, its text, how it was converted, what is wrong with it. It shows
/// what it is told, and tells what people do.
class SampleDetail : public QWidget
{
    Q_OBJECT
public:
    explicit SampleDetail(QWidget *parent = nullptr);
    ~SampleDetail() override;
    Q_DISABLE_COPY_MOVE(SampleDetail)

    void setEvent(const ShownEvent &shown);
    void setName(const QString &name);
    /// The name is to be written over.
    void editName();
    /// What was typed is looked at.
    void takeUpTyped(const std::optional<Error> &error);
    /// Puts in what the event lacks, and leads to what is to be written over.
    void fillIn(insider::Lack lack, const QDateTime &now);
    [[nodiscard]] EventEditors &editors();

Q_SIGNALS:
    void renameRequested(const QString &wish);
    void duplicateRequested();
    void deleteRequested();
    void remedyChosen(designer::insider::Lack lack);
    void typed(const designer::json::TextEdit &edit, const std::string &removed);
    /// That was all: it can be looked at.
    void typedAll();
    void undoRequested();
    void redoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void showConversion(const event::Conversion &conversion, bool isKept);
    void showError(const std::optional<Error> &error);
    void takeName();
    void sayOfName(const QString &words);
    void convertAgain();
    void goThere(const QString &target);

    const std::unique_ptr<Ui::SampleDetail> m_ui;
    QString m_name; ///< as it is, whatever is being typed
};

} // namespace designer::ui
