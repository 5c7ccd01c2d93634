// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/samples/samplesmodel.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace designer::ui {

namespace Ui {
class SampleListPane;
}

/// The list of samples with its search field. Says what people choose in it, and shows what it is told.
class SampleListPane : public QWidget
{
    Q_OBJECT
public:
    explicit SampleListPane(QWidget *parent = nullptr);
    ~SampleListPane() override;
    Q_DISABLE_COPY_MOVE(SampleListPane)

    /// All there is, of which those are listed that have the words that are sought.
    void setRows(std::vector<SampleRow> rows, const SampleId &current);
    void setCurrent(const SampleId &id);
    void clearSearch();
    [[nodiscard]] SampleId first() const; ///< none, where none is listed
    /// Where the current one is gone: what stands in its place, or the last.
    [[nodiscard]] SampleId nearest() const;

Q_SIGNALS:
    void chosen(const designer::ui::SampleId &id);
    void deleteRequested();
    void testRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void filter();
    void select(const SampleId &id);
    void rowChosen(int row);
    void moveBy(int rows);

    const std::unique_ptr<Ui::SampleListPane> m_ui;
    SamplesModel *m_model; ///< a child
    std::vector<SampleRow> m_rows;
    SampleId m_current;
    int m_row = 0; ///< the place of the current one, or of the last that was
    bool m_isTold = false; ///< the list is told what is current, and is not to tell it back
};

} // namespace designer::ui
