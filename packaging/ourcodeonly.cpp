// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin of clang-tidy's: it takes what stands in the headers of Qt and of the standard library out of
// the walk of the checks. That is nine tenths of what a source file of ours is made of, and its remarks
// would not be shown anyway. Built and loaded by packaging/test.

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

#include <memory>
#include <string>
#include <vector>

namespace {

class OurCodeOnly : public clang::ASTConsumer
{
public:
    void HandleTranslationUnit(clang::ASTContext &context) override
    {
        const clang::SourceManager &sources = context.getSourceManager();
        std::vector<clang::Decl *> ours;
        for (clang::Decl *const declaration : context.getTranslationUnitDecl()->decls()) {
            if (!sources.isInSystemHeader(sources.getExpansionLoc(declaration->getLocation())))
                ours.push_back(declaration);
        }
        context.setTraversalScope(ours);
    }
};

class Action : public clang::PluginASTAction
{
public:
    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance &, llvm::StringRef) override
    {
        return std::make_unique<OurCodeOnly>();
    }
    bool ParseArgs(const clang::CompilerInstance &, const std::vector<std::string> &) override
    {
        return true;
    }
    ActionType getActionType() override { return AddBeforeMainAction; }
};

const clang::FrontendPluginRegistry::Add<Action> added("our-code-only",
                                                       "leaves other people's headers out of the checks");

} // namespace
