// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../shipped.h"
#include "../unexpectedwarnings.h"
#include "connection/exportformats.h"
#include "ui/exchange/importer.h"

#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace designer;
using namespace designer::ui;

namespace {

connection::Connection purchase()
{
    return galleryConnection("insider-purchase");
}

std::string exportedAs(connection::ExportFormat format)
{
    return connection::exported(purchase(), format)->text;
}

} // namespace

class TestImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void tellsConnectionsFromEvents_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("connections");
        QTest::addColumn<int>("events");
        const auto row = [](const char *name, const std::string &bytes, int connections, int events) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << connections << events;
        };
        const std::string hardal = exportedAs(connection::ExportFormat::Hardal);
        row("seven keys", hardal, 1, 0);
        row("whole file", exportedAs(connection::ExportFormat::Whole), 1, 0);
        row("three parts", exportedAs(connection::ExportFormat::Fragments), 1, 0);
        row("a list of connections", '[' + hardal + ',' + hardal + ']', 2, 0);
        row("canonical event", shippedSample("purchase").text, 0, 1);
        row("push message", shippedSample("push-envelope").text, 0, 1);
        row("SDK event", shippedSample("sdk-event").text, 0, 1);
        row("Events API record", shippedSample("events-api-record").text, 0, 1);
        row("call in a script", shippedSample("track-call").text, 0, 1);
    }
    void tellsConnectionsFromEvents()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, connections);
        QFETCH(int, events);
        const auto things = importedThings(bytes.toStdString());
        QVERIFY(things);
        int found = 0;
        for (const ImportedThing &thing : *things)
            found += std::holds_alternative<ImportedConnection>(thing) ? 1 : 0;
        QCOMPARE(found, connections);
        QCOMPARE(static_cast<int>(things->size()) - found, events);
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("hasPlace");
        QTest::newRow("prose") << QByteArray("Dear colleague, here is the event") << true;
        QTest::newRow("broken JSON") << QByteArray("{\n  \"event_name\": \n}") << true;
        QTest::newRow("some other JSON") << QByteArray("{\"a\": 1}") << true;
    }
    void saysWhyNot()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, hasPlace);
        const auto things = importedThings(bytes.toStdString());
        QVERIFY(!things);
        QVERIFY(!things.error().message.isEmpty());
        QCOMPARE(things.error().position.has_value(), hasPlace);
    }

    void readsFilesAndTextFromADrop()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("Sipariş.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(shippedSample("purchase").text));
        file.close();

        Importer importer;
        QSignalSpy connections(&importer, &Importer::connectionRead);
        QSignalSpy events(&importer, &Importer::eventRead);
        QSignalSpy failures(&importer, &Importer::failed);
        QMimeData files;
        files.setUrls(
            {QUrl::fromLocalFile(path), QUrl::fromLocalFile(folder.filePath(QStringLiteral("none")))});
        QVERIFY(Importer::accepts(files));
        importer.read(files);
        QTRY_COMPARE(events.size() + failures.size(), 2);
        const auto event = events.first().first().value<ImportedEvent>();
        QCOMPARE(event.name, QStringLiteral("Sipariş"));
        QCOMPARE(event.text, shippedSample("purchase").text);

        QMimeData text;
        text.setText(QString::fromStdString(exportedAs(connection::ExportFormat::Fragments)));
        importer.read(text);
        QTRY_COMPARE(connections.size(), 1);
        QCOMPARE(connections.first().first().value<ImportedConnection>().connection.label(),
                 "Insider purchase");
        QVERIFY(!Importer::accepts(QMimeData()));
    }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
