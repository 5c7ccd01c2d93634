// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "ui/samples/samplesmodel.h"
#include "ui/samples/samplespage.h"
#include "ui_samplespage.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

SamplesPage::History &SamplesPage::historyShown()
{
    return m_histories[{m_shown.pending, m_shown.name}];
}

/// Steps lead from text to text: where it is another one now, they lead nowhere.
void SamplesPage::takeUpHistory()
{
    History &history = historyShown();
    std::string text = m_ui->eventEditor->bytes();
    if (history.text != text)
        history = {{}, std::move(text)};
}

void SamplesPage::moveHistory(const Entry &from, const Entry &to)
{
    if (from == to)
        return;
    if (auto history = m_histories.extract(from); !history.empty())
        m_histories[to] = std::move(history.mapped());
}

void SamplesPage::step(const std::optional<json::TextEdit> &edit)
{
    if (!edit)
        return;
    m_ui->eventEditor->apply(*edit, edit->begin + edit->text.size());
    edited();
}

/// Adds to what the page itself can take back, and forgets what was taken back before.
void SamplesPage::done(Step step)
{
    if (!m_saysNotSaved)
        say(Tone::Neutral, {}); // an offer to take the last step back would mean this one
    m_steps.resize(m_stepsDone);
    m_steps.push_back(std::move(step));
    m_stepsDone = m_steps.size();
}

void SamplesPage::undo()
{
    if (!m_session || m_stepsDone == 0)
        return;
    saveNow();
    say(Tone::Neutral, {});
    m_steps[--m_stepsDone].undo();
}

void SamplesPage::redo()
{
    if (!m_session || m_stepsDone == m_steps.size())
        return;
    saveNow();
    say(Tone::Neutral, {});
    m_steps[m_stepsDone++].redo();
}

void SamplesPage::rename()
{
    const QString wish = m_ui->nameEdit->text().trimmed();
    const Pending *const waits = pending(m_shown.pending);
    const QString before = waits ? waits->name : m_shown.name;
    if (wish.isEmpty() || wish == before || (!waits && !shownSample())) {
        m_ui->nameEdit->setText(before);
        return;
    }
    saveNow();
    auto names = std::make_shared<std::pair<QString, QString>>(before, renameShown(wish));
    const int number = m_shown.pending;
    const auto between = [this, number](QString &from, QString &to) {
        if (number != 0 ? !pending(number) : !m_session->sample(from))
            return;
        choose(number, number != 0 ? QString() : from);
        to = renameShown(to);
    };
    done({[names, between] { between(names->second, names->first); },
          [names, between] { between(names->first, names->second); }});
}

/// Gives the name that it has from now on.
QString SamplesPage::renameShown(const QString &wish)
{
    if (Pending *const waits = pending(m_shown.pending)) {
        waits->name = wish;
        m_ui->nameEdit->setText(wish);
        refreshList();
        return wish;
    }
    const QString before = m_shown.name;
    const auto broken = m_broken.extract(before);
    const auto original = m_originals.extract(before);
    m_shown.name = wish; // the list is told of the new name before we are
    QString now = m_session->renameSample(before, wish);
    if (!broken.empty())
        m_broken[now] = broken.mapped();
    if (!original.empty())
        m_originals[now] = original.mapped();
    moveHistory({0, before}, {0, now});
    m_shown.name = now;
    m_ui->nameEdit->setText(now);
    refreshList();
    if (original.empty() && m_session->sample(now)->hasOriginal)
        loadOriginal(now); // the one on its way comes under a name that is no more
    return now;
}

void SamplesPage::remove()
{
    saveNow();
    const Pending *const waits = pending(m_shown.pending);
    if (!waits && !shownSample())
        return;
    const QString name = waits ? waits->name : m_shown.name;
    const auto deleted = std::make_shared<Deleted>(takeShown());
    done({[this, deleted] { bringBack(*deleted); }, [this, deleted] { removeAgain(*deleted); }});
    say(Tone::Info,
        tr("“%1” is deleted.").arg(name).toHtmlEscaped() + QLatin1Char(' ')
            + link(QStringLiteral("back"), tr("Bring it back")));
}

void SamplesPage::removeAgain(Deleted &deleted)
{
    const int number = deleted.pending ? deleted.pending->number : 0;
    const QString name = deleted.pending ? QString() : deleted.sample.sample.name;
    if (number != 0 ? !pending(number) : !m_session->sample(name))
        return;
    choose(number, name);
    deleted = takeShown();
}

/// Takes out what is shown, and shows what stands in its place then.
SamplesPage::Deleted SamplesPage::takeShown()
{
    const int row = std::max(m_ui->samplesList->currentIndex().row(), 0);
    Deleted out;
    History history = std::move(historyShown());
    if (const Pending *const waits = pending(m_shown.pending)) {
        out.pending = *waits;
        m_pending.erase(m_pending.begin() + (waits - m_pending.data()));
    } else {
        const QString name = std::exchange(m_shown, {}).name; // the list is told before we are
        out = takeSample(name);
    }
    out.history = std::move(history);
    showNear(row);
    return out;
}

SamplesPage::Deleted SamplesPage::takeSample(const QString &name)
{
    const auto taken = [&name](auto &texts) {
        const auto node = texts.extract(name);
        return node.empty() ? std::optional<std::string>() : std::optional(node.mapped());
    };
    return {{}, m_session->removeSample(name), taken(m_broken), taken(m_originals), {}};
}

/// What stands in the \a row now, or the last.
void SamplesPage::showNear(int row)
{
    m_shown = {};
    refreshList();
    const int next = std::min(row, m_model->rowCount() - 1);
    if (next >= 0)
        choose(m_model->entry(next).pending, m_model->entry(next).name);
    else
        showEntry();
}

void SamplesPage::bringBack(Deleted &deleted)
{
    if (deleted.pending) {
        m_pending.push_back(*deleted.pending);
        m_histories[{deleted.pending->number, {}}] = deleted.history;
        refreshList();
        choose(deleted.pending->number, {});
        return;
    }
    const QString name = m_session->bringSampleBack(deleted.sample);
    deleted.sample.sample.name = name;
    m_histories[{0, name}] = deleted.history;
    if (deleted.broken)
        m_broken[name] = *deleted.broken;
    if (deleted.original)
        m_originals[name] = *deleted.original;
    refreshList();
    choose(0, name);
}

} // namespace designer::ui
