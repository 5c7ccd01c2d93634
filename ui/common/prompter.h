// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace designer::ui {

/// Every question that the program asks in a box of its own, so that a test can answer. Answers
/// come later, through the function: no question holds the window's event loop. It is called once,
/// and not at all when the parent is gone before.
class Prompter
{
public:
    struct FileQuestion
    {
        QString title;
        QString folder; ///< where to begin; may be empty
        QString suggestedName; ///< for a file to save
        QString filter; ///< as of QFileDialog; may be empty
    };
    enum class Unsaved { Save, Discard, Cancel };
    /// What unsaved work is asked about for: the question and its answers name it.
    enum class Occasion { Close, OpenAnother };
    using PathAnswer = std::function<void(const QString &path)>;
    using UnsavedAnswer = std::function<void(Unsaved)>;

    Prompter() = default;
    Prompter(const Prompter &) = delete;
    Prompter(Prompter &&) = delete;
    Prompter &operator=(const Prompter &) = delete;
    Prompter &operator=(Prompter &&) = delete;
    virtual ~Prompter() = default;

    /// An empty path: nothing was chosen.
    virtual void askFileToOpen(QWidget *parent, const FileQuestion &question, const PathAnswer &answer) = 0;
    virtual void askFileToSave(QWidget *parent, const FileQuestion &question, const PathAnswer &answer) = 0;
    virtual void askFolder(QWidget *parent, const FileQuestion &question, const PathAnswer &answer) = 0;
    /// \a names are the labels of the connections, and the names of the samples, with unsaved work; at least
    /// one.
    virtual void askUnsavedWork(QWidget *parent, const QStringList &names, Occasion occasion,
                                const UnsavedAnswer &answer)
        = 0;
};

/// Asks with the desktop's own dialogs.
class DesktopPrompter : public Prompter
{
public:
    void askFileToOpen(QWidget *parent, const FileQuestion &question, const PathAnswer &answer) override;
    void askFileToSave(QWidget *parent, const FileQuestion &question, const PathAnswer &answer) override;
    void askFolder(QWidget *parent, const FileQuestion &question, const PathAnswer &answer) override;
    void askUnsavedWork(QWidget *parent, const QStringList &names, Occasion occasion,
                        const UnsavedAnswer &answer) override;
};

} // namespace designer::ui
