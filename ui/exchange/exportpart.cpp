// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportpart.h"

#include "ui/common/badge.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/messageline.h"
#include "ui/common/plaintooltip.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/theming.h"
#include "ui/theme/theme.h"
#include "json/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

/// A part that is longer scrolls in itself, so that the three have room below each other.
constexpr int mostLines = 8;

} // namespace

ExportPart::ExportPart(QWidget *parent)
    : QWidget(parent), m_number(new Badge(this)), m_title(new QLabel(this)), m_hint(new ElidedLabel(this)),
      m_done(new MessageLine(this)), m_copy(new QPushButton(tr("Copy"), this)),
      m_settingsRow(new QWidget(this)), m_settings(new QVBoxLayout(m_settingsRow)),
      m_editor(new CodeEditor(this))
{
    m_editor->setReadOnly(true);
    m_editor->setPlaceholdersShown(true);
    followTheme(*m_editor);
    m_settingsRow->hide();
    m_copy->setIcon(icon(Icon::Copy));
    layOut();
    connect(m_copy, &QPushButton::clicked, this, &ExportPart::copy);
    connect(m_editor->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &ExportPart::fitEditor);
    connect(&theme(), &Theme::changed, this, &ExportPart::fitEditor);
}

void ExportPart::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    m_title->setFont(theme().font(Font::Bold));
    m_hint->setFont(theme().font(Font::Small));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto *const head = new QHBoxLayout;
    head->setContentsMargins(edge, theme().size(Space::S8), edge, theme().size(Space::S8));
    head->setSpacing(theme().size(Space::S12));
    head->addWidget(m_number);
    head->addWidget(m_title);
    head->addWidget(m_hint, 1);
    head->addWidget(m_done, 0, Qt::AlignVCenter);
    head->addWidget(m_copy);
    m_settings->setContentsMargins(edge, 0, edge, theme().size(Space::S8));
    m_settings->setSpacing(theme().size(Space::S8));
    m_settingsRow->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it wraps
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_settingsRow);
    column->addWidget(m_editor, 1);
}

void ExportPart::setHead(int number, const QString &title, const QString &hint, const QString &place)
{
    m_name = title;
    m_place = place;
    m_number->setContent({.tone = Tone::Neutral, .text = QString::number(number)});
    m_title->setText(title);
    m_hint->setText(hint);
    m_editor->setAccessibleName(title);
    m_copy->setAccessibleName(tr("Copy %1").arg(title));
    m_copy->setToolTip(tr("Alt+%1").arg(number));
}

void ExportPart::setText(const std::string &text)
{
    m_text = text;
    m_isCopied = false;
    m_done->setLine(Tone::Neutral, {});
    m_editor->setBytes(text);
    m_editor->setCaret(0);
    fitEditor();
}

void ExportPart::setGrows(bool grows)
{
    m_grows = grows;
    fitEditor();
}

/// Whole lines, above the bar where there is one.
void ExportPart::fitEditor()
{
    const auto lines = 1 + static_cast<int>(std::count(m_text.begin(), m_text.end(), '\n'));
    const auto line = static_cast<int>(m_editor->SendScintilla(QsciScintillaBase::SCI_TEXTHEIGHT, 0UL));
    const QScrollBar *const bar = m_editor->horizontalScrollBar();
    const int below = bar->maximum() > bar->minimum() ? bar->sizeHint().height() : 0;
    const int height = std::min(lines, mostLines) * line + 2 * m_editor->frameWidth() + below;
    m_editor->setMinimumHeight(height);
    m_editor->setMaximumHeight(m_grows ? QWIDGETSIZE_MAX : height);
}

void ExportPart::setSettings(const std::vector<Setting> &settings)
{
    qDeleteAll(m_settingButtons);
    m_settingButtons.clear();
    m_settingLines.clear();
    for (const Setting &setting : settings) {
        auto *const button = new QPushButton(icon(Icon::Copy), setting.name, m_settingsRow);
        button->setAccessibleName(tr("Copy %1").arg(setting.name));
        button->setToolTip(plainToolTip(json::toQString(setting.value)));
        button->setFont(theme().font(Font::Small));
        m_settingButtons.push_back(button);
        connect(button, &QPushButton::clicked, this,
                [this, button, setting] { copySetting(button, setting); });
    }
    arrangeSettings();
    m_settingsRow->setVisible(!settings.empty());
}

/// As many beside each other as have room, the others below them.
void ExportPart::arrangeSettings()
{
    const QMargins margins = m_settings->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    std::vector<int> lines;
    int line = 0;
    int used = 0;
    for (const QPushButton *const button : m_settingButtons) {
        const int needed = button->sizeHint().width();
        if (used > 0 && used + needed > room) {
            ++line;
            used = 0;
        }
        used += needed + m_settings->spacing();
        lines.push_back(line);
    }
    if (m_settingLines == lines)
        return;
    m_settingLines = std::move(lines);
    while (const QLayoutItem *const before = m_settings->takeAt(0))
        delete before;
    QHBoxLayout *row = nullptr;
    for (std::size_t i = 0; i < m_settingButtons.size(); ++i) {
        if (m_settings->count() <= m_settingLines[i]) {
            row = new QHBoxLayout;
            row->setSpacing(m_settings->spacing());
            row->addStretch(1);
            m_settings->addLayout(row);
        }
        row->insertWidget(row->count() - 1, m_settingButtons[i]);
    }
}

void ExportPart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrangeSettings();
}

void ExportPart::clear()
{
    setText({});
    setSettings({});
}

void ExportPart::copySetting(QPushButton *button, const Setting &setting)
{
    QGuiApplication::clipboard()->setText(json::toQString(setting.value));
    button->setIcon(icon(Icon::Check, Color::Good));
    button->setAccessibleName(tr("%1, copied").arg(setting.name));
}

void ExportPart::setReady(bool ready)
{
    m_copy->setEnabled(ready);
    m_settingsRow->setEnabled(ready);
}

void ExportPart::setNext(bool next)
{
    m_copy->setProperty("primary", next);
}

void ExportPart::copy()
{
    if (!m_copy->isEnabled())
        return;
    QGuiApplication::clipboard()->setText(json::toQString(m_text));
    m_isCopied = true;
    m_done->setLine(Tone::Good, tr("Copied"));
    Q_EMIT copied();
}

} // namespace designer::ui
