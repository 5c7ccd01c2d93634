// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/conversion.h"
#include "ui/samples/lacks.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace designer::ui {

namespace Ui {
class SampleRemarks;
}

/// Below an event: what was done to convert it, and what it lacks, with the way out. Where there is
/// neither it is hidden.
class SampleRemarks : public QWidget
{
    Q_OBJECT
public:
    explicit SampleRemarks(QWidget *parent = nullptr);
    ~SampleRemarks() override;
    Q_DISABLE_COPY_MOVE(SampleRemarks)

    void setSteps(const std::vector<event::Step> &steps);
    void setLacks(const std::vector<insider::Lack> &lacks);

Q_SIGNALS:
    void remedyChosen(designer::insider::Lack lack);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void showWhatThereIs();

    const std::unique_ptr<Ui::SampleRemarks> m_ui;
};

} // namespace designer::ui
