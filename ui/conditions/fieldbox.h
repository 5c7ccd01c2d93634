// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/samplefields.h"

#include <QComboBox>

namespace designer::ui {

class UndoKeys;

/// The path that a rule looks at: typed, completed, or chosen from those of the sample.
class FieldBox : public QComboBox
{
    Q_OBJECT
public:
    explicit FieldBox(QWidget *parent = nullptr);

    /// What it offers; asked for when it opens. Not owned, and outlives this.
    void setChoices(const SampleFields *fields, std::optional<condition::Type> type);
    /// Leaves the caret where it is if the text is there already.
    void show(const QString &path);

    /// Its keys for undo, and those of its completions, are the document's. \a keys outlives this.
    void setUndoKeys(UndoKeys &keys);

    void showPopup() override;
    /// How the lists show \a path, and an example of what stands there; empty: there is none.
    [[nodiscard]] QString shownPath(const QString &path) const;
    [[nodiscard]] QString exampleOf(const QString &path) const;

Q_SIGNALS:
    /// With every key, and when one is chosen.
    void typed(const QString &path);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void offerCompletions();
    void tell(const QString &path);
    [[nodiscard]] int listWidth(const QStringList &paths) const;

    const SampleFields *m_fields = nullptr;
    std::optional<condition::Type> m_type;
    UndoKeys *m_undoKeys = nullptr; ///< not ours
    QString m_known; ///< shown or told last
};

} // namespace designer::ui
