// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/listpopup.h"

#include "condition/valuetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "json/document.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

namespace designer::ui {

namespace {

constexpr std::size_t mostOffered = 4;
constexpr qsizetype longestOffer = 32;

/// Numbers wear their colour, as in the editors: what is none is a text.
class KindHighlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &line) override
    {
        const json::Document document(line.trimmed().toStdString());
        if (document.isValid())
            setFormat(0, static_cast<int>(line.size()),
                      theme().color(document.root().isString() ? Color::JsonText : Color::JsonNumber));
    }
};

QLabel *label(const QString &text, Font font, QWidget *parent)
{
    auto *const out = new QLabel(text, parent);
    out->setTextFormat(Qt::PlainText);
    out->setWordWrap(true);
    out->setFont(theme().font(font));
    return out;
}

} // namespace

ListPopup::ListPopup(const QString &title, const std::string &listJson,
                     const std::vector<std::string> &offered, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_lines(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    m_lines->setAccessibleName(title);
    m_lines->setTabChangesFocus(true);
    m_lines->setFont(theme().font(Font::Code));
    m_lines->setPlainText(QString::fromStdString(condition::typedLines(listJson)));
    m_lines->setPlaceholderText(tr("One value a line"));
    new KindHighlighter(m_lines->document());
    auto *const layout = new QVBoxLayout(this);
    const int edge = theme().size(Space::S12);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(theme().size(Space::S8));
    layout->addWidget(label(title, Font::SmallBold, this));
    layout->addWidget(m_lines, 1);
    QLabel *const help
        = label(tr("One value a line. Digits are a number; in quotes, as \"5\", they are text. "
                   "A copied column can be pasted."),
                Font::Small, this);
    help->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(help);
    addOffer(offered, *layout);
    connect(m_lines, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT typed(m_lines->toPlainText()); });
    setFocusProxy(m_lines);
}

void ListPopup::addOffer(const std::vector<std::string> &offered, QVBoxLayout &layout)
{
    for (std::size_t i = 0; i < std::min(offered.size(), mostOffered); ++i) {
        const QString line = QString::fromStdString(condition::typedLines('[' + offered[i] + ']')).trimmed();
        const QString shown = line.size() > longestOffer ? line.left(longestOffer) + QChar(0x2026) : line;
        auto *const button = new QPushButton(tr("Add %1, as in the sample").arg(shown), this);
        button->setIcon(icon(Icon::Plus, Color::Accent));
        button->setFlat(true);
        button->setProperty("accent", true);
        connect(button, &QPushButton::clicked, this, [this, line] { add(line); });
        layout.addWidget(button, 0, Qt::AlignLeft);
    }
}

/// Below the others, unless it is there.
void ListPopup::add(const QString &line)
{
    const QString lines = m_lines->toPlainText();
    if (!lines.split(QLatin1Char('\n')).contains(line)) {
        m_lines->moveCursor(QTextCursor::End);
        const bool isNewLine = lines.isEmpty() || lines.endsWith(QLatin1Char('\n'));
        m_lines->insertPlainText((isNewLine ? QString() : QStringLiteral("\n")) + line + QLatin1Char('\n'));
    }
    m_lines->setFocus(Qt::OtherFocusReason);
}

/// Below what it belongs to, and within the screen.
void ListPopup::open()
{
    const QWidget *const below = parentWidget();
    resize(std::max(below->width(), theme().scaled(320)), theme().scaled(280));
    const QRect screen = below->screen()->availableGeometry();
    QRect place(below->mapToGlobal(QPoint(0, below->height())), size());
    if (place.bottom() > screen.bottom())
        place.moveBottom(below->mapToGlobal(QPoint()).y() - 1);
    place.moveRight(std::min(place.right(), screen.right()));
    place.moveLeft(std::max(place.left(), screen.left()));
    place.moveTop(std::max(place.top(), screen.top()));
    setGeometry(place);
    show();
    m_lines->moveCursor(QTextCursor::End);
    m_lines->setFocus(Qt::PopupFocusReason);
}

void ListPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void ListPopup::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Color::Panel));
    painter.setPen(theme().color(Color::Edge));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace designer::ui
