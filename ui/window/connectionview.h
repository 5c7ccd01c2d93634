// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectionpage.h"
#include "ui/document/session.h"
#include "ui/testing/liveevaluation.h"
#include "ui/window/findingtour.h"

#include <array>

class QSplitter;
class QStackedWidget;

namespace designer::ui {

class ConnectionHead;
class TestPanel;
class UnderlineTabs;

/// The right side of the window while a connection is edited: head, pages, test panel. Shows one
/// document at a time and leads from one place to another; what is decided about documents as a
/// whole (saving, testing, exporting) is the window's.
class ConnectionView : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionView(LiveEvaluation &live, QWidget *parent = nullptr);

    /// The page comes into its place; owned by the view from then on.
    void setPage(Page page, ConnectionPage *widget);
    void setDocument(ConnectionDocument *document);
    [[nodiscard]] ConnectionHead &head() { return *m_head; }
    [[nodiscard]] TestPanel &testPanel() { return *m_panel; }
    [[nodiscard]] QWidget &pagesSide() { return *m_pagesSide; }

    [[nodiscard]] Page currentPage() const;
    void setCurrentPage(Page page);
    /// Shows the page and gives the focus to what had it there last, or to where people begin on it.
    void focusPage(Page page);
    void mend(); ///< on the page that is shown
    void reveal(const EditPlace &place);
    /// Goes to the next finding, or the one before; wraps around. False: there is none.
    bool goToFinding(bool backwards);
    void setCount(Page page, std::optional<int> count);
    void setFull(bool full);
    [[nodiscard]] bool isFull() const { return m_full; }
    void setFolded(bool folded);
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void pageChanged(designer::ui::Page page);
    void fullChanged(bool full);
    /// An edit of the document could not be made.
    void refused(const designer::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void givePagesTheirShare();
    void showLive();
    void putPanelBehindPages();
    void markPages(const testrun::Evaluation &evaluation);

    LiveEvaluation &m_live;
    ConnectionHead *m_head;
    UnderlineTabs *m_tabs;
    QStackedWidget *m_stack;
    QWidget *m_pagesSide;
    QSplitter *m_splitter;
    TestPanel *m_panel;
    QByteArray m_unfolded; ///< the splitter before the panel was folded
    std::array<ConnectionPage *, pageCount> m_pages{}; ///< children of m_stack
    QPointer<ConnectionDocument> m_document;
    FindingTour m_tour; ///< where F8 goes, in turn
    bool m_full = false;
    bool m_isLow = false; ///< the window
    bool m_isOwnSplit = false; ///< the splitter was moved by hand since it is
};

} // namespace designer::ui
