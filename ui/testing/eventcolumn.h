// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/event.h"
#include "ui/testing/column.h"

#include <memory>
#include <optional>

namespace designer::ui {

class CodeEditor;
class SampleFieldsView;

/// The sample event that is tested: its text, or its fields.
class EventColumn : public Column
{
    Q_OBJECT
public:
    explicit EventColumn(QWidget *parent = nullptr);

    /// Null: there is none.
    void setEvent(std::shared_ptr<const event::Event> event, const QString &title);
    /// Marks the line of its text at \a offset, and brings it into view while nobody reads elsewhere in it.
    void markOffset(std::optional<std::size_t> offset);
    [[nodiscard]] std::optional<int> markedLine() const;

Q_SIGNALS:
    /// A field is to go into the body.
    void pathChosen(const QString &path);

private:
    void showFields();

    std::shared_ptr<const event::Event> m_shown;
    CodeEditor *m_text;
    SampleFieldsView *m_fields;
};

} // namespace designer::ui
