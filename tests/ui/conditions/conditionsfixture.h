// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../unexpectedwarnings.h"
#include "ui/conditions/conditionrow.h"
#include "ui/conditions/conditionspage.h"
#include "ui/conditions/conditiontree.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

#include <atomic>

namespace designer::ui {

inline void failOnWarnings()
{
    QTest::failOnWarning(unexpectedWarnings());
}

inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// The accessible name of what has the focus.
inline QString focusName()
{
    const QWidget *const focused = QApplication::focusWidget();
    return focused ? focused->accessibleName() : QString();
}

inline const char *const pictureTree = R"({"match": "all", "rules": [
        {"type": "event_name", "operator": "equals", "value": "purchase"},
        {"type": "property", "field": "properties.price", "operator": "greater_than", "value": 100},
        {"match": "any", "rules": [
          {"type": "user", "field": "user.country", "operator": "equals", "value": "TR"},
          {"type": "page", "field": "page.url", "operator": "contains", "value": "/en/"}
        ]},
        {"match": "none", "rules": [
          {"type": "property", "field": "properties.test_mode", "operator": "exists"}
        ]}
      ]})";

inline const char *const purchase
    = R"({"event_name": "purchase", "user": {"country": "TR", "name": "Ayşe Nur"},
  "page": {"url": "https://example.com/siparis"}, "properties": {"price": 1299.90, "items": [{"id": "a"}]}})";

inline connection::Connection connectionWith(const std::string &conditions)
{
    const std::string designer = conditions.empty()
        ? std::string()
        : ",\n  \"x_designer\": {\n    \"conditions\": " + conditions + "\n  }";
    return *connection::Connection::load(
        "{\n  \"endpoint_label\": \"Insider purchase\",\n  \"endpoint_id\": \"insider-purchase\",\n"
        "  \"endpoint_url\": \"https://example.com/hook\",\n  \"request_format\": {\"a\": "
        "\"##event_name##\"},\n"
        "  \"headers\": {}"
        + designer + "\n}\n");
}

/// A page in a window with a document, and evaluations made on the spot.
class PageBench
{
public:
    explicit PageBench(const std::string &conditions, QSize size = {1024, 640})
        : m_document(connectionWith(conditions), nullptr, [this] { return m_now; })
    {
        m_page.resize(size);
        m_page.setDocument(&m_document);
        m_page.show();
        QApplication::setActiveWindow(&m_page);
    }

    void setSample(const std::string &text, const QString &title)
    {
        m_state.sample = std::make_shared<const event::Event>(*event::Event::parse(text));
        m_state.sampleTitle = title;
    }
    /// What the live evaluation would do a moment later.
    void evaluate()
    {
        testrun::EvaluationInput input;
        input.parts = m_document.parts();
        if (m_state.sample)
            input.event = *m_state.sample;
        m_state.evaluation
            = std::make_shared<const testrun::Evaluation>(testrun::evaluate(input, m_cancelled));
        m_state.revision = m_document.revision();
        m_page.showLive(m_state);
    }
    /// Time enough passes that the next key begins a new step.
    void pause() { m_now += 60000; }

    [[nodiscard]] ConditionsPage &page() { return m_page; }
    [[nodiscard]] ConnectionDocument &document() { return m_document; }
    [[nodiscard]] LiveState &state() { return m_state; }
    [[nodiscard]] ConditionTree *tree() { return m_page.findChild<ConditionTree *>(); }
    [[nodiscard]] ConditionRow *row(std::size_t index) { return tree()->rowAt(index); }
    [[nodiscard]] std::string conditions() { return std::string(m_document.shell().conditions().raw()); }
    /// The control with that accessible name, if it is to be seen.
    template <typename Control = QWidget>
    [[nodiscard]] Control *control(const QString &name)
    {
        for (Control *each : m_page.findChildren<Control *>()) {
            if (each->accessibleName() == name && each->isVisibleTo(&m_page))
                return each;
        }
        return nullptr;
    }

private:
    qint64 m_now = 0;
    ConnectionDocument m_document;
    LiveState m_state;
    std::atomic<bool> m_cancelled = false;
    ConditionsPage m_page;
};

} // namespace designer::ui
