// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/completionpopup.h"

#include "json/text.h"

#include <QHeaderView>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace designer::ui {

namespace {

constexpr int shownRows = 9;
constexpr std::size_t mostRows = 500;
constexpr int longestExample = 40; // characters

QString shortened(const QString &example)
{
    const QString line = example.simplified();
    return line.size() > longestExample ? line.left(longestExample - 1) + QChar(0x2026) : line;
}

} // namespace

CompletionPopup::CompletionPopup(QWidget *parent) : QTreeWidget(parent)
{
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::Box);
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    setAccessibleName(tr("Fields of this sample"));
    connect(this, &QTreeWidget::itemClicked, this, &CompletionPopup::choose);
}

void CompletionPopup::setLook(const EditorColors &colors, const QFont &font)
{
    m_colors = colors;
    setFont(font);
    QPalette look = palette();
    look.setColor(QPalette::Base, colors.background);
    look.setColor(QPalette::Text, colors.text);
    look.setColor(QPalette::WindowText, colors.dim); // the frame
    look.setColor(QPalette::Highlight, colors.matchingLine);
    look.setColor(QPalette::HighlightedText, colors.text);
    setPalette(look);
}

void CompletionPopup::add(const Completion &completion)
{
    auto *const item
        = new QTreeWidgetItem(this, {json::toQString(completion.path), shortened(completion.example)});
    item->setForeground(1, m_colors.dim);
}

bool CompletionPopup::fill(const std::vector<Completion> &completions, std::string_view typed)
{
    clear();
    const QString wanted = json::toQString(typed);
    std::vector<const Completion *> inside;
    std::size_t rows = 0;
    for (const Completion &completion : completions) {
        const auto at = json::toQString(completion.path).indexOf(wanted, 0, Qt::CaseInsensitive);
        if (at > 0)
            inside.push_back(&completion);
        else if (at == 0 && rows++ < mostRows)
            add(completion);
    }
    for (const Completion *const completion : inside) {
        if (rows++ < mostRows)
            add(*completion);
    }
    setCurrentItem(topLevelItem(0));
    return topLevelItemCount() > 0;
}

void CompletionPopup::showAt(const QRect &line)
{
    resizeColumnToContents(0);
    resizeColumnToContents(1);
    const int space = fontMetrics().averageCharWidth() * 2;
    setColumnWidth(0, columnWidth(0) + space);
    const int rows = std::min(shownRows, topLevelItemCount());
    const int height = rows * sizeHintForRow(0) + 2 * frameWidth();
    const int bar = topLevelItemCount() > shownRows ? verticalScrollBar()->sizeHint().width() : 0;
    const int width = columnWidth(0) + sizeHintForColumn(1) + space + bar + 2 * frameWidth();
    const QRect room = screen()->availableGeometry();
    QRect place(line.left(), line.bottom() + 1, std::min(width, room.width()), height);
    if (place.bottom() > room.bottom())
        place.moveBottom(line.top() - 1);
    place.moveLeft(
        std::clamp(place.left(), room.left(), std::max(room.left(), room.right() - place.width())));
    setGeometry(place);
    show();
}

void CompletionPopup::step(int by)
{
    const int row = std::clamp(indexOfTopLevelItem(currentItem()) + by, 0, topLevelItemCount() - 1);
    setCurrentItem(topLevelItem(row));
}

bool CompletionPopup::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_PageUp: step(-shownRows); return true;
    case Qt::Key_PageDown: step(shownRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: choose(); return true;
    case Qt::Key_Escape: hide(); return true;
    default: return false;
    }
}

QString CompletionPopup::currentPath() const
{
    return currentItem() == nullptr ? QString() : currentItem()->text(0);
}

void CompletionPopup::choose()
{
    const QString path = currentPath();
    hide();
    if (!path.isEmpty())
        Q_EMIT chosen(path);
}

} // namespace designer::ui
