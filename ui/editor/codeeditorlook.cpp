// SPDX-License-Identifier: GPL-3.0-or-later
// What a CodeEditor looks like: colours, margins, folds, marks, hints.
#include "ui/editor/codeeditor.h"

#include "ui/common/plaintooltip.h"
#include "ui/editor/brackets.h"
#include "ui/editor/editorparts.h"
#include "ui/editor/paintbehind.h"
#include "ui/editor/scintilla.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace designer::ui {

namespace {

using Sci = sci::Base;

enum Margin : std::size_t { BarMargin, NumberMargin, FoldMargin };
constexpr std::size_t markedLineMarker = 1;
constexpr std::size_t markedBarMarker = 2;
constexpr std::size_t errorIndicator = 9;
constexpr std::size_t warningIndicator = 10;
constexpr std::size_t bracketIndicator = 11;
constexpr int barWidth = 3;
constexpr std::size_t foldMarkers = 0xFE000000U; // Scintilla's SC_MASK_FOLDERS, unsigned

std::size_t indicator(MarkSeverity severity)
{
    return severity == MarkSeverity::Error ? errorIndicator : warningIndicator;
}

} // namespace

void CodeEditor::setUpMargins()
{
    sci::send(*this, SCI_SETMARGINS, 3);
    sci::send(*this, SCI_SETMARGINTYPEN, BarMargin, SC_MARGIN_SYMBOL);
    sci::send(*this, SCI_SETMARGINMASKN, BarMargin, 1L << markedBarMarker);
    sci::send(*this, SCI_SETMARGINWIDTHN, BarMargin, barWidth);
    sci::send(*this, SCI_SETMARGINTYPEN, NumberMargin, SC_MARGIN_NUMBER);
    sci::send(*this, SCI_SETMARGINMASKN, NumberMargin, 0);
    sci::send(*this, SCI_SETMARGINTYPEN, FoldMargin, SC_MARGIN_SYMBOL);
    sci::send(*this, SCI_SETMARGINMASKN, FoldMargin, static_cast<long>(foldMarkers));
    sci::send(*this, SCI_SETMARGINSENSITIVEN, FoldMargin, 1);
    sci::send(*this, SCI_MARKERDEFINE, markedLineMarker, SC_MARK_BACKGROUND);
    sci::send(*this, SCI_MARKERDEFINE, markedBarMarker, SC_MARK_FULLRECT);
    for (std::size_t sign = SC_MARKNUM_FOLDEREND; sign <= SC_MARKNUM_FOLDEROPEN; ++sign)
        sci::send(*this, SCI_MARKERDEFINE, sign, SC_MARK_EMPTY);
    for (const std::size_t closed : {SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEREND})
        sci::send(*this, SCI_MARKERDEFINE, closed, SC_MARK_ARROW);
    for (const std::size_t open : {SC_MARKNUM_FOLDEROPEN, SC_MARKNUM_FOLDEROPENMID})
        sci::send(*this, SCI_MARKERDEFINE, open, SC_MARK_ARROWDOWN);
    sci::send(*this, SCI_SETAUTOMATICFOLD, SC_AUTOMATICFOLD_SHOW);
    sci::send(*this, SCI_SETFOLDFLAGS, 0);
    sci::send(*this, SCI_FOLDDISPLAYTEXTSETSTYLE, SC_FOLDDISPLAYTEXT_STANDARD);
}

void CodeEditor::setUpIndicators()
{
    for (const std::size_t mark : {errorIndicator, warningIndicator}) {
        sci::send(*this, SCI_INDICSETSTYLE, mark, INDIC_SQUIGGLE);
        sci::send(*this, SCI_INDICSETUNDER, mark, 1);
    }
    sci::send(*this, SCI_INDICSETSTYLE, bracketIndicator, INDIC_FULLBOX);
    sci::send(*this, SCI_INDICSETUNDER, bracketIndicator, 1);
    sci::send(*this, SCI_INDICSETALPHA, bracketIndicator, 255);
    sci::send(*this, SCI_INDICSETOUTLINEALPHA, bracketIndicator, 255);
}

void CodeEditor::setColors(const EditorColors &colors)
{
    m_parts->colors = colors;
    sci::send(*this, SCI_STYLESETFORE, STYLE_DEFAULT, sci::rgb(colors.text));
    sci::send(*this, SCI_STYLESETBACK, STYLE_DEFAULT, sci::rgb(colors.background));
    m_parts->highlighter.setLook(colors);
    m_parts->hints.setLook(colors, m_parts->font);
    m_parts->notes.setLook(colors, m_parts->font);
    if (m_parts->popup)
        m_parts->popup->setLook(colors, m_parts->font);
    setMarginColors();
    sci::send(*this, SCI_SETCARETFORE, sci::rgb(colors.text) & 0xFFFFFF);
    sci::send(*this, SCI_SETSELFORE, 0);
    sci::send(*this, SCI_SETSELBACK, 0); // paintSelection() fills it
    sci::send(*this, SCI_MARKERSETBACK, markedLineMarker, sci::rgb(colors.matchingLine));
    sci::send(*this, SCI_MARKERSETBACK, markedBarMarker, sci::rgb(colors.accent));
    sci::send(*this, SCI_MARKERSETFORE, markedBarMarker, sci::rgb(colors.accent));
    sci::send(*this, SCI_INDICSETFORE, errorIndicator, sci::rgb(colors.error));
    sci::send(*this, SCI_INDICSETFORE, warningIndicator, sci::rgb(colors.warning));
    sci::send(*this, SCI_INDICSETFORE, bracketIndicator, sci::rgb(colors.matchingLine));
    viewport()->update();
}

void CodeEditor::setMarginColors()
{
    const EditorColors &colors = m_parts->colors;
    sci::send(*this, SCI_STYLESETFORE, STYLE_LINENUMBER, sci::rgb(colors.lineNumber));
    sci::send(*this, SCI_STYLESETBACK, STYLE_LINENUMBER, sci::rgb(colors.marginBackground));
    sci::send(*this, SCI_STYLESETFORE, STYLE_FOLDDISPLAYTEXT, sci::rgb(colors.dim));
    sci::send(*this, SCI_STYLESETBACK, STYLE_FOLDDISPLAYTEXT, sci::rgb(colors.background));
    sci::send(*this, SCI_SETFOLDMARGINCOLOUR, 1, sci::rgb(colors.marginBackground));
    sci::send(*this, SCI_SETFOLDMARGINHICOLOUR, 1, sci::rgb(colors.marginBackground));
    for (std::size_t sign = SC_MARKNUM_FOLDEREND; sign <= SC_MARKNUM_FOLDEROPEN; ++sign) {
        sci::send(*this, SCI_MARKERSETFORE, sign, sci::rgb(colors.dim));
        sci::send(*this, SCI_MARKERSETBACK, sign, sci::rgb(colors.dim));
    }
}

void CodeEditor::setCodeFont(const QFont &font)
{
    m_parts->font = font;
    const QByteArray family = font.family().toUtf8();
    const auto hundredths
        = static_cast<long>(QFontInfo(font).pointSizeF() * static_cast<int>(SC_FONT_SIZE_MULTIPLIER));
    for (std::size_t style = 0; style <= STYLE_LASTPREDEFINED; ++style) {
        SendScintilla(SCI_STYLESETFONT, static_cast<uintptr_t>(style), family.constData());
        sci::send(*this, SCI_STYLESETSIZEFRACTIONAL, style, hundredths);
    }
    QWidget::setFont(font);
    m_parts->hints.setLook(m_parts->colors, font);
    m_parts->notes.setLook(m_parts->colors, font);
    updateMarginWidth();
}

void CodeEditor::updateMarginWidth()
{
    const QByteArray widest(std::max<qsizetype>(3, QByteArray::number(lines()).size()) + 1, '9');
    const long width
        = SendScintilla(SCI_TEXTWIDTH, static_cast<uintptr_t>(STYLE_LINENUMBER), widest.constData());
    const bool isNothing = isReadOnly() && byteCount() == 0; // a number would stand beside no line
    sci::send(*this, SCI_SETMARGINWIDTHN, NumberMargin, isNothing ? 0 : width);
    sci::send(*this, SCI_SETMARGINWIDTHN, FoldMargin, sci::send(*this, SCI_TEXTHEIGHT) * 3 / 4);
    sci::send(*this, SCI_SETMARGINLEFT, 0, 2);
}

void CodeEditor::setLanguage(Language language)
{
    m_parts->highlighter.setJson(language == Language::Json);
}

CodeEditor::Language CodeEditor::language() const
{
    return m_parts->highlighter.isJson() ? Language::Json : Language::Text;
}

void CodeEditor::setPlaceholdersShown(bool shown)
{
    m_parts->highlighter.setPlaceholdersShown(shown);
}

void CodeEditor::setMarkedLine(std::optional<int> line)
{
    if (line == markedLine())
        return;
    sci::send(*this, SCI_MARKERDELETEALL, markedLineMarker);
    sci::send(*this, SCI_MARKERDELETEALL, markedBarMarker);
    if (!line)
        return;
    sci::send(*this, SCI_MARKERADD, static_cast<std::size_t>(*line), markedLineMarker);
    sci::send(*this, SCI_MARKERADD, static_cast<std::size_t>(*line), markedBarMarker);
}

std::optional<int> CodeEditor::markedLine() const
{
    const long line = sci::send(*this, SCI_MARKERNEXT, 0, 1L << markedLineMarker);
    return line < 0 ? std::nullopt : std::optional(static_cast<int>(line));
}

void CodeEditor::setMarks(std::vector<Mark> marks)
{
    const auto all = static_cast<long>(byteCount());
    for (const std::size_t which : {errorIndicator, warningIndicator}) {
        sci::send(*this, SCI_SETINDICATORCURRENT, which);
        sci::send(*this, SCI_INDICATORCLEARRANGE, 0, all);
    }
    m_parts->marks = std::move(marks);
    long number = 0;
    for (const Mark &mark : m_parts->marks) {
        sci::send(*this, SCI_SETINDICATORCURRENT, indicator(mark.severity));
        sci::send(*this, SCI_SETINDICATORVALUE, static_cast<std::size_t>(++number));
        const std::size_t end = std::min(std::max(mark.end, mark.begin + 1), byteCount());
        if (mark.begin < end)
            sci::send(*this, SCI_INDICATORFILLRANGE, mark.begin, static_cast<long>(end - mark.begin));
    }
}

const Mark *CodeEditor::markAt(std::size_t offset) const
{
    for (const std::size_t which : {errorIndicator, warningIndicator}) {
        const std::size_t number = sci::offset(*this, SCI_INDICATORVALUEAT, which, static_cast<long>(offset));
        if (number > 0 && number <= m_parts->marks.size())
            return &m_parts->marks[number - 1];
    }
    return nullptr;
}

void CodeEditor::showMarkTooltip(QHelpEvent *event)
{
    const long at = sci::send(*this, SCI_POSITIONFROMPOINTCLOSE,
                              static_cast<std::size_t>(std::max(0, event->pos().x())), event->pos().y());
    const Mark *const mark = at < 0 ? nullptr : markAt(static_cast<std::size_t>(at));
    QToolTip::showText(event->globalPos(), mark == nullptr ? QString() : plainToolTip(mark->tooltip),
                       viewport());
}

void CodeEditor::setLineHints(std::vector<LineHint> hints)
{
    m_parts->hints.set(std::move(hints));
}

void CodeEditor::setLineNotes(std::vector<LineNote> notes)
{
    m_parts->notes.set(std::move(notes));
}

bool CodeEditor::activateFirstLink(int line)
{
    const LineNote *const note = m_parts->notes.at(line);
    if (note == nullptr || note->links.empty())
        return false;
    const QString id = note->links.front().id;
    Q_EMIT noteLinkActivated(line, id);
    return true;
}

QRect CodeEditor::placeOfLink(int line, const QString &link) const
{
    const QRect place = m_parts->notes.placeOf(line, link);
    return place.isNull() ? rectangleOf(lineBegin(line)) : place;
}

void CodeEditor::showMatchingBracket()
{
    const std::optional<BracketPair> pair
        = isReadOnly() && !hasFocus() ? std::nullopt : matchingBrackets(*this, caret());
    if (pair == m_parts->brackets)
        return;
    m_parts->brackets = pair;
    sci::send(*this, SCI_SETINDICATORCURRENT, bracketIndicator);
    sci::send(*this, SCI_INDICATORCLEARRANGE, 0, static_cast<long>(byteCount()));
    if (!pair)
        return;
    sci::send(*this, SCI_INDICATORFILLRANGE, pair->first, 1);
    sci::send(*this, SCI_INDICATORFILLRANGE, pair->second, 1);
}

void CodeEditor::toggleFold(int line)
{
    const auto at = static_cast<std::size_t>(line);
    m_parts->highlighter.style(lineEnd(line));
    if ((sci::send(*this, SCI_GETFOLDLEVEL, at) & SC_FOLDLEVELHEADERFLAG) == 0)
        return;
    const int last = static_cast<int>(sci::send(*this, SCI_GETLASTCHILD, at, -1));
    const QByteArray text = (QStringLiteral("  ") + tr("%n lines", nullptr, last - line)).toUtf8();
    SendScintilla(SCI_TOGGLEFOLDSHOWTEXT, static_cast<uintptr_t>(at), text.constData());
}

/// Scintilla would follow changed folds by itself (SC_AUTOMATICFOLD_CHANGE), and colours the whole
/// text for it.
void CodeEditor::openFoldsWhereBracketsChanged(std::string_view inserted, std::string_view removed)
{
    constexpr std::string_view brackets = "{}[]";
    const bool changed = inserted.find_first_of(brackets) != std::string_view::npos
        || removed.find_first_of(brackets) != std::string_view::npos;
    if (changed && sci::send(*this, SCI_GETALLLINESVISIBLE) == 0)
        sci::send(*this, SCI_FOLDALL, SC_FOLDACTION_EXPAND);
}

void CodeEditor::paintEvent(QPaintEvent *event)
{
    QsciScintilla::paintEvent(event);
    QPainter painter(viewport());
    m_parts->hints.paint(painter);
    paintSelection(*this, painter, m_parts->colors);
    paintHiddenParts(painter);
    paintMarkedMargin(painter);
}

/// The band of the marked line goes on under its number, up to the bar: Scintilla fills a margin either
/// not at all or over what stands in it.
void CodeEditor::paintMarkedMargin(QPainter &painter) const
{
    const std::optional<int> line = markedLine();
    if (!line || sci::send(*this, SCI_GETLINEVISIBLE, static_cast<std::size_t>(*line)) == 0)
        return;
    const QRect first = rectangleOf(lineBegin(*line));
    paintBehind(painter, {barWidth, first.top(), marginsWidth(*this) - barWidth, first.height()},
                m_parts->colors.matchingLine, m_parts->colors);
}

/// A bar where a long line goes on undrawn.
void CodeEditor::paintHiddenParts(QPainter &painter) const
{
    const std::size_t first = sci::offset(*this, SCI_GETFIRSTVISIBLELINE);
    const std::size_t last = first + sci::offset(*this, SCI_LINESONSCREEN);
    for (std::size_t visible = first; visible <= last; ++visible) {
        const std::size_t line = sci::offset(*this, SCI_DOCLINEFROMVISIBLE, visible);
        for (const auto &[begin, count] : m_parts->highlighter.hiddenParts(line)) {
            QRect bar = rectangleOf(begin);
            bar.setWidth(barWidth);
            painter.fillRect(bar.translated(-1, 0), m_parts->colors.accent);
        }
    }
}

} // namespace designer::ui
