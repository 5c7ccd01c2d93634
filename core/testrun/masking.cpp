// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/testrun.h"

namespace designer::testrun {

namespace {

void maskTrace(condition::TraceNode &node, const secrets::Masker &masker)
{
    node.why = masker.mask(node.why);
    node.value = masker.mask(node.value);
    if (node.saw)
        node.saw = masker.mask(*node.saw);
    for (condition::TraceNode &rule : node.rules)
        maskTrace(rule, masker);
}

void maskFindings(Findings &findings, const secrets::Masker &masker)
{
    for (Finding &finding : findings) {
        finding.message = masker.mask(finding.message);
        if (finding.fixTitle)
            finding.fixTitle = masker.mask(*finding.fixTitle);
    }
}

void maskError(std::optional<Error> &error, const secrets::Masker &masker)
{
    if (!error)
        return;
    error->message = masker.mask(error->message);
    error->wayOut = masker.mask(error->wayOut);
}

} // namespace

TestRun withWordsMasked(TestRun run, const secrets::Masker &masker)
{
    maskTrace(run.trace, masker);
    maskFindings(run.findings, masker);
    if (run.prediction)
        maskFindings(run.prediction->findings, masker);
    run.verdict.summary = masker.mask(run.verdict.summary);
    for (TracedError &traced : run.errors) {
        traced.error.key = masker.mask(traced.error.key);
        traced.error.message = masker.mask(traced.error.message);
    }
    maskError(run.refused, masker);
    if (run.exchange)
        maskError(run.exchange->error, masker);
    return run;
}

} // namespace designer::testrun
