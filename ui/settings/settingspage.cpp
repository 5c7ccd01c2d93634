// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "connection/editing.h"
#include "ui/common/messageline.h"
#include "ui/settings/settingsfields.h"
#include "ui/theme/theme.h"
#include "ui_settingspage.h"
#include "json/text.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QStyle>

#include <algorithm>

namespace designer::ui {
namespace {

void showText(QLineEdit *edit, const std::string &text)
{
    const QString shown = json::toQString(text);
    if (edit->text() == shown) // the caret stays where it is while somebody types
        return;
    edit->setText(shown);
    if (!edit->hasFocus())
        edit->setCursorPosition(0); // of a long text, its beginning is seen
}

/// What the file says, an empty text included; \a usual where it says nothing.
std::string saidAt(const connection::Connection &shell, std::string_view key, const std::string &usual)
{
    const json::Value value = shell.document().root().find(key);
    return value.isString() ? value.text() : usual;
}

/// Chooses \a word; one that is not offered is added, so that a file keeps its own.
void choose(QComboBox *box, const QString &word)
{
    if (box->findText(word) < 0)
        box->addItem(word);
    box->setCurrentIndex(box->findText(word));
}

void markWrong(QWidget *control, bool wrong)
{
    if (control->property("error").toBool() == wrong)
        return;
    control->setProperty("error", wrong);
    control->update();
}

QString html(const FieldRemark &remark)
{
    const QString sentence = remark.sentence.toHtmlEscaped();
    return remark.wayOut.isEmpty()
        ? sentence
        : sentence + QLatin1Char(' ') + link(json::toQString(remark.value), remark.wayOut);
}

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : ConnectionPage(parent), m_ui(std::make_unique<Ui::SettingsPage>())
{
    m_ui->setupUi(this);
    fillMethods(*m_ui->methodComboBox);
    fillContentTypes(*m_ui->contentTypeComboBox);
    fillMissingPolicies(*m_ui->missingValuesComboBox);
    m_ui->contentTypeComboBox->setCompleter(nullptr); // it would change what is being typed
    m_ui->contentTypeComboBox->lineEdit()->setAccessibleName(tr("Content Type"));
    m_ui->fillingLayout->setSpacing(theme().size(Space::S8));
    m_ui->valuesLayout->setSpacing(theme().size(Space::S16));
    listFields();
    listen();
    dress();
    connect(&theme(), &Theme::changed, this, &SettingsPage::dress);
    setEnabled(false);
    showDocument();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::listFields()
{
    m_fields = {
        {place::label, m_ui->labelLineEdit, m_ui->labelMessage, QT_TR_NOOP("The name in your list.")},
        {place::id, m_ui->idLineEdit, m_ui->idMessage,
         QT_TR_NOOP("Its short name. No other destination has it.")},
        {place::url, m_ui->urlLineEdit, m_ui->urlMessage,
         QT_TR_NOOP(
             "Where events are sent. Placeholders may stand in its path and after the question mark.")},
        {place::method, m_ui->methodComboBox, m_ui->methodMessage,
         QT_TR_NOOP("How the request is made. Almost always POST.")},
        {place::contentType, m_ui->contentTypeComboBox, m_ui->contentTypeMessage,
         QT_TR_NOOP("Sent as the Content-Type header.")},
        {place::missingValues, m_ui->missingValuesComboBox, m_ui->missingValuesMessage,
         QT_TR_NOOP("When the event has no value for a placeholder.")},
        {place::values, m_ui->typedRadioButton, m_ui->valuesMessage, nullptr},
    };
}

void SettingsPage::listen()
{
    connect(m_ui->labelLineEdit, &QLineEdit::textChanged, this, &SettingsPage::changeLabel);
    connect(m_ui->idLineEdit, &QLineEdit::textChanged, this,
            [this](const QString &text) { change(place::id, json::toStd(text), true); });
    connect(m_ui->urlLineEdit, &QLineEdit::textChanged, this,
            [this](const QString &text) { change(place::url, json::toStd(text), true); });
    connect(m_ui->methodComboBox, &QComboBox::currentTextChanged, this,
            [this](const QString &text) { change(place::method, json::toStd(text)); });
    connect(m_ui->contentTypeComboBox, &QComboBox::editTextChanged, this,
            [this](const QString &text) { change(place::contentType, json::toStd(text), true); });
    connect(m_ui->missingValuesComboBox, &QComboBox::currentIndexChanged, this, [this] {
        change(place::missingValues, json::toStd(m_ui->missingValuesComboBox->currentData().toString()));
    });
    connect(m_ui->typedRadioButton, &QRadioButton::toggled, this, [this](bool typed) {
        change(place::values,
               std::string(tmpl::name(typed ? tmpl::ValueMode::Typed : tmpl::ValueMode::Text)));
    });
    for (const Field &field : m_fields) {
        m_undoKeys.watch(field.control);
        connect(field.message, &MessageLine::linkActivated, this,
                [this, where = field.place](const QString &value) { change(where, json::toStd(value)); });
    }
    m_undoKeys.watch(m_ui->contentTypeComboBox->lineEdit());
}

/// What a form cannot say: sizes and fonts that follow the theme.
void SettingsPage::dress()
{
    m_ui->fillingTitle->setFont(theme().font(Font::SmallBold));
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, theme().color(Color::Dim));
    m_ui->fillingTitle->setPalette(dim);
    m_ui->notInHardalBadge->setRemark(
        tr("not in Hardal"),
        tr("Hardal’s JSON and its screens have no place for this. It is kept in your file."));
    m_ui->fillingMessage->setHelp(tr("Hardal does not say what it does here. Test before you rely on it."));
    m_ui->methodComboBox->setMinimumWidth(theme().scaled(144));
    m_ui->contentTypeComboBox->setMinimumWidth(theme().scaled(224));
    m_ui->missingValuesComboBox->setMinimumWidth(theme().scaled(224));
    m_ui->grid->setColumnMinimumWidth(0, theme().scaled(128));
    m_ui->fillingLayout->setSpacing(theme().size(Space::S8));
    m_ui->valuesLayout->setSpacing(theme().size(Space::S24));
    m_ui->grid->setHorizontalSpacing(theme().size(Space::S16));
}

void SettingsPage::setIdCheck(IdCheck isIdTaken)
{
    m_isIdTaken = std::move(isIdTaken);
    showRemarks();
}

void SettingsPage::setDocument(ConnectionDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_undoKeys.setDocument(document);
    m_findings.clear();
    setEnabled(document);
    if (document)
        connect(document, &ConnectionDocument::shellChanged, this, &SettingsPage::showDocument);
    showDocument();
}

void SettingsPage::showLive(const LiveState &state)
{
    m_findings = state.evaluation ? findingsOf(*state.evaluation, Page::Settings) : Findings();
    showRemarks();
}

void SettingsPage::reveal(const QString &field)
{
    const std::string place = json::toStd(field);
    const auto found
        = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &f) { return f.place == place; });
    QWidget *control = found == m_fields.end() ? m_fields.front().control : found->control;
    if (control == m_ui->typedRadioButton && m_ui->textRadioButton->isChecked())
        control = m_ui->textRadioButton; // Tab enters a group of buttons at the one that is chosen
    m_ui->scrollArea->ensureWidgetVisible(control);
    control->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::change(std::string_view place, const std::string &value, bool isTyping)
{
    if (m_showing || !m_document)
        return;
    const QString field = json::toQString(place);
    m_document->changeShell(stepName(place), {Page::Settings, field},
                            withSetting(m_document->shell(), place, value),
                            isTyping ? QStringLiteral("settings") + field : QString());
}

/// The id goes along until the first save, for as long as nobody has given it one of its own.
void SettingsPage::changeLabel(const QString &label)
{
    if (m_showing || !m_document)
        return;
    const connection::Connection &before = m_document->shell();
    const std::string text = json::toStd(label);
    auto next = withSetting(before, place::label, text);
    const bool isSaved = m_isSaved && m_isSaved();
    if (next && !isSaved && idFollowsLabel(before, m_isIdTaken))
        next = withSetting(*next, place::id, suggestedId(text, m_isIdTaken));
    m_document->changeShell(stepName(place::label), {Page::Settings, json::toQString(place::label)}, next,
                            QStringLiteral("settings") + json::toQString(place::label));
}

void SettingsPage::showDocument()
{
    const QScopedValueRollback showing(m_showing, true);
    const connection::Connection shell = m_document ? m_document->shell() : connection::Connection();
    showTexts(shell);
    showChoices(shell);
    showRemarks();
}

void SettingsPage::showTexts(const connection::Connection &shell)
{
    showText(m_ui->labelLineEdit, shell.label());
    showText(m_ui->idLineEdit, shell.id());
    showText(m_ui->urlLineEdit, shell.url());
    showText(m_ui->contentTypeComboBox->lineEdit(),
             saidAt(shell, connection::key::contentType, shell.contentType()));
}

void SettingsPage::showChoices(const connection::Connection &shell)
{
    choose(m_ui->methodComboBox, json::toQString(shell.method()));
    const tmpl::Options options = shell.options();
    m_ui->missingValuesComboBox->setCurrentIndex(
        m_ui->missingValuesComboBox->findData(json::toQString(tmpl::name(options.missing))));
    const bool typed = options.values == tmpl::ValueMode::Typed;
    m_ui->typedRadioButton->setChecked(typed);
    m_ui->textRadioButton->setChecked(!typed);
}

void SettingsPage::showRemarks()
{
    for (const Field &field : m_fields)
        showRemark(field);
    showOtherFindings();
}

std::optional<FieldRemark> SettingsPage::remarkOf(const Field &field) const
{
    return m_document ? remarkOn(field.place, m_findings, m_document->shell(), m_isIdTaken) : std::nullopt;
}

/// Of the field that has the focus.
void SettingsPage::mend()
{
    for (const Field &field : m_fields) {
        if (!field.control->hasFocus() && !field.control->isAncestorOf(QApplication::focusWidget()))
            continue;
        if (const auto remark = remarkOf(field); remark && !remark->wayOut.isEmpty())
            change(field.place, remark->value);
        return;
    }
}

void SettingsPage::showRemark(const Field &field)
{
    const auto remark = remarkOf(field);
    markWrong(field.control, remark && remark->tone == Tone::Error);
    if (remark)
        field.message->setMessage(remark->tone, html(*remark));
    else if (field.help)
        field.message->setHelp(tr(field.help));
    else
        field.message->setHelp(m_ui->typedRadioButton->isChecked()
                                   ? tr("1299.90 is sent as a number, not as \"1299.90\".")
                                   : tr("1299.90 is sent as the text \"1299.90\"."));
    field.control->setAccessibleDescription(remark ? remark->sentence : QString());
}

/// Those of the file as a whole, such as a key that is there twice, or a part of no field here.
void SettingsPage::showOtherFindings()
{
    const auto isElsewhere = [this](const Finding &finding) {
        return std::none_of(m_fields.begin(), m_fields.end(),
                            [&](const Field &field) { return isAbout(finding, field.place); });
    };
    QStringList sentences;
    Severity worst = Severity::Info;
    for (const Finding &finding : m_findings) {
        if (!isElsewhere(finding))
            continue;
        sentences.append(finding.message.toHtmlEscaped());
        worst = std::min(worst, finding.severity);
    }
    m_ui->otherMessage->setVisible(!sentences.isEmpty());
    m_ui->otherMessage->setMessage(toneOf(worst), sentences.join(QLatin1String("<br>")));
}

} // namespace designer::ui
