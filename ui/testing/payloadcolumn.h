// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectionpage.h"
#include "ui/testing/column.h"

namespace designer::ui {

class CodeEditor;
class EmptyState;
class FactsView;

/// What would be sent: as people read it, byte for byte, and with its headers.
class PayloadColumn : public Column
{
    Q_OBJECT
public:
    explicit PayloadColumn(QWidget *parent = nullptr);

    void show(const LiveState &state);
    /// There is nothing that belongs to the text beside it.
    void showNothing(const QString &title, const QString &sentence);
    /// There is no sample event: the way to one stands with it.
    void showNoSample();
    /// Fills the line of the formatted payload that holds the byte at \a offset.
    void markOffset(std::optional<std::size_t> offset);
    [[nodiscard]] CodeEditor &formattedEditor() const { return *m_formatted; }

Q_SIGNALS:
    /// The caret was put into the formatted payload.
    void offsetChosen(std::size_t offset);
    void samplesRequested();

private:
    void showAsSent();

    std::shared_ptr<const testrun::Evaluation> m_evaluation;
    CodeEditor *m_formatted;
    CodeEditor *m_asSent;
    FactsView *m_headers;
    EmptyState *m_nothing;
    EmptyState *m_noSample;
};

/// The lines of a request as they go out, with what is secret masked.
[[nodiscard]] QString shownBytes(std::size_t bytes);

} // namespace designer::ui
