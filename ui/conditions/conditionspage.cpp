// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditionspage.h"

#include "ui/conditions/prose.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui_conditionspage.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLayout>
#include <QPushButton>
#include <QScrollBar>

namespace designer::ui {

namespace {

constexpr qsizetype mostReasons = 8;

/// One thing for each row that does not fit, and its reasons.
QStringList reasonsOf(const condition::Outline &outline)
{
    QStringList out;
    for (const condition::OutlineRow &row : outline)
        out += row.beyondHardal;
    return out;
}

QString noteFor(int count)
{
    if (count == 0)
        return ConditionsPage::tr(
            "Hardal’s own screen holds one plain list joined by “and”. All of this fits in it.");
    return ConditionsPage::tr(
        "Hardal’s own screen holds one plain list joined by “and”. %n thing(s) here do not fit in it.",
        nullptr, count);
}

} // namespace

ConditionsPage::ConditionsPage(QWidget *parent)
    : ConnectionPage(parent), m_ui(std::make_unique<Ui::ConditionsPage>())
{
    m_ui->setupUi(this);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    m_ui->content->setAutoFillBackground(false);
    dress();
    connect(&theme(), &Theme::changed, this, &ConditionsPage::dress);
    m_ui->noteLink->setProperty("link", true);
    m_ui->noteDetails->hide();
    buildEmptyState();
    m_ui->tree->setViewport(m_ui->scroll->viewport());
    connect(m_ui->scroll->verticalScrollBar(), &QScrollBar::valueChanged, m_ui->tree, &ConditionTree::fill);
    m_ui->scroll->viewport()->installEventFilter(this);
    connect(m_ui->noteLink, &QPushButton::toggled, this, &ConditionsPage::unfoldNote);
    connect(m_ui->tree, &ConditionTree::outlineChanged, this, &ConditionsPage::showOutline);
    connect(m_ui->tree, &ConditionTree::rowReached, this, [this](QWidget *row) {
        // It may stand where the tree ends since a moment.
        QCoreApplication::sendPostedEvents(m_ui->content, QEvent::LayoutRequest);
        m_ui->scroll->ensureWidgetVisible(row, 0, 0);
    });
    showOutline();
}

ConditionsPage::~ConditionsPage()
{
    // A field that loses the focus while it goes would edit the document once more.
    m_ui->tree->disconnect(this);
    m_ui->tree->setDocument(nullptr);
}

void ConditionsPage::dress()
{
    const int side = theme().size(Metric::Icon);
    m_ui->noteIcon->setPixmap(
        icon(Icon::InfoCircle, Color::Dim).pixmap(QSize(side, side), devicePixelRatioF()));
}

void ConditionsPage::buildEmptyState()
{
    m_ui->empty->setContent(
        Icon::Bolt, tr("Every event is sent"),
        tr("Conditions say which events this connection sends: those with a certain name, a price above "
           "100, customers from one country …"));
    QPushButton *add = m_ui->empty->addButton(Icon::Plus, tr("Add condition"));
    QPushButton *only = m_ui->empty->addButton(tr("Only one event name…"));
    setTabOrder(add, only);
    connect(add, &QPushButton::clicked, this, &ConditionsPage::addCondition);
    connect(only, &QPushButton::clicked, this, &ConditionsPage::addEventName);
}

void ConditionsPage::setDocument(ConnectionDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document) {
        connect(document, &ConnectionDocument::shellChanged, this, &ConditionsPage::follow);
        connect(document, &ConnectionDocument::bodyChanged, m_ui->tree, &ConditionTree::pale);
    }
    m_ui->noteLink->setChecked(false);
    m_ui->sentenceBox->fold();
    m_ui->tree->setDocument(document);
}

/// A higher view shows further rows.
bool ConditionsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->scroll->viewport() && event->type() == QEvent::Resize)
        m_ui->tree->fill();
    return ConnectionPage::eventFilter(watched, event);
}

void ConditionsPage::resizeEvent(QResizeEvent *event)
{
    ConnectionPage::resizeEvent(event);
    m_ui->sentenceBox->setPageHeight(height());
}

void ConditionsPage::follow()
{
    m_ui->tree->follow();
}

void ConditionsPage::showLive(const LiveState &state)
{
    m_ui->tree->showLive(state);
}

void ConditionsPage::reveal(const QString &field)
{
    if (!m_ui->tree->reveal(field.toStdString()))
        m_ui->empty->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
}

void ConditionsPage::showOutline()
{
    const condition::Outline &outline = m_ui->tree->outline();
    const bool hasRows = outline.size() > 1 || (outline.size() == 1 && !outline.front().isGroup());
    const bool hadFocus = m_ui->filled->isAncestorOf(focusWidget()) && m_ui->filled->isVisible();
    m_ui->stack->setCurrentWidget(hasRows ? m_ui->filled : m_ui->empty);
    if (!hasRows && hadFocus)
        m_ui->empty->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
    m_ui->sentenceBox->setSentence(prose(outline));
    showNote();
    const int count = static_cast<int>(condition::ruleCount(outline));
    if (std::exchange(m_ruleCount, count) != count)
        Q_EMIT ruleCountChanged(count);
}

void ConditionsPage::showNote()
{
    const condition::Outline &outline = m_ui->tree->outline();
    const auto count = static_cast<int>(std::ranges::count_if(
        outline, [](const condition::OutlineRow &row) { return !row.beyondHardal.isEmpty(); }));
    const QStringList reasons = reasonsOf(outline);
    m_ui->noteText->setText(noteFor(count));
    m_ui->noteLink->setVisible(count > 0);
    m_ui->noteDetails->setVisible(count > 0 && m_ui->noteLink->isChecked());
    QString list;
    for (const QString &reason : reasons.first(std::min(mostReasons, reasons.size())))
        list += QStringLiteral("<li>%1</li>").arg(reason.toHtmlEscaped());
    if (reasons.size() > mostReasons)
        list += QStringLiteral("<li>…</li>");
    m_ui->noteDetails->setText(
        tr("<p>Here, and when Connection Designer sends, all of it counts. In Hardal’s own screen you "
           "can:</p>"
           "<ul><li>make several connections, one for each branch of an “at least one”, each with a plain "
           "list;</li><li>leave out there what does not fit; then more events are sent than here.</li>"
           "</ul><p>What does not fit:</p><ul>%1</ul>")
            .arg(list));
}

void ConditionsPage::unfoldNote(bool unfolded)
{
    m_ui->noteLink->setText(unfolded ? tr("Hide") : tr("What you can do"));
    m_ui->noteDetails->setVisible(unfolded);
    if (!unfolded)
        return;
    // It opens below what is seen: from its own sentence on, as much of it as there is room for.
    QCoreApplication::sendPostedEvents(m_ui->note, QEvent::LayoutRequest);
    QCoreApplication::sendPostedEvents(m_ui->content, QEvent::LayoutRequest);
    m_ui->content->layout()->activate();
    m_ui->content->adjustSize();
    m_ui->scroll->verticalScrollBar()->setValue(m_ui->note->y());
}

void ConditionsPage::addCondition()
{
    m_ui->tree->addRule({condition::Type::Property, condition::Operator::Equals, {}, {}},
                        QStringLiteral("field"));
}

void ConditionsPage::addEventName()
{
    m_ui->tree->addRule({condition::Type::EventName,
                         condition::Operator::Equals,
                         {},
                         m_ui->tree->fields().eventName().toStdString()},
                        QStringLiteral("value"));
}

} // namespace designer::ui
