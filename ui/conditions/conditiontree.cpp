// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditiontree.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/plaintooltip.h"
#include "ui/conditions/results.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace designer::ui {

using condition::OutlineRow;

namespace {

class DropLine : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter(this).fillRect(rect(), theme().color(Color::Accent));
    }
};

QLabel *head(QWidget *parent)
{
    auto *label = new ElidedLabel(parent);
    label->setFont(theme().font(Font::SmallBold));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ConditionTree::ConditionTree(QWidget *parent)
    : QWidget(parent), m_head(head(this)), m_resultHead(head(this)), m_dropLine(new DropLine(this))
{
    m_head->setText(tr("Conditions"));
    m_dropLine->hide();
    connect(&theme(), &Theme::changed, this, [this] {
        for (ConditionRow *row : m_rows) {
            if (row)
                row->rearrange();
        }
        stack();
    });
}

ConditionTree::~ConditionTree() = default;

void ConditionTree::setDocument(ConnectionDocument *document)
{
    m_edits.setDocument(document);
    m_undoKeys.setDocument(document);
    m_judged.clear();
    m_results.clear();
    follow();
}

void ConditionTree::follow()
{
    const ConnectionDocument *document = m_edits.document();
    const condition::Outline before = std::exchange(
        m_outline, document ? condition::outline(document->shell().conditions()) : condition::Outline());
    endDrag(false);
    {
        const QScopedValueRollback holds(m_holdsRows, true);
        matchRows(before);
        adoptRows();
        forgetOvertaken();
        stack();
    }
    fill();
    Q_EMIT outlineChanged();
}

void ConditionTree::adoptRows()
{
    int rules = 0;
    int groups = 0;
    int deepest = 0;
    m_numbers.resize(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const OutlineRow &row = m_outline[i];
        m_numbers[i] = row.isGroup() ? ++groups : ++rules;
        deepest = std::max(deepest, row.depth);
        if (m_rows[i])
            m_rows[i]->adopt(row, m_numbers[i]);
    }
    setMinimumWidth(RowColumns::narrowest(deepest));
    update();
}

/// Makes room for each row of the outline. Those at the beginning and at the end of \a before stay
/// that are of the right kind; where the shape is the same, all do.
void ConditionTree::matchRows(const condition::Outline &before)
{
    const auto fits = [](const OutlineRow &a, const OutlineRow &b) { return a.kind == b.kind; };
    const std::size_t shorter = std::min(before.size(), m_outline.size());
    std::size_t same = 0;
    while (same < shorter && fits(before[same], m_outline[same]))
        ++same;
    std::size_t tail = 0;
    while (tail < shorter - same
           && fits(before[before.size() - 1 - tail], m_outline[m_outline.size() - 1 - tail]))
        ++tail;
    const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(same);
    const auto end = m_rows.end() - static_cast<std::ptrdiff_t>(tail);
    for (auto row = begin; row != end; ++row)
        dropRow(static_cast<std::size_t>(row - m_rows.begin()));
    m_rows.insert(m_rows.erase(begin, end), m_outline.size() - tail - same, nullptr);
}

void ConditionTree::showLive(const LiveState &state)
{
    if (state.sample != m_sample) {
        m_sample = state.sample;
        m_fields = m_sample ? SampleFields(m_sample) : SampleFields();
        for (ConditionRow *row : m_rows) {
            if (row)
                row->sampleChanged();
        }
    }
    m_resultHead->setText(state.sample ? tr("With “%1”").arg(state.sampleTitle)
                                       : tr("Choose a sample to see what comes of it"));
    m_resultHead->setToolTip(plainToolTip(m_resultHead->text()));
    showResults(state);
}

void ConditionTree::showResults(const LiveState &state)
{
    const ConnectionDocument *document = m_edits.document();
    const bool isFresh = document && state.evaluation && state.revision == document->revision();
    if (!isFresh && state.sample)
        return forgetOvertaken();
    std::vector<RuleResult> results(m_outline.size());
    if (isFresh && state.evaluation->run)
        results = resultsOf(m_outline, state.evaluation->run->trace);
    else if (isFresh && state.sample && !results.empty())
        results.front().detail = state.evaluation->failed ? state.evaluation->failed->message
                                                          : tr("known once the mistakes are mended");
    m_isStale = false;
    m_judged.resize(m_rows.size());
    m_results.resize(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_judged[i] = m_outline[i].raw;
        setResult(i, results[i]);
    }
}

/// What is shown belongs to a moment ago: it pales, and where the rule is another one it goes.
void ConditionTree::forgetOvertaken()
{
    m_isStale = true;
    m_judged.resize(m_rows.size());
    m_results.resize(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isSame = m_judged[i] == m_outline[i].raw;
        if (!isSame)
            m_judged[i].clear();
        setResult(i, isSame ? m_results[i] : RuleResult());
    }
}

void ConditionTree::setResult(std::size_t index, const RuleResult &result)
{
    m_results[index] = result;
    if (!m_rows[index])
        return;
    m_rows[index]->resultCell()->setResult(result);
    m_rows[index]->resultCell()->setStale(m_isStale);
}

bool ConditionTree::reveal(const std::string &pointer)
{
    const auto found = condition::rowAt(m_outline, pointer);
    if (!found)
        return false;
    visit(*found, [&pointer](ConditionRow &row) {
        const std::size_t own = row.pointer().size();
        const std::string member = pointer.size() > own ? pointer.substr(own + 1) : std::string();
        row.focusMember(QString::fromStdString(member.substr(0, member.find('/'))));
    });
    return true;
}

std::size_t ConditionTree::indexOf(const ConditionRow *row) const
{
    return static_cast<std::size_t>(std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin());
}

} // namespace designer::ui
