// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../shipped.h"
#include "../pageparts.h"
#include "../pictures.h"
#include "../unexpectedwarnings.h"
#include "fakeprompter.h"
#include "sampletexts.h"
#include "ui/common/messageline.h"
#include "ui/common/twolinedelegate.h"
#include "ui/editor/codeeditor.h"
#include "ui/samples/samplespage.h"
#include "workspace/file.h"

#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace designer::ui {

/// While there is one, nothing can be read or written in that folder, and nothing is missing either.
class OutOfReach
{
public:
    explicit OutOfReach(const QString &folder) : m_folder(folder)
    {
        QVERIFY(QDir().rename(folder, away()));
        QVERIFY(QFile::link(folder, folder)); // to itself, which leads nowhere
    }
    ~OutOfReach()
    {
        QFile::remove(m_folder);
        QDir().rename(away(), m_folder);
    }
    Q_DISABLE_COPY_MOVE(OutOfReach)

private:
    [[nodiscard]] QString away() const { return m_folder + QStringLiteral(".away"); }

    QString m_folder;
};

/// The page in a window, on a workspace of its own.
struct SamplesFixture : PageParts<SamplesFixture>
{
    SamplesFixture()
    {
        page.setSession(&session);
        showPage(page);
    }
    /// Another window on the workspace at \a path.
    explicit SamplesFixture(const QString &path) : session(*workspace::Folder::create(path))
    {
        page.setSession(&session);
        showPage(page);
    }

    void paste(const std::string &text)
    {
        QGuiApplication::clipboard()->setText(QString::fromStdString(text));
        click("pasteButton");
    }
    CodeEditor *editor() { return child<CodeEditor>("eventEditor"); }
    CodeEditor *original() { return child<CodeEditor>("originalEditor"); }
    QListView *list() { return child<QListView>("samplesList"); }
    QString message() { return child<MessageLine>("messageLine")->text(); }
    QString about(int row) { return list()->model()->index(row, 0).data(SubtitleRole).toString(); }
    QString foot() { return child<MessageLine>("footLine")->text(); }
    std::string originalOf(const char *name)
    {
        session.finish();
        const auto text = workspace::readFile(session.folder().originalPath(QLatin1String(name)));
        return text ? *text : std::string();
    }
    /// Of the files of the samples.
    [[nodiscard]] QString samplesFolder() const
    {
        return QFileInfo(session.folder().filePath(workspace::FileKind::Event, QStringLiteral("A"))).path();
    }
    [[nodiscard]] std::string saved(const char *name) const
    {
        const auto file = session.folder().read(workspace::FileKind::Event, QLatin1String(name));
        return file ? file->bytes : std::string();
    }
    [[nodiscard]] QString drafts(int place) const
    {
        return session.folder().localPath(QStringLiteral("sample-drafts/%1.json").arg(place));
    }
    [[nodiscard]] QString lock(int place) const
    {
        return session.folder().localPath(QStringLiteral("sample-drafts/%1.lock").arg(place));
    }
    QStringList names()
    {
        QStringList out;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            out << list()->model()->index(row, 0).data().toString();
        return out;
    }
    void chooseRow(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    /// As after a start: nothing is known yet of what samples were converted from.
    void openAgain()
    {
        session.finish();
        page.setSession(&session);
    }
    void rename(const QString &name)
    {
        auto *const edit = child<QLineEdit>("nameEdit");
        edit->selectAll();
        edit->insert(name); // keyClicks() knows ASCII alone
        QTest::keyClick(edit, Qt::Key_Return);
    }

    QTemporaryDir folder;
    FakePrompter prompter;
    Session session{*workspace::Folder::create(folder.path())};
    SamplesPage page{prompter, nullptr,
                     [] { return QDateTime(QDate(2026, 11, 25), QTime(14, 32), Qt::UTC); }};
    QSignalSpy closed{&page, &SamplesPage::closed};
    QSignalSpy chosen{&page, &SamplesPage::sampleChosen};
};

} // namespace designer::ui
