// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"

#include <QWidget>

namespace designer::ui {

/// The word for how something about Insider is known, as people read it ("documented").
[[nodiscard]] QString evidenceWord(Evidence evidence);
/// One sentence on what that word means.
[[nodiscard]] QString evidenceExplanation(Evidence evidence);

/// An outlined word that says how a verdict is known; its tool tip explains. Also for other short
/// outlined remarks, as "not in Hardal".
class EvidenceBadge : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceBadge(QWidget *parent = nullptr);

    void setEvidence(Evidence evidence);
    void setRemark(const QString &word, const QString &explanation);
    [[nodiscard]] QString word() const { return m_word; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word;
};

} // namespace designer::ui
