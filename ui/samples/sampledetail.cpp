// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sampledetail.h"

#include "ui/common/sentence.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"
#include "ui_sampledetail.h"

#include <QKeyEvent>

namespace designer::ui {

SampleDetail::SampleDetail(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::SampleDetail>())
{
    m_ui->setupUi(this);
    m_ui->duplicateButton->setIcon(icon(Icon::Copy));
    m_ui->nameEdit->installEventFilter(this);
    layOut();
    connectParts();
    sayOfName({});
}

SampleDetail::~SampleDetail() = default;

void SampleDetail::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    const int gap = theme().size(Space::S12);
    const int small = theme().size(Space::S8);
    m_ui->nameLayout->setContentsMargins(edge, gap, edge, small);
    m_ui->nameLayout->setSpacing(gap);
    m_ui->bannerLayout->setContentsMargins(edge, 0, edge, small);
    m_ui->bannerLayout->setSpacing(small);
}

void SampleDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void SampleDetail::connectParts()
{
    connect(m_ui->nameEdit, &QLineEdit::editingFinished, this, &SampleDetail::takeName);
    connect(m_ui->nameEdit, &QLineEdit::textEdited, this, [this] { sayOfName({}); });
    connect(m_ui->duplicateButton, &QPushButton::clicked, this, &SampleDetail::duplicateRequested);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &SampleDetail::deleteRequested);
    connect(m_ui->banner, &Banner::linkActivated, this, &SampleDetail::convertAgain);
    connect(m_ui->errorLine, &MessageLine::linkActivated, this, &SampleDetail::goThere);
    connect(m_ui->remarks, &SampleRemarks::remedyChosen, this, &SampleDetail::remedyChosen);
    connect(m_ui->editors, &EventEditors::typed, this, &SampleDetail::typed);
    connect(m_ui->editors, &EventEditors::undoRequested, this, &SampleDetail::undoRequested);
    connect(m_ui->editors, &EventEditors::redoRequested, this, &SampleDetail::redoRequested);
}

EventEditors &SampleDetail::editors()
{
    return *m_ui->editors;
}

void SampleDetail::setName(const QString &name)
{
    m_name = name;
    m_ui->nameEdit->setText(name);
}

/// Nobody's typing is taken back without a word.
void SampleDetail::takeName()
{
    const QString wish = m_ui->nameEdit->text().trimmed();
    if (!wish.isEmpty())
        return Q_EMIT renameRequested(wish);
    setName(m_name);
    sayOfName(tr("A sample needs a name. It keeps this one."));
}

void SampleDetail::sayOfName(const QString &words)
{
    m_ui->nameLine->setMessage(words.isEmpty() ? Tone::Neutral : Tone::Warning, words.toHtmlEscaped());
    m_ui->nameLine->setVisible(!words.isEmpty());
}

void SampleDetail::editName()
{
    m_ui->nameEdit->setFocus(Qt::OtherFocusReason);
    m_ui->nameEdit->selectAll();
}

void SampleDetail::setEvent(const ShownEvent &shown)
{
    setName(shown.name);
    sayOfName({});
    m_ui->duplicateButton->setEnabled(shown.isKept);
    m_ui->editors->setEvent(shown.original, shown.text);
    m_ui->banner->hide();
    m_ui->remarks->setSteps({});
    m_ui->remarks->setLacks(insider::lacksOf(m_ui->editors->eventDocument()));
    showError(shown.error);
    if (shown.original.empty())
        return;
    if (const auto conversion = event::convert(shown.original))
        showConversion(*conversion, shown.isKept);
}

void SampleDetail::showConversion(const event::Conversion &conversion, bool isKept)
{
    const QString shape = event::shapeName(conversion.from);
    const QString title = isKept ? tr("This was %1").arg(shape) : tr("This is %1").arg(shape);
    QString body
        = tr("Placeholders read events in another form, so it was turned into that. Nothing was dropped.");
    if (isKept)
        body = tr("Placeholders read the form on the right. What was pasted is kept beside it.")
            + QLatin1Char(' ') + link(QStringLiteral("convert"), tr("Convert it again"));
    m_ui->banner->setContent({.tone = Tone::Info, .title = title, .body = body, .evidence = {}});
    m_ui->banner->show();
    m_ui->remarks->setSteps(conversion.steps);
}

void SampleDetail::takeUpTyped(const std::optional<Error> &error)
{
    m_ui->editors->takeUpTyped();
    m_ui->remarks->setLacks(insider::lacksOf(m_ui->editors->eventDocument()));
    showError(error);
}

void SampleDetail::showError(const std::optional<Error> &error)
{
    m_ui->editors->showError(error);
    m_ui->errorLine->setVisible(error.has_value());
    QString words;
    if (error) {
        words = tr("This does not read as an event, so it is not saved yet. %1")
                    .arg(lineOf(*error))
                    .toHtmlEscaped();
        if (error->position)
            words += QLatin1Char(' ') + link(QString::number(error->position->line), tr("Go there"));
    }
    m_ui->errorLine->setMessage(Tone::Error, words);
}

/// \a target is the line.
void SampleDetail::goThere(const QString &target)
{
    m_ui->editors->goToLine(target.toInt());
}

void SampleDetail::convertAgain()
{
    CodeEditor &editor = m_ui->editors->editor();
    if (const auto conversion = event::convert(m_ui->editors->originalDocument().text()))
        editor.edit({0, editor.byteCount(), conversion->text});
    Q_EMIT typedAll();
}

void SampleDetail::fillIn(insider::Lack lack, const QDateTime &now)
{
    CodeEditor &editor = m_ui->editors->editor();
    const json::Document event(editor.bytes());
    if (!event.isValid() || !event.root().isObject())
        return;
    const json::TextEdit edit = insider::filledIn(event, lack, now);
    editor.edit(edit);
    Q_EMIT typedAll();
    const std::size_t customer = edit.text.find(insider::placeholderCustomer);
    if (customer == std::string::npos)
        return;
    editor.select(edit.begin + customer, edit.begin + customer + insider::placeholderCustomer.size());
    editor.setFocus(Qt::OtherFocusReason);
}

/// The keys of the name's own history, and Escape, which takes back what was typed into it. Where nothing was
/// typed since, they are for what was done with it, and the page has them.
bool SampleDetail::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_ui->nameEdit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (key.key() == Qt::Key_Escape && m_ui->nameEdit->isUndoAvailable()) {
        while (m_ui->nameEdit->isUndoAvailable())
            m_ui->nameEdit->undo();
        return true;
    }
    const bool isForPage = (key.matches(QKeySequence::Undo) && !m_ui->nameEdit->isUndoAvailable())
        || (key.matches(QKeySequence::Redo) && !m_ui->nameEdit->isRedoAvailable());
    if (isForPage)
        event->ignore();
    return isForPage;
}

} // namespace designer::ui
