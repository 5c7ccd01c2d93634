// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/connectionview.h"

#include "connection/conditionediting.h"
#include "ui/body/bodymarks.h"
#include "ui/common/underlinetabs.h"
#include "ui/testing/testpanel.h"
#include "ui/theme/surface.h"
#include "ui/theme/theme.h"
#include "ui/window/connectionhead.h"
#include "json/text.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

constexpr int lowWindow = 656; ///< in px at the design's text size

Tone worstTone(const Findings &findings)
{
    const FindingCounts counts = count(findings);
    if (counts.errors > 0)
        return Tone::Error;
    return counts.warnings > 0 ? Tone::Warning : Tone::Neutral;
}

/// Where people begin on a page.
QString firstPlaceOf(Page page)
{
    return page == Page::Conditions ? json::toQString(connection::conditionsPointer) : QString();
}

EditPlace placeOf(const Finding &finding)
{
    if (!finding.templatePlace)
        return {Page::Body, {}};
    const std::string &pointer = finding.templatePlace->pointer;
    return {pageOf(pointer), json::toQString(pointer)};
}

/// What tells it from others at its place: not its words, in which a value may stand.
std::string identityOf(const Finding &finding)
{
    return finding.code + '\n' + finding.payloadPointer.value_or(std::string()) + '\n'
        + finding.placeholder.value_or(std::string());
}

/// A line of the body says one thing at a time, anything else all that is to be said of it.
TourStop stopOf(const LiveState &state, const Finding &finding)
{
    const EditPlace place = placeOf(finding);
    const bool isOneOfSeveral = place.page == Page::Body && finding.templatePlace
        && isNoted(*state.evaluation, finding, state.sample.get());
    return {place, isOneOfSeveral ? identityOf(finding) : std::string(), finding.message};
}

/// Errors first, each in the order in which it was found.
std::vector<TourStop> stopsOf(const LiveState &state)
{
    std::vector<TourStop> out;
    const auto isThere = [&out](const TourStop &stop) {
        return std::any_of(out.begin(), out.end(), [&stop](const TourStop &other) {
            return stop.what.empty() ? other.place == stop.place : other == stop;
        });
    };
    const auto add = [&](auto &&isWanted) {
        for (const Finding &finding : state.evaluation->findings) {
            if (!isWanted(finding))
                continue;
            if (TourStop stop = stopOf(state, finding); !isThere(stop))
                out.push_back(std::move(stop));
        }
    };
    for (const Severity severity : {Severity::Error, Severity::Warning})
        add([severity](const Finding &finding) { return finding.severity == severity; });
    add([](const Finding &finding) { return finding.code == testrun::unfinishedCode; });
    return out;
}

} // namespace

ConnectionView::ConnectionView(LiveEvaluation &live, QWidget *parent)
    : QWidget(parent), m_live(live), m_head(new ConnectionHead(this)),
      m_tabs(new UnderlineTabs(UnderlineTabs::Size::Pages, this)), m_stack(new QStackedWidget(this)),
      m_pagesSide(new QWidget(this)), m_splitter(new QSplitter(Qt::Vertical, this)),
      m_panel(new TestPanel(live, this))
{
    for (const QString &title : {tr("Settings"), tr("Headers"), tr("Body"), tr("Conditions"), tr("Notes")}) {
        m_tabs->addTab(title);
        m_stack->addWidget(new QWidget(m_stack));
    }
    for (const Page page : {Page::Headers, Page::Conditions})
        m_tabs->reserveCount(static_cast<int>(page));
    m_tabs->setAccessibleName(tr("Pages of the connection"));
    layOut();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_stack->setCurrentIndex(page);
        Q_EMIT pageChanged(static_cast<Page>(page));
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isOwnSplit = true; });
    connect(&live, &LiveEvaluation::evaluated, this, &ConnectionView::showLive);
}

void ConnectionView::layOut()
{
    auto *const pages = new QVBoxLayout(m_pagesSide);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(0);
    auto *const tabs = new QHBoxLayout; // the first one’s words begin below the label
    tabs->addSpacing(theme().size(Metric::LeftEdge) - m_tabs->padding());
    tabs->addWidget(m_tabs, 1);
    pages->addLayout(tabs);
    pages->addWidget(m_stack, 1);
    m_pagesSide->setMinimumHeight(theme().scaled(160));
    setSurface(*m_pagesSide, Color::Panel);
    setSurface(*m_panel, Color::Panel);
    m_splitter->addWidget(m_pagesSide);
    m_splitter->addWidget(m_panel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({theme().scaled(352), theme().scaled(344)});
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_splitter, 1);
}

/// By the window: a line that comes and goes above makes none low.
void ConnectionView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isLow = window()->height() < theme().scaled(lowWindow);
    if (isLow && !std::exchange(m_isLow, isLow))
        m_isOwnSplit = false; // it was made for another window
    m_isLow = isLow;
    givePagesTheirShare();
}

/// In a low window the pages have more than half: there people work, and the panel scrolls. Not where
/// somebody has moved the splitter since.
void ConnectionView::givePagesTheirShare()
{
    if (!m_isLow || m_isOwnSplit || m_full || m_panel->isFolded())
        return;
    const QList<int> sizes = m_splitter->sizes();
    const int both = sizes[0] + sizes[1];
    const int share = std::max(theme().scaled(250), both / 2 + 1);
    const int wanted = std::min(share, both - theme().scaled(185)); // the least of the panel
    if (sizes[0] < wanted)
        m_splitter->setSizes({wanted, both - wanted});
}

void ConnectionView::setPage(Page page, ConnectionPage *widget)
{
    const int index = static_cast<int>(page);
    QWidget *const stub = m_stack->widget(index);
    m_stack->removeWidget(stub);
    delete stub;
    m_stack->insertWidget(index, widget);
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    m_pages[static_cast<std::size_t>(index)] = widget;
    connect(widget, &ConnectionPage::placeRequested, this, &ConnectionView::reveal);
    putPanelBehindPages();
}

/// For Tab: the panel was made before them.
void ConnectionView::putPanelBehindPages()
{
    QWidget *before = nullptr;
    std::vector<QWidget *> inPanel;
    for (QWidget *at = nextInFocusChain(); at != this; at = at->nextInFocusChain()) {
        if (at->focusPolicy() == Qt::NoFocus)
            continue;
        if (m_pagesSide->isAncestorOf(at))
            before = at;
        else if (m_panel->isAncestorOf(at))
            inPanel.push_back(at);
    }
    for (QWidget *const at : inPanel) {
        setTabOrder(before, at);
        before = at;
    }
}

void ConnectionView::setDocument(ConnectionDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_tour.forget();
    for (ConnectionPage *const page : m_pages) {
        if (page)
            page->setDocument(document);
    }
    m_live.setDocument(document);
    for (int i = 0; i < pageCount; ++i)
        m_tabs->setMark(i, Tone::Neutral);
    if (!document)
        return;
    connect(document, &ConnectionDocument::placeTouched, this, &ConnectionView::reveal);
    connect(document, &ConnectionDocument::refused, this, &ConnectionView::refused);
}

Page ConnectionView::currentPage() const
{
    return static_cast<Page>(m_tabs->currentIndex());
}

void ConnectionView::setCurrentPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void ConnectionView::focusPage(Page page)
{
    const ConnectionPage *const widget = m_pages[static_cast<std::size_t>(page)];
    QWidget *const last = widget ? widget->focusWidget() : nullptr;
    if (!last || last == widget || !last->isVisibleTo(widget) || !last->isEnabled())
        return reveal({page, firstPlaceOf(page)});
    if (m_full)
        setFull(false);
    setCurrentPage(page);
    last->setFocus(Qt::ShortcutFocusReason);
}

void ConnectionView::mend()
{
    if (ConnectionPage *const page = m_pages[static_cast<std::size_t>(currentPage())])
        page->mend();
}

void ConnectionView::reveal(const EditPlace &place)
{
    if (place.isHead)
        return m_head->focusSwitch();
    if (m_full)
        setFull(false);
    setCurrentPage(place.page);
    if (ConnectionPage *const page = m_pages[static_cast<std::size_t>(place.page)])
        page->reveal(place.field);
}

bool ConnectionView::goToFinding(bool backwards)
{
    const LiveState &state = m_live.state();
    if (!state.evaluation)
        return false;
    const std::optional<TourStop> stop = m_tour.next(stopsOf(state), backwards);
    if (!stop)
        return false;
    reveal(stop->place);
    if (ConnectionPage *const page = m_pages[static_cast<std::size_t>(stop->place.page)])
        page->tell(stop->message);
    return true;
}

void ConnectionView::setCount(Page page, std::optional<int> count)
{
    m_tabs->setCount(static_cast<int>(page), count);
}

void ConnectionView::setFull(bool full)
{
    m_full = full;
    m_pagesSide->setVisible(!full);
    m_panel->setFull(full);
    if (full && m_panel->isFolded())
        setFolded(false);
    Q_EMIT fullChanged(full);
}

void ConnectionView::setFolded(bool folded)
{
    if (folded == m_panel->isFolded() || (folded && m_panel->asksForLive())) // the question has no room there
        return;
    if (folded)
        m_unfolded = m_splitter->saveState();
    m_panel->setFolded(folded);
    m_panel->setMaximumHeight(folded ? theme().size(Metric::TestBar) : QWIDGETSIZE_MAX);
    if (folded || m_unfolded.isEmpty())
        return;
    m_splitter->restoreState(m_unfolded);
    givePagesTheirShare();
}

QByteArray ConnectionView::saveState() const
{
    return m_panel->isFolded() ? m_unfolded : m_splitter->saveState();
}

void ConnectionView::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
    m_isOwnSplit = false;
    givePagesTheirShare();
}

void ConnectionView::showLive()
{
    const LiveState &state = m_live.state();
    for (ConnectionPage *const page : m_pages) {
        if (page)
            page->showLive(state);
    }
    if (state.evaluation)
        markPages(*state.evaluation);
}

void ConnectionView::markPages(const testrun::Evaluation &evaluation)
{
    for (int i = 0; i < pageCount; ++i)
        m_tabs->setMark(i, worstTone(findingsOf(evaluation, static_cast<Page>(i))));
}

} // namespace designer::ui
