// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/conditions.h"

#include "condition/compiler.h"
#include "condition/hardallist.h"
#include "condition/program.h"
#include "condition/reason.h"
#include "condition/wording.h"

#include <QCoreApplication>

namespace designer::condition {

namespace {

TraceNode traceOfNothing()
{
    TraceNode node;
    node.isGroup = true;
    node.match = name(Match::All);
    node.result = true;
    return node;
}

} // namespace

Error toError(const Problem &problem)
{
    Error error;
    error.code = ErrorCode::MalformedCondition;
    error.message = problem.message;
    error.wayOut = problem.wayOut;
    error.position = problem.position;
    return error;
}

Conditions::Compiled Conditions::compile(const json::Value &conditions)
{
    Compiled out;
    if (!conditions)
        return out;
    Compiler compiler;
    std::optional<Group> root = compiler.compile(conditions);
    out.problems = compiler.takeProblems();
    if (!out.problems.empty())
        out.conditions.m_unsound = std::make_shared<const Error>(toError(out.problems.front()));
    else if (root)
        out.conditions.m_root = std::make_shared<const Group>(std::move(*root));
    return out;
}

Result<bool> Conditions::fires(const json::Value &event) const
{
    if (m_unsound)
        return *m_unsound;
    return m_root ? condition::fires(*m_root, event) : true;
}

Result<TraceNode> Conditions::evaluate(const json::Value &event) const
{
    if (m_unsound)
        return *m_unsound;
    return m_root ? condition::evaluate(*m_root, event) : traceOfNothing();
}

std::optional<Exceeding> Conditions::exceeding(const json::Value &event) const
{
    const Rule *const rule = m_root ? condition::exceeding(*m_root, event) : nullptr;
    return rule ? std::optional(Exceeding{limitExceeded(*rule), rule->pointer}) : std::nullopt;
}

QStringList Conditions::beyondHardal() const
{
    return m_root ? condition::beyondHardal(*m_root) : QStringList();
}

QString Conditions::sentence() const
{
    return m_root ? condition::sentence(*m_root) : QCoreApplication::translate("Condition", "every event");
}

} // namespace designer::condition
