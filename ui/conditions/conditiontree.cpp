// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditiontree.h"

#include "ui/conditions/foreignrow.h"
#include "ui/conditions/grouprow.h"
#include "ui/conditions/results.h"
#include "ui/conditions/rulerow.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

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
    auto *label = new QLabel(parent);
    label->setFont(theme().font(Font::SmallBold));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ConditionTree::ConditionTree(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_head(head(this)), m_resultHead(head(this)),
      m_dropLine(new DropLine(this))
{
    m_layout->setContentsMargins(0, theme().size(Metric::ColumnHead), 0, 0);
    m_layout->setSpacing(0);
    m_head->setText(tr("Conditions"));
    m_dropLine->hide();
    connect(&theme(), &Theme::changed, this, [this] {
        for (ConditionRow *row : m_rows)
            row->rearrange();
        arrangeHeads();
    });
}

ConditionTree::~ConditionTree() = default;

void ConditionTree::setDocument(ConnectionDocument *document)
{
    m_edits.setDocument(document);
    m_judged.clear();
    follow();
}

void ConditionTree::follow()
{
    const ConnectionDocument *document = m_edits.document();
    m_outline = document ? condition::outline(document->shell().conditions()) : condition::Outline();
    endDrag(false);
    const bool isOtherShape = matchRows();
    adoptRows();
    forgetOvertaken();
    if (isOtherShape)
        chainTabs();
    Q_EMIT outlineChanged();
}

void ConditionTree::adoptRows()
{
    int rules = 0;
    int groups = 0;
    int deepest = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const OutlineRow &row = m_outline[i];
        m_rows[i]->adopt(row, row.isGroup() ? ++groups : ++rules);
        deepest = std::max(deepest, row.depth);
    }
    setMinimumWidth(RowColumns::narrowest(deepest));
    arrangeHeads();
    update();
}

/// Makes a row for each of the outline. Those at the beginning and at the end stay that are of the
/// right kind; where the shape is the same, all are. Whether there are others now.
bool ConditionTree::matchRows()
{
    const auto fits
        = [](const ConditionRow *widget, const OutlineRow &row) { return widget->row().kind == row.kind; };
    const std::size_t shorter = std::min(m_rows.size(), m_outline.size());
    std::size_t same = 0;
    while (same < shorter && fits(m_rows[same], m_outline[same]))
        ++same;
    std::size_t tail = 0;
    while (tail < shorter - same
           && fits(m_rows[m_rows.size() - 1 - tail], m_outline[m_outline.size() - 1 - tail]))
        ++tail;
    if (same == m_rows.size() && same == m_outline.size())
        return false;
    while (m_rows.size() > same + tail)
        dropRow(same);
    for (std::size_t i = same; i < m_outline.size() - tail; ++i) {
        ConditionRow *made = makeRow(m_outline[i].kind);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), made);
        m_layout->insertWidget(static_cast<int>(i), made);
    }
    return true;
}

ConditionRow *ConditionTree::makeRow(OutlineRow::Kind kind)
{
    ConditionRow *row = nullptr;
    if (kind == OutlineRow::Kind::Group) {
        auto *group = new GroupRow(m_edits, m_models, this);
        connect(group, &GroupRow::ruleAsked, this, [this, group] {
            addTo(group, {condition::Type::Property, condition::Operator::Equals, {}, {}},
                  QStringLiteral("field"));
        });
        connect(group, &GroupRow::groupAsked, this, [this, group] { addGroupTo(group); });
        row = group;
    } else if (kind == OutlineRow::Kind::Rule) {
        row = new RuleRow(m_edits, m_models, m_fields, this);
    } else {
        row = new ForeignRow(m_edits, this);
    }
    listenTo(row);
    return row;
}

void ConditionTree::listenTo(ConditionRow *row)
{
    connect(row, &ConditionRow::removeAsked, this, [this, row] { removeRow(row); });
    connect(row, &ConditionRow::stepAsked, this, [this, row](condition::Step step) { stepRow(row, step); });
    connect(row, &ConditionRow::dragBegan, this, [this, row] { beginDrag(row); });
    connect(row, &ConditionRow::dragMoved, this, &ConditionTree::drag);
    connect(row, &ConditionRow::dragEnded, this, &ConditionTree::endDrag);
}

void ConditionTree::dropRow(std::size_t index)
{
    ConditionRow *row = m_rows[index];
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(index));
    m_layout->removeWidget(row);
    row->disconnect(this);
    row->retire();
}

/// Tab goes through the rows from above, wherever in time they were made.
void ConditionTree::chainTabs()
{
    setFocusPolicy(Qt::TabFocus); // else it could not be what the first follows
    QWidget *before = this;
    for (const ConditionRow *row : m_rows) {
        for (QWidget *stop : row->stops()) {
            setTabOrder(before, stop);
            before = stop;
        }
    }
    setFocusPolicy(Qt::NoFocus);
}

void ConditionTree::showLive(const LiveState &state)
{
    if (state.sample != m_sample) {
        m_sample = state.sample;
        m_fields = m_sample ? SampleFields(*m_sample) : SampleFields();
    }
    m_resultHead->setText(state.sample ? tr("With “%1”").arg(state.sampleTitle)
                                       : tr("Choose a sample to see what comes of it"));
    m_resultHead->setToolTip(m_resultHead->text());
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
    m_judged.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_judged.push_back(m_outline[i].raw);
        m_rows[i]->resultCell()->setResult(results[i]);
        m_rows[i]->resultCell()->setStale(false);
    }
}

/// What is shown belongs to a moment ago: it pales, and where the rule is another one it goes.
void ConditionTree::forgetOvertaken()
{
    m_judged.resize(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->resultCell()->setStale(true);
        if (m_judged[i] == m_outline[i].raw)
            continue;
        m_judged[i].clear();
        m_rows[i]->resultCell()->setResult({});
    }
}

bool ConditionTree::reveal(const std::string &pointer)
{
    const auto found = condition::rowAt(m_outline, pointer);
    if (!found)
        return false;
    ConditionRow *row = m_rows[*found];
    const std::string &own = row->pointer();
    const std::string member = pointer.size() > own.size() ? pointer.substr(own.size() + 1) : std::string();
    row->focusMember(QString::fromStdString(member.substr(0, member.find('/'))));
    Q_EMIT rowReached(row);
    return true;
}

std::size_t ConditionTree::indexOf(const ConditionRow *row) const
{
    return static_cast<std::size_t>(std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin());
}

void ConditionTree::arrangeHeads()
{
    const RowColumns columns = RowColumns::of(width(), 0);
    const int height = theme().size(Metric::ColumnHead);
    const int middle = RowColumns::middle(width());
    m_head->setGeometry(columns.controlsBegin, 0, middle - columns.controlsBegin, height);
    m_resultHead->setGeometry(middle, 0, width() - middle, height);
}

void ConditionTree::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeHeads();
}

void ConditionTree::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        std::size_t last = i;
        while (last + 1 < m_rows.size() && m_outline[last + 1].depth > m_outline[i].depth)
            ++last;
        if (last == i)
            continue;
        const int top = m_rows[i]->geometry().bottom() + 1;
        const QRect line(RowColumns::guide(m_outline[i].depth), top, theme().scaled(2),
                         m_rows[last]->geometry().bottom() + 1 - top);
        painter.fillRect(line, theme().color(Color::Rule));
    }
}

} // namespace designer::ui
