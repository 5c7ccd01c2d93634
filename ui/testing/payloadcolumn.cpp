// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/payloadcolumn.h"

#include "ui/common/emptystate.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/theming.h"
#include "ui/testing/factsview.h"
#include "json/text.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace designer::ui {

namespace {

CodeEditor *viewer(QWidget *parent, const QString &name)
{
    auto *const editor = new CodeEditor(parent);
    editor->setReadOnly(true);
    editor->setAccessibleName(name);
    followTheme(*editor);
    return editor;
}

/// Names of headers that a finding speaks of.
bool isWrong(const testrun::Evaluation &evaluation, const std::string &name)
{
    return std::any_of(evaluation.findings.begin(), evaluation.findings.end(), [&](const Finding &finding) {
        return finding.severity == Severity::Error && finding.templatePlace
            && finding.templatePlace->pointer == "/headers/" + name;
    });
}

std::vector<FactsView::Section> sectionsOf(const testrun::Evaluation &evaluation)
{
    if (!evaluation.run || !evaluation.run->request)
        return {};
    const http::Request &request = *evaluation.run->request;
    FactsView::Section section;
    section.facts.push_back({json::toQString(request.method),
                             evaluation.masker.mask(json::toQString(request.endpoint.target)), false});
    for (const http::Header &header : request.headers)
        section.facts.push_back({json::toQString(header.name),
                                 json::toQString(testrun::shownHeaderValue(header, evaluation.masker)),
                                 isWrong(evaluation, header.name)});
    return {section};
}

} // namespace

QString shownBytes(std::size_t bytes)
{
    const QString number = QLocale().toString(static_cast<qulonglong>(bytes));
    return bytes == 1 ? PayloadColumn::tr("1 byte") : PayloadColumn::tr("%1 bytes").arg(number);
}

PayloadColumn::PayloadColumn(QWidget *parent)
    : Column(tr("Rendered payload"), tr("Payload"), parent),
      m_formatted(viewer(this, tr("Payload, formatted"))),
      m_asSent(viewer(this, tr("Payload, as it is sent"))), m_headers(new FactsView(this)),
      m_nothing(new EmptyState(this)), m_noSample(new EmptyState(this))
{
    m_noSample->hide(); // it has no place in the stack before it is shown
    m_noSample->setContent(Icon::Bolt, tr("No sample event yet"),
                           tr("Choose or add a sample event: what would be sent for it shows here."));
    connect(m_noSample->addButton(Icon::Bolt, tr("Sample events…")), &QPushButton::clicked, this,
            &PayloadColumn::samplesRequested);
    m_headers->setAccessibleName(tr("Headers that are sent"));
    addView(tr("Formatted"), m_formatted);
    addView(tr("As sent"), m_asSent);
    addView(tr("Headers"), m_headers);
    reserve(shownBytes(1000));
    connect(this, &Column::viewChanged, this, &PayloadColumn::showAsSent);
    connect(m_formatted, &CodeEditor::caretMoved, this, [this](std::size_t offset) {
        if (m_formatted->hasFocus())
            Q_EMIT offsetChosen(offset);
    });
}

void PayloadColumn::show(const LiveState &state)
{
    const testrun::Evaluation &evaluation = *state.evaluation;
    const std::string &bytes = evaluation.run->rendering.bytes;
    const bool json = evaluation.run->payload.isValid();
    m_formatted->setLanguage(json ? CodeEditor::Language::Json : CodeEditor::Language::Text);
    m_formatted->setBytes(evaluation.formatted.text());
    m_evaluation = state.evaluation;
    showAsSent();
    m_headers->setSections(sectionsOf(evaluation));
    setRemark(shownBytes(bytes.size()));
    showInstead(nullptr);
}

/// Only while it is looked at: a payload of megabytes on one line is not laid out for nobody.
void PayloadColumn::showAsSent()
{
    if (!m_evaluation || currentView() != 1)
        return;
    m_asSent->setLanguage(m_evaluation->run->payload.isValid() ? CodeEditor::Language::Json
                                                               : CodeEditor::Language::Text);
    m_asSent->setBytes(m_evaluation->run->rendering.bytes);
}

void PayloadColumn::showNothing(const QString &title, const QString &sentence)
{
    m_nothing->setContent(Icon::Braces, title, sentence);
    setRemark({});
    showInstead(m_nothing);
}

void PayloadColumn::showNoSample()
{
    setRemark({});
    showInstead(m_noSample);
}

void PayloadColumn::markOffset(std::optional<std::size_t> offset)
{
    if (!offset) {
        m_formatted->setMarkedLine(std::nullopt);
        return;
    }
    m_formatted->setMarkedLine(m_formatted->lineOf(*offset));
    if (!m_formatted->hasFocus())
        m_formatted->setCaret(*offset);
}

} // namespace designer::ui
