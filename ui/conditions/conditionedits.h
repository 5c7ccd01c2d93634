// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/conditionediting.h"
#include "ui/document/connectiondocument.h"

#include <QCoreApplication>
#include <QPointer>

#include <optional>

namespace designer::ui {

/// What the rows do to the document: each a named step of its history. Without a document nothing.
class ConditionEdits
{
    Q_DECLARE_TR_FUNCTIONS(Conditions)
public:
    void setDocument(ConnectionDocument *document) { m_document = document; }
    [[nodiscard]] ConnectionDocument *document() const { return m_document; }

    void setMatch(const std::string &group, condition::Match match);
    void setType(const std::string &rule, condition::Type type);
    void setOperator(const std::string &rule, condition::Operator op, const QString &typedBefore);
    void setIgnoreCase(const std::string &rule, bool ignoreCase);
    void typeField(const std::string &rule, const QString &field);
    void typeValue(const std::string &rule, const QString &value);
    /// One value a line; of a rule that takes several.
    void typeValues(const std::string &rule, const QString &lines);
    /// A value as JSON text, as one step by itself.
    void chooseValue(const std::string &rule, const std::string &json);

    /// Both into \a group, at its end; false where that cannot be.
    bool addRule(const std::string &group, const connection::NewRule &rule);
    bool addGroup(const std::string &group);
    void remove(const std::string &pointer);
    /// Where it stands then; nothing where it cannot be moved there.
    std::optional<std::string> move(const std::string &pointer, const std::string &group, std::size_t index);

private:
    bool apply(const QString &stepName, const std::string &place, const Result<connection::Connection> &next,
               const QString &mergeKey = {});

    QPointer<ConnectionDocument> m_document;
};

} // namespace designer::ui
