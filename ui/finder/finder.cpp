// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/searchfield.h"
#include "ui/finder/finderdelegate.h"
#include "ui/finder/findermodel.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace designer::ui {

namespace {

constexpr int shownRows = 11;

QLabel *dimLabel(const QString &text, QWidget *parent)
{
    auto *const out = new ElidedLabel(parent);
    out->setText(text);
    out->setFont(theme().font(Font::Small));
    out->setForegroundRole(QPalette::PlaceholderText);
    return out;
}

} // namespace

Finder::Finder(QWidget *parent)
    : QFrame(parent), m_model(new FinderModel(this)), m_words(new QLineEdit(this)),
      m_list(new QListView(this)), m_nothing(dimLabel(tr("Nothing here has these words."), this)),
      m_help(dimLabel(tr("Up and Down choose, Return goes there, Esc shuts this."), this))
{
    m_words->addAction(icon(Icon::Search, Color::Dim), QLineEdit::LeadingPosition);
    m_words->setPlaceholderText(tr("Find a destination, page, placeholder, sample or command"));
    m_words->setAccessibleName(tr("Find anything"));
    m_words->setMaxLength(longestSearch);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FinderDelegate(m_list));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the words keep it
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    layout->addWidget(m_help);
    setAccessibleName(m_words->accessibleName());
    setFocusProxy(m_words);
    connect(m_words, &QLineEdit::textChanged, this, &Finder::search);
    connect(m_list, &QListView::clicked, this, &Finder::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Finder::tellChosen);
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget * /*before*/, const QWidget *now) { followFocus(now); });
    hide();
}

/// The focus moves on while this goes.
Finder::~Finder()
{
    qApp->disconnect(this);
}

void Finder::open(std::vector<FinderEntry> entries)
{
    if (!isVisible())
        m_before = window()->focusWidget();
    m_model->setEntries(std::move(entries));
    m_words->clear();
    search({});
    show();
    raise();
    m_words->setFocus(Qt::ShortcutFocusReason);
    qApp->installEventFilter(this);
}

void Finder::shut()
{
    if (isHidden())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = m_words->hasFocus();
    hide();
    m_model->setEntries({});
    if (hadFocus && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

/// Over the upper half of what it lies over, as wide as it reads well, as high as what was found.
void Finder::layOut()
{
    const int edge = theme().size(Space::S12);
    layout()->setContentsMargins(edge, edge, edge, edge);
    layout()->setSpacing(theme().size(Space::S8));
    const QSize room = parentWidget()->size() - QSize(4 * edge, 12 * edge);
    const int row = theme().size(Metric::RuleRow);
    const int most = std::clamp(room.height() / row - 2, 1, shownRows);
    m_list->setFixedHeight(std::clamp(m_model->rowCount(), 1, most) * row);
    m_nothing->setFixedHeight(row);
    layout()->activate();
    resize(std::min(theme().scaled(640), room.width()), minimumSizeHint().height());
    move((parentWidget()->width() - width()) / 2, 6 * edge);
}

void Finder::search(const QString &words)
{
    m_model->search(words);
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setCurrentIndex(m_model->index(0));
    layOut();
    tellChosen();
}

/// What is chosen is said of the field that has the focus: assistive tools follow that.
void Finder::tellChosen()
{
    const QModelIndex index = m_list->currentIndex();
    m_words->setAccessibleDescription(index.isValid() ? index.data(Qt::AccessibleTextRole).toString()
                                                      : m_nothing->text());
    QAccessibleEvent event(m_words, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void Finder::moveBy(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = m_list->currentIndex().row() + rows;
    const bool isStep = rows == 1 || rows == -1; // which goes round
    m_list->setCurrentIndex(m_model->index(isStep ? (row + count) % count : std::clamp(row, 0, count - 1)));
}

void Finder::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const auto go = m_model->found(index.row()).go; // of what goes with the entries
    shut();
    go();
}

bool Finder::hearKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Backtab: moveBy(-1); return true;
    case Qt::Key_Down:
    case Qt::Key_Tab: moveBy(1); return true;
    case Qt::Key_PageUp: moveBy(-shownRows + 1); return true;
    case Qt::Key_PageDown: moveBy(shownRows - 1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Escape: shut(); return true;
    default: return false;
    }
}

/// Of the whole program, while it is open.
bool Finder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress)
        return hearKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_words && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // no screen is to take it
        return true;
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        layOut();
    const auto *const clicked = qobject_cast<const QWidget *>(watched);
    if (event->type() == QEvent::MouseButtonPress && clicked && clicked != this && !isAncestorOf(clicked))
        shut();
    return QFrame::eventFilter(watched, event);
}

void Finder::followFocus(const QWidget *now)
{
    if (isVisible() && now && now != this && !isAncestorOf(now))
        shut();
}

void Finder::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBox(&painter, rect(),
             {.fill = theme().color(Color::Panel),
              .edge = theme().color(Color::Edge),
              .edgeWidth = 1.0 * theme().size(Metric::EdgeWidth),
              .radius = 2.0 * theme().size(Metric::Radius)});
}

} // namespace designer::ui
