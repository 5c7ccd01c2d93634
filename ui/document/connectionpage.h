// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/event.h"
#include "finding/finding.h"
#include "testrun/evaluation.h"
#include "ui/document/connectiondocument.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace designer::ui {

/// What the live view knows: an evaluation, and the sample that it was made with.
struct LiveState
{
    std::shared_ptr<const testrun::Evaluation> evaluation; ///< null: nothing has been worked out yet
    std::shared_ptr<const event::Event> sample; ///< null: none is chosen
    QString sampleTitle;
    quint64 revision = 0; ///< of the document that it belongs to
};

/// One page of a connection. It edits one document at a time, through the document's own functions,
/// and shows whatever the document says; it keeps nothing of its own that could differ from it.
class ConnectionPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Null: there is none, and the page shows nothing. The document outlives the page's use of it.
    virtual void setDocument(ConnectionDocument *document) = 0;
    /// Findings and values for the document that is shown. Comes after each change, a moment later: a
    /// page that points into texts compares \a state's revision with the document's.
    virtual void showLive(const LiveState &state) = 0;
    /// Brings the control or the line of \a field (see EditPlace) into view and gives it the focus.
    virtual void reveal(const QString &field) = 0;
    /// There, what \a message says of it comes first, where several things are said.
    virtual void tell(const QString & /*message*/) { }
    /// Follows the way out of what is wrong where the caret or the current row is, where there is one.
    virtual void mend() { }

Q_SIGNALS:
    /// A link of a finding that leads to another page.
    void placeRequested(const designer::ui::EditPlace &place);
};

/// The page that \a pointer, a place in the connection file, is edited on.
[[nodiscard]] Page pageOf(std::string_view pointer);
/// The findings of \a evaluation that are edited on \a page.
[[nodiscard]] Findings findingsOf(const testrun::Evaluation &evaluation, Page page);

} // namespace designer::ui
