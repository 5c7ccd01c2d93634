// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/responsecolumn.h"

#include "ui/common/emptystate.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/theming.h"
#include "ui/testing/factsview.h"
#include "ui/testing/payloadcolumn.h"
#include "ui/testing/phasebars.h"
#include "ui/theme/surface.h"
#include "ui/theme/theme.h"
#include "json/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace designer::ui {

namespace {

constexpr int leastAnswerLines = 4;

/// Wants a few lines, and takes what there is.
class AnswerPlace : public QWidget
{
public:
    AnswerPlace(QWidget *answer, QWidget *parent) : QWidget(parent)
    {
        auto *const layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(answer);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {0, leastAnswerLines * theme().size(Metric::CodeLine)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

CodeEditor *viewer(QWidget *parent, const QString &name)
{
    auto *const editor = new CodeEditor(parent);
    editor->setReadOnly(true);
    editor->setAccessibleName(name);
    followTheme(*editor);
    return editor;
}

QMargins bannerMargins()
{
    return {theme().size(Metric::LeftEdge), theme().size(Space::S4), theme().size(Metric::LeftEdge),
            theme().size(Space::S8)};
}

/// The view is as wide as the area and scrolls up and down in it.
void putInto(QScrollArea &area, QWidget *view)
{
    area.setWidget(view);
    area.setWidgetResizable(true);
    area.setFrameShape(QFrame::NoFrame);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(area, Color::Panel);
}

std::vector<FactsView::Section> factsOf(const TestResult &result)
{
    std::vector<FactsView::Section> out;
    if (const auto &exchange = result.run.exchange; exchange && exchange->response) {
        FactsView::Section received{ResponseColumn::tr("Headers received"), {}};
        for (const http::Header &header : exchange->response->headers)
            received.facts.push_back({json::toQString(header.name),
                                      json::toQString(testrun::shownHeaderValue(header, result.masker)),
                                      false});
        out.push_back(std::move(received));
    }
    if (const auto &request = result.run.request) {
        FactsView::Section sent{ResponseColumn::tr("Request"), {}};
        sent.facts.push_back({json::toQString(request->method),
                              result.masker.mask(json::toQString(request->endpoint.url())), false});
        sent.facts.push_back({ResponseColumn::tr("Body"), shownBytes(request->body.size()), false});
        for (const http::Header &header : request->headers)
            sent.facts.push_back({json::toQString(header.name),
                                  json::toQString(testrun::shownHeaderValue(header, result.masker)), false});
        out.push_back(std::move(sent));
    }
    return out;
}

QString remarkOf(const TestResult &result)
{
    const auto &exchange = result.run.exchange;
    if (!exchange)
        return {};
    const QString time = shownDuration(exchange->elapsed);
    return exchange->response ? QStringLiteral("%1 · %2").arg(exchange->response->status).arg(time) : time;
}

BadgeContent sandboxMark()
{
    return {Tone::Neutral, ResponseColumn::tr("Sandbox"), false, BadgeContent::Shape::Chip};
}

/// Where it came from, whatever is chosen now.
BadgeContent markOf(const TestResult &result)
{
    if (!result.run.exchange)
        return {};
    return result.live
        ? BadgeContent{Tone::Live, ResponseColumn::tr("Live"), false, BadgeContent::Shape::Chip}
        : sandboxMark();
}

/// As it went out, but for what must not be seen.
QString requestText(const TestResult &result)
{
    const http::Request &request = *result.run.request;
    QString text = result.masker.mask(
        QStringLiteral("%1 %2 HTTP/1.1\r\n")
            .arg(json::toQString(request.method), json::toQString(request.endpoint.target)));
    for (const http::Header &header : request.headers)
        text += json::toQString(header.name) + QStringLiteral(": ")
            + json::toQString(testrun::shownHeaderValue(header, result.masker)) + QStringLiteral("\r\n");
    return text + QStringLiteral("\r\n") + result.masker.mask(json::toQString(request.body));
}

QString timingWords(const TestResult &result)
{
    return result.run.exchange
        ? ResponseColumn::tr("Timing: %1 in all, 1 attempt").arg(shownDuration(result.run.exchange->elapsed))
        : ResponseColumn::tr("Timing: nothing was sent");
}

} // namespace

ResponseColumn::ResponseColumn(QWidget *parent)
    : Column(tr("Response"), parent), m_asReceived(viewer(this, tr("Response, as it came"))),
      m_nothing(new EmptyState(this))
{
    m_asReceived->setLanguage(CodeEditor::Language::Text);
    addView(tr("Answer"), makeAnswerView());
    addView(tr("As received"), m_asReceived);
    addView(tr("Headers and timing"), makeTimingView(), tr("Timing"));
    reserve(QStringLiteral("200 · %1").arg(shownDuration(std::chrono::microseconds(99'900))), sandboxMark());
    connect(this, &Column::viewChanged, this, &ResponseColumn::showAsReceived);
}

/// Where a low window has no room for the verdict and some of the answer, both are scrolled.
QWidget *ResponseColumn::makeAnswerView()
{
    auto *const area = new QScrollArea(this);
    auto *const view = new QWidget(area);
    m_banner = new Banner(view);
    m_answer = viewer(view, tr("Response, formatted"));
    auto *const head = new QVBoxLayout;
    head->setContentsMargins(bannerMargins());
    head->addWidget(m_banner);
    auto *const layout = new QVBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new AnswerPlace(m_answer, view), 1);
    layout->addStretch(0);
    putInto(*area, view);
    area->setAccessibleName(tr("Answer"));
    area->setFocusPolicy(Qt::NoFocus);
    connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, area, [area](int, int most) {
        area->setFocusPolicy(most > 0 ? Qt::StrongFocus : Qt::NoFocus); // for the keys that scroll
    });
    connect(m_banner, &Banner::linkActivated, this, &ResponseColumn::pointerChosen);
    return area;
}

QWidget *ResponseColumn::makeTimingView()
{
    auto *const area = new QScrollArea(this);
    auto *const view = new QWidget(area);
    m_timingBanner = new Banner(view);
    m_timingTitle = new QLabel(view);
    m_timingTitle->setFont(theme().font(Font::Bold));
    m_phases = new PhaseBars(view);
    m_phases->setMinimumHeight(m_phases->sizeHint().height());
    m_facts = new FactsView(view);
    m_facts->setAccessibleName(tr("Headers and request"));
    m_facts->setWhole();
    auto *const head = new QVBoxLayout;
    head->setContentsMargins(bannerMargins());
    head->setSpacing(theme().size(Space::S12));
    head->addWidget(m_timingBanner);
    head->addWidget(m_timingTitle);
    head->addWidget(m_phases);
    head->addLayout(makeCopyRow(*view));
    auto *const layout = new QVBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    putInto(*area, view);
    area->setAccessibleName(tr("Headers and timing"));
    connect(m_timingBanner, &Banner::linkActivated, this, &ResponseColumn::pointerChosen);
    return area;
}

/// Each in one piece, as it was on the wire.
QHBoxLayout *ResponseColumn::makeCopyRow(QWidget &view)
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(theme().size(Space::S8));
    m_copyRequest = new QPushButton(tr("Copy the request"), &view);
    m_copyResponse = new QPushButton(tr("Copy the response"), &view);
    for (QPushButton *const button : {m_copyRequest, m_copyResponse}) {
        button->setIcon(icon(Icon::Copy));
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_copyRequest, &QPushButton::clicked, this, [this] { copy(requestText(*m_result)); });
    connect(m_copyResponse, &QPushButton::clicked, this,
            [this] { copy(json::toQString(m_result->masker.mask(m_result->received))); });
    return row;
}

void ResponseColumn::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void ResponseColumn::show(const std::shared_ptr<const TestResult> &shown, bool liveChosen)
{
    m_result = shown;
    const TestResult &result = *shown;
    setMark(markOf(result));
    setRemark(remarkOf(result));
    m_banner->setContent(bannerOf(result, liveChosen));
    m_answer->setLanguage(result.answer.isValid() ? CodeEditor::Language::Json : CodeEditor::Language::Text);
    m_answer->setBytes(result.answer.text());
    m_answer->parentWidget()->setVisible(m_answer->byteCount()
                                         > 0); // the banner says all that there is to say
    showAsReceived();
    showTiming(result);
    showInstead(nullptr);
}

/// Only while it is looked at: an answer of megabytes is not laid out for nobody.
void ResponseColumn::showAsReceived()
{
    if (m_result && currentView() == 1)
        m_asReceived->setBytes(m_result->received);
}

void ResponseColumn::showTiming(const TestResult &result)
{
    m_timingBanner->setContent(m_banner->content());
    m_timingTitle->setText(timingWords(result));
    m_copyRequest->setEnabled(result.run.request.has_value());
    m_copyResponse->setEnabled(!result.received.empty());
    if (const auto &exchange = result.run.exchange)
        m_phases->setPhases(exchange->phases, exchange->elapsed);
    else
        m_phases->setPhases({}, {});
    m_facts->setSections(factsOf(result));
}

void ResponseColumn::showStale()
{
    if (!m_result)
        return;
    Banner::Content pale = m_banner->content();
    pale.tone = Tone::Neutral;
    pale.body = tr("For the text before the last change.");
    pale.evidence.reset();
    m_banner->setContent(pale);
    m_timingBanner->setContent(pale);
}

void ResponseColumn::showNothing(const QString &title, const QString &sentence)
{
    m_result.reset();
    setMark({});
    setRemark({});
    m_nothing->setContent(Icon::Send, title, sentence);
    m_nothing->clearButtons();
    showInstead(m_nothing);
}

void ResponseColumn::showWaiting(const QString &what)
{
    showNothing(tr("On its way"), what);
}

} // namespace designer::ui
