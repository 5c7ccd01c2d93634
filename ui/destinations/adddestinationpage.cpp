// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/adddestinationpage.h"

#include "connection/editing.h"
#include "ui/common/linklabel.h"
#include "ui/destinations/gallerymodel.h"
#include "ui/editor/theming.h"
#include "ui/theme/theme.h"
#include "ui_adddestinationpage.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace designer::ui {

namespace {

constexpr QLatin1String blankTemplate("blank");
/// What most people come for.
constexpr QLatin1String usualTemplate("insider-purchase");

} // namespace

AddDestinationPage::AddDestinationPage(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::AddDestinationPage>()), m_model(new GalleryModel(this)),
      m_check(m_pool, [this](const TemplateCheck &check) { showCheck(check); })
{
    m_ui->setupUi(this);
    m_pool.setMaxThreadCount(1);
    m_ui->templatesList->setModel(m_model);
    m_ui->templatesList->setItemDelegate(new TwoLineDelegate(m_ui->templatesList));
    m_ui->templatesList->installEventFilter(this);
    m_ui->bodyEditor->setReadOnly(true);
    m_ui->bodyEditor->setPlaceholdersShown(true);
    m_ui->bodyEditor->setAccessibleName(tr("Body of the template"));
    followTheme(*m_ui->bodyEditor);
    m_ui->createButton->setProperty("primary", true);
    m_ui->nothingFoundLabel->setSentence(tr("No template has these words.").toHtmlEscaped()
                                         + QStringLiteral("<br>")
                                         + link(blankTemplate, tr("Start from nothing: it goes anywhere")));
    setFocusProxy(m_ui->searchField);
    layOut();
    connectParts();
    start();
}

AddDestinationPage::~AddDestinationPage()
{
    m_ui->templatesList->selectionModel()->disconnect(this);
}

void AddDestinationPage::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    const int gap = theme().size(Space::S12);
    m_ui->headWidget->setFixedHeight(theme().size(Metric::HeadBar));
    m_ui->headLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->titleLabel->setFont(theme().font(Font::Title));
    m_ui->searchLayout->setContentsMargins(edge, gap, edge, theme().size(Space::S4));
    m_ui->factsLayout->setContentsMargins(edge, edge, edge, gap);
    m_ui->factsLayout->setSpacing(theme().size(Space::S8));
    m_ui->factsGrid->setHorizontalSpacing(edge);
    m_ui->factsGrid->setVerticalSpacing(theme().size(Space::S8));
    m_ui->factsGrid->setColumnMinimumWidth(0, theme().scaled(96));
    m_ui->nameLabel->setFont(theme().font(Font::Bold));
    m_ui->bodyHeadLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->bodyHeadLayout->setSpacing(gap);
    m_ui->bodyHeadWidget->setFixedHeight(theme().size(Metric::ColumnHead));
    m_ui->bodyLabel->setFont(theme().font(Font::Bold));
    m_ui->footWidget->setFixedHeight(theme().size(Metric::PageFoot));
    m_ui->footLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->footLayout->setSpacing(theme().size(Space::S8));
    m_ui->nothingFoundLabel->setMargin(edge);
    for (QLabel *const label : {m_ui->countLabel, m_ui->linesLabel, m_ui->enterLabel})
        label->setFont(theme().font(Font::Small));
    for (QLabel *const label : std::initializer_list<QLabel *>{
             m_ui->countLabel, m_ui->linesLabel, m_ui->enterLabel, m_ui->descriptionLabel, m_ui->sendsToLabel,
             m_ui->firesWhenLabel, m_ui->fillInLabel, m_ui->checkedLabel, m_ui->nothingFoundLabel})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_ui->checkedLine->setTextFont(Font::Text);
}

void AddDestinationPage::connectParts()
{
    connect(m_ui->searchField, &QLineEdit::textChanged, this, &AddDestinationPage::search);
    connect(m_ui->searchField, &SearchField::moveRequested, this, &AddDestinationPage::moveBy);
    connect(m_ui->searchField, &QLineEdit::returnPressed, this, &AddDestinationPage::create);
    connect(m_ui->templatesList, &QListView::doubleClicked, this, &AddDestinationPage::create);
    connect(m_ui->templatesList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AddDestinationPage::showChosen);
    connect(m_ui->nothingFoundLabel, &QLabel::linkActivated, this, [this] { startWith(blankTemplate); });
    connect(m_ui->createButton, &QPushButton::clicked, this, &AddDestinationPage::create);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &AddDestinationPage::cancelled);
}

void AddDestinationPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

QString AddDestinationPage::hint() const
{
    return tr("Choose a template, or search. Up and Down walk the list.");
}

void AddDestinationPage::start()
{
    startWith(usualTemplate);
}

void AddDestinationPage::startWith(const QString &name)
{
    m_ui->searchField->clear();
    search({});
    m_ui->templatesList->scrollToTop();
    choose(rowOf(name));
    m_ui->searchField->setFocus(Qt::OtherFocusReason);
}

/// -1: it is not in the list.
int AddDestinationPage::rowOf(const QString &name) const
{
    const QModelIndexList found = m_model->match(m_model->index(0), GalleryModel::NameRole, name, 1,
                                                 Qt::MatchExactly | Qt::MatchCaseSensitive);
    return found.isEmpty() ? -1 : found.first().row();
}

void AddDestinationPage::search(const QString &words)
{
    const QString before = m_ui->templatesList->currentIndex().data(GalleryModel::NameRole).toString();
    m_model->search(words);
    const int same = rowOf(before.isEmpty() ? QString(usualTemplate) : before);
    m_ui->listStack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_ui->templatesList)
                                                              : m_ui->nothingFoundLabel);
    m_ui->countLabel->setText(tr("%n templates", nullptr, m_model->templateCount()));
    choose(same >= 0 ? same : m_model->nextTemplate(-1, 1));
}

void AddDestinationPage::choose(int row)
{
    m_ui->templatesList->setCurrentIndex(m_model->index(row));
    // The heading of the first group is part of its first row.
    m_ui->templatesList->scrollTo(m_model->index(row == 1 ? 0 : row));
    showChosen();
}

void AddDestinationPage::moveBy(int rows)
{
    const int next = m_model->nextTemplate(m_ui->templatesList->currentIndex().row(), rows);
    if (next >= 0)
        choose(next);
}

bool AddDestinationPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->templatesList && event->type() == QEvent::KeyPress
        && handleListKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool AddDestinationPage::handleListKey(QKeyEvent &event)
{
    if (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down) {
        moveBy(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        create();
        return true;
    }
    const QString text = event.text();
    const bool types = !text.isEmpty() && text.at(0).isPrint() && text.at(0) != QLatin1Char(' ')
        && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (types || event.key() == Qt::Key_Backspace) { // typing searches, wherever the focus is
        m_ui->searchField->setFocus(Qt::OtherFocusReason);
        QCoreApplication::sendEvent(m_ui->searchField, &event);
        return true;
    }
    return false;
}

void AddDestinationPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void AddDestinationPage::showChosen()
{
    const connection::GalleryTemplate *const item = m_model->templateAt(m_ui->templatesList->currentIndex());
    m_ui->createButton->setEnabled(item != nullptr);
    m_ui->previewWidget->setVisible(item != nullptr);
    if (!item)
        return;
    const auto loaded = connection::Connection::load(item->bytes, item->name);
    if (!loaded || loaded->bytes() == m_chosen.bytes())
        return;
    m_chosen = *loaded;
    m_ui->nameLabel->setText(item->title);
    m_ui->descriptionLabel->setText(item->description);
    showFacts(factsOf(m_chosen));
    const connection::TakenApart parts = connection::TakenApart::of(m_chosen);
    m_ui->bodyEditor->setBytes(parts.body);
    m_ui->bodyEditor->setCaret(0);
    const auto lines = 1 + std::count(parts.body.begin(), parts.body.end(), '\n');
    m_ui->linesLabel->setText(tr("%n lines", nullptr, static_cast<int>(lines)));
    m_ui->checkedLine->setHelp(tr("…"));
    m_check.run([connection = m_chosen](const std::stop_token &) { return checked(connection); });
}

void AddDestinationPage::showFacts(const TemplateFacts &facts)
{
    m_ui->sendsToValue->setText(facts.sendsTo);
    m_ui->firesWhenValue->setText(facts.firesWhen);
    m_ui->fillInValue->setText(facts.fillIn);
}

void AddDestinationPage::showCheck(const TemplateCheck &check)
{
    m_ui->checkedLine->setMessage(check.tone, check.words.toHtmlEscaped());
}

void AddDestinationPage::create()
{
    const connection::GalleryTemplate *const item = m_model->templateAt(m_ui->templatesList->currentIndex());
    if (!item)
        return;
    // What Hardal published is called alike in several templates.
    const auto titled = connection::withText(m_chosen, connection::key::label, item->title.toStdString());
    Q_EMIT created(item->published && titled ? *titled : m_chosen);
}

} // namespace designer::ui
