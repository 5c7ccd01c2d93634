// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace designer::ui {

/// What a rule or a group comes to with the sample.
struct RuleResult
{
    bool isGroup = false;
    std::optional<bool> holds; ///< nothing: not known, or it does not count
    QString verdict; ///< "true,"
    QString detail; ///< "saw purchase"
    QString why; ///< a sentence, for who asks
    bool operator==(const RuleResult &) const = default;
};

/// Shows it in a line. A rule that is false is no mistake: nothing here is red.
class ResultCell : public QWidget
{
    Q_OBJECT
public:
    explicit ResultCell(QWidget *parent = nullptr);

    [[nodiscard]] const RuleResult &result() const { return m_result; }
    void setResult(const RuleResult &result);
    /// The result belongs to what the document said a moment ago.
    void setStale(bool stale);
    [[nodiscard]] bool isStale() const { return m_stale; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RuleResult m_result;
    bool m_stale = false;
};

} // namespace designer::ui
