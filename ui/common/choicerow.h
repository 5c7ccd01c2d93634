// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace designer::ui {

/// One of a few ways, with a sentence on what it is for below it. The whole row is clicked; the chosen
/// one lies on a soft ground.
class ChoiceRow : public QRadioButton
{
    Q_OBJECT
    Q_PROPERTY(QString explanation READ explanation WRITE setExplanation NOTIFY explanationChanged)
public:
    explicit ChoiceRow(QWidget *parent = nullptr);

    [[nodiscard]] QString explanation() const { return m_explanation; }
    /// Also the accessible description.
    void setExplanation(const QString &explanation);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void explanationChanged(const QString &explanation);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;

private:
    [[nodiscard]] QRect wordsRect(const QRect &whole) const;
    void paintWords(QPainter *painter) const;

    QString m_explanation;
};

} // namespace designer::ui
