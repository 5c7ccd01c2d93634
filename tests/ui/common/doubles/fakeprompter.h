// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/prompter.h"

#include <QStringList>

#include <deque>
#include <utility>

namespace designer::ui {

/// Answers at once with what the test queued: an empty path, or Cancel, where nothing is queued.
/// Remembers what was asked.
class FakePrompter : public Prompter
{
public:
    void queuePath(const QString &path) { m_paths.push_back(path); }
    void queueUnsaved(Unsaved answer) { m_unsaved.push_back(answer); }
    [[nodiscard]] bool hasUnusedAnswers() const { return !m_paths.empty() || !m_unsaved.empty(); }
    /// "open TITLE", "save TITLE", "folder TITLE", "unsaved NAME, NAME"
    [[nodiscard]] const QStringList &asked() const { return m_asked; }
    [[nodiscard]] const FileQuestion &lastQuestion() const { return m_lastQuestion; }
    [[nodiscard]] Occasion lastOccasion() const { return m_lastOccasion; } ///< of unsaved work

    void askFileToOpen(QWidget * /*parent*/, const FileQuestion &question, const PathAnswer &answer) override
    {
        answerPath(QStringLiteral("open "), question, answer);
    }
    void askFileToSave(QWidget * /*parent*/, const FileQuestion &question, const PathAnswer &answer) override
    {
        answerPath(QStringLiteral("save "), question, answer);
    }
    void askFolder(QWidget * /*parent*/, const FileQuestion &question, const PathAnswer &answer) override
    {
        answerPath(QStringLiteral("folder "), question, answer);
    }
    void askUnsavedWork(QWidget * /*parent*/, const QStringList &names, Occasion occasion,
                        const UnsavedAnswer &answer) override
    {
        m_lastOccasion = occasion;
        m_asked.append(QStringLiteral("unsaved ") + names.join(QStringLiteral(", ")));
        answer(taken(m_unsaved, Unsaved::Cancel));
    }

private:
    void answerPath(const QString &verb, const FileQuestion &question, const PathAnswer &answer)
    {
        m_asked.append(verb + question.title);
        m_lastQuestion = question;
        answer(taken(m_paths, QString()));
    }

    template <typename T>
    static T taken(std::deque<T> &queue, T otherwise)
    {
        if (queue.empty())
            return otherwise;
        T first = std::move(queue.front());
        queue.pop_front();
        return first;
    }

    std::deque<QString> m_paths;
    std::deque<Unsaved> m_unsaved;
    QStringList m_asked;
    FileQuestion m_lastQuestion;
    Occasion m_lastOccasion = Occasion::Close;
};

} // namespace designer::ui
