// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/latestjob.h"
#include "ui/exchange/exportfiles.h"
#include "ui/exchange/exportremarks.h"
#include "ui/exchange/exporttext.h"

#include <QThreadPool>
#include <QWidget>

#include <array>
#include <functional>
#include <memory>

namespace designer::ui {

namespace Ui {
class ExportPage;
}

class ExportPart;

/// The way to Hardal: the connection as a text to copy or to save, in one of three forms. It says what
/// the text cannot hold. The values of secrets are in it only where people asked for them, once, in
/// words, and no longer than the page is up.
class ExportPage : public QWidget
{
    Q_OBJECT
public:
    /// Brings the values of secrets together; answers later, in this thread.
    using SecretsFor = std::function<void(const std::vector<std::string> &names,
                                          std::function<void(Result<secrets::Secrets>)> done)>;

    /// \a prompter outlives the page.
    ExportPage(Prompter &prompter, SecretsFor secretsFor, QWidget *parent = nullptr);
    ~ExportPage() override;
    Q_DISABLE_COPY_MOVE(ExportPage)

    /// Another one: everything begins anew.
    void setConnection(const connection::Connection &connection, const QString &label);
    /// The same one, changed meanwhile: its form and what is unfolded stay.
    void followConnection(const connection::Connection &connection, const QString &label);
    void setStanding(const ExportStanding &standing);
    /// What the foot of the window says meanwhile, where nothing else comes first.
    [[nodiscard]] ExportRemark hint() const;
    /// Whether what is shown was copied or saved; of parts, one at least.
    [[nodiscard]] bool isTaken() const { return m_taken != Taken::Not; }

Q_SIGNALS:
    void closed();
    void hintChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void addShortcuts();
    [[nodiscard]] connection::ExportFormat format() const;
    [[nodiscard]] std::array<ExportPart *, 3> parts() const;
    void refresh();
    void setReady(bool ready);
    void forgetTexts();
    void showText(const ExportText &text);
    void showSingle(const ExportText &text);
    void showParts(const ExportText &text);
    void showRefused(const Error &error);
    void showNotes(const ExportText &text);
    void markNextPart();
    void partCopied(const ExportPart &part);
    [[nodiscard]] const ExportPart *nextPart() const; ///< null: all are copied
    [[nodiscard]] QString partsWords() const;
    enum class Taken { Not, Copied, Saved };
    void setTaken(Taken taken, const QString &savedAs = {});
    void tellHint();
    void showSecrets();
    void askForValues(bool names);
    void fetchValues();
    void takeValues(Result<secrets::Secrets> values);
    void keepNames();
    void copy();
    void save();
    void saved(const QString &path, connection::ExportFormat form, quint64 text);
    void saveFailed(const Error &error);

    const std::unique_ptr<Ui::ExportPage> m_ui;
    SecretsFor m_secretsFor;
    ExportFiles m_files;
    connection::Connection m_connection;
    std::shared_ptr<const secrets::Secrets> m_values; ///< null: names go out instead
    bool m_isAsking = false; ///< for values, and they are not there yet
    quint64 m_asked = 0; ///< answers to earlier questions for values count no more
    ExportText m_text;
    quint64 m_textNumber = 0; ///< counts the texts: what was done with one says nothing of the next
    bool m_notesUnfolded = false;
    Taken m_taken = Taken::Not;
    QString m_savedAs; ///< the name of the file, or of the folder of the parts
    const ExportPart *m_lastCopied = nullptr; ///< of the parts
    ExportRemark m_toldHint; ///< as it was when hintChanged() was emitted last
    QThreadPool m_pool;
    LatestJob<ExportText> m_job;
};

} // namespace designer::ui
