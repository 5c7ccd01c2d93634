// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "verbs/exportverb.h"
#include "verbs/importverb.h"
#include "verbs/lintverb.h"
#include "verbs/matchverb.h"
#include "verbs/newverb.h"
#include "verbs/predictverb.h"
#include "verbs/renderverb.h"
#include "verbs/sandboxverb.h"
#include "verbs/templatesverb.h"
#include "verbs/testverb.h"
#include "verbs/validateverb.h"

namespace designer::ctl {

std::vector<std::unique_ptr<Verb>> allVerbs()
{
    std::vector<std::unique_ptr<Verb>> out;
    out.push_back(std::make_unique<TemplatesVerb>());
    out.push_back(std::make_unique<NewVerb>());
    out.push_back(std::make_unique<LintVerb>());
    out.push_back(std::make_unique<MatchVerb>());
    out.push_back(std::make_unique<RenderVerb>());
    out.push_back(std::make_unique<TestVerb>());
    out.push_back(std::make_unique<PredictVerb>());
    out.push_back(std::make_unique<SandboxVerb>());
    out.push_back(std::make_unique<ImportVerb>());
    out.push_back(std::make_unique<ExportVerb>());
    out.push_back(std::make_unique<ValidateVerb>());
    return out;
}

} // namespace designer::ctl
