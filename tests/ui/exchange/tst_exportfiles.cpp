// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/editing.h"
#include "fakeprompter.h"
#include "ui/exchange/exportfiles.h"
#include "workspace/file.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace designer;
using namespace designer::ui;

namespace {

connection::Connection withId(const QByteArray &id)
{
    return connection::Connection::load(R"({"endpoint_id":")" + id.toStdString()
                                        + R"(","request_format":{}})")
        .value();
}

std::string read(const QString &path)
{
    const auto bytes = workspace::readFile(path);
    return bytes ? *bytes : std::string("cannot be read");
}

struct Fixture
{
    QTemporaryDir folder;
    FakePrompter prompter;
    ExportFiles files{prompter, nullptr};
    QStringList saved;
    ExportFiles::Saved told = [this](const QString &path) { saved << path; };
    QSignalSpy failed{&files, &ExportFiles::failed};
};

} // namespace

/// Saving what is exported: names, and whose files are written over.
class TestExportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreFileNames_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("name");
        QTest::newRow("as it is") << QByteArray("shop-1") << "shop-1-body.json";
        QTest::newRow("a path") << QByteArray("../shop/1") << "..-shop-1-body.json";
        QTest::newRow("none") << QByteArray() << "connection-body.json";
    }
    void namesAreFileNames()
    {
        QFETCH(QByteArray, id);
        QTEST(ExportFiles::fileName(withId(id), QStringLiteral("-body")), "name");
    }

    void savesWhereAsked()
    {
        Fixture f;
        f.files.save(withId("shop"), "nobody chose a file", f.told);
        const QString path = f.folder.filePath(QStringLiteral("out.json"));
        for (const char *const text : {"first", "second"}) { // the dialog has asked
            f.prompter.queuePath(path);
            f.saved.clear();
            f.files.save(withId("shop"), text, f.told);
            QTRY_COMPARE(f.saved, QStringList{path});
            QCOMPARE(read(path), text);
        }
        QCOMPARE(f.prompter.lastQuestion().suggestedName, QStringLiteral("shop.json"));
        QCOMPARE(f.failed.size(), 0);
    }

    /// Whoever asked may have asked for something else since.
    void eachIsToldOfItsOwn()
    {
        Fixture f;
        const QString path = f.folder.filePath(QStringLiteral("out.json"));
        QStringList whole;
        f.prompter.queuePath(path);
        f.files.save(withId("shop"), "text", [&whole](const QString &saved) { whole << saved; });
        f.prompter.queuePath(f.folder.path());
        f.files.saveParts(withId("shop"), {"1", "2", "3"}, f.told);
        QTRY_COMPARE(f.saved, QStringList{f.folder.path()});
        QCOMPARE(whole, QStringList{path});
    }

    void savesPartsAndWritesOverNone()
    {
        Fixture f;
        const QString mine = f.folder.filePath(QStringLiteral("shop-body.json"));
        QVERIFY(workspace::saveFile(mine, "mine"));
        f.prompter.queuePath(f.folder.path());
        f.files.saveParts(withId("shop"), {"1", "2", "3"}, f.told);
        QVERIFY(f.failed.wait());
        QCOMPARE(f.failed.first().first().value<Error>().code, ErrorCode::FileExists);
        QCOMPARE(read(mine), "mine");
        f.prompter.queuePath(f.folder.path());
        f.files.saveParts(withId("other"), {"1", "2", "3"}, f.told);
        QTRY_COMPARE(f.saved, QStringList{f.folder.path()});
        QCOMPARE(read(f.folder.filePath(QStringLiteral("other-endpoint.json"))), "1\n");
        QCOMPARE(read(f.folder.filePath(QStringLiteral("other-headers.json"))), "2\n");
        QCOMPARE(read(f.folder.filePath(QStringLiteral("other-body.json"))), "3\n");
    }

    void saysWhatTheDiskSays()
    {
        Fixture f;
        f.prompter.queuePath(f.folder.filePath(QStringLiteral("no/such/folder/out.json")));
        f.files.save(withId("shop"), "text", f.told);
        QVERIFY(f.failed.wait());
        QCOMPARE(f.saved.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestExportFiles)
#include "tst_exportfiles.moc"
