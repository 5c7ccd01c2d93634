// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/source.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace designer;
using namespace designer::secrets;

class TestSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void readsTheEnvironment();
    void readsFiles_data();
    void readsFiles();
    void filesThatCannotBe_data();
    void filesThatCannotBe();
    void readsDescriptors();

private:
    [[nodiscard]] static Result<Secret> readFrom(const QString &option);
    static QString textOf(const Result<Secret> &value);
};

Result<Secret> TestSource::readFrom(const QString &option)
{
    const Result<Source> source = parseSource(option);
    return source ? readSource(*source) : Result<Secret>(source.error());
}

QString TestSource::textOf(const Result<Secret> &value)
{
    return value ? QString::fromStdString(std::string(value->reveal()))
                 : QStringLiteral("(%1)").arg(value.error().sentence());
}

void TestSource::parses_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("descriptor");
    QTest::newRow("env") << QStringLiteral("A.b-c_1=env:VAR") << int(Source::Environment)
                         << QStringLiteral("VAR") << -1;
    QTest::newRow("file") << QStringLiteral("T=file:/a:b=c d") << int(Source::File)
                          << QStringLiteral("/a:b=c d") << -1;
    QTest::newRow("fd") << QStringLiteral("T=fd:3") << int(Source::Descriptor) << QStringLiteral("3") << 3;
}

void TestSource::parses()
{
    QFETCH(QString, option);
    const Result<Source> source = parseSource(option);
    QVERIFY(source.hasValue());
    QCOMPARE(source->name, option.section(u'=', 0, 0).toStdString());
    QTEST(int(source->kind), "kind");
    QTEST(source->where, "where");
    if (source->kind == Source::Descriptor)
        QTEST(source->descriptor, "descriptor");
}

void TestSource::refuses_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("says");
    QTest::newRow("no source") << QStringLiteral("canary") << QStringLiteral("needs a name and a source");
    QTest::newRow("the value itself")
        << QStringLiteral("T=canary") << QStringLiteral("does not belong on the command line");
    QTest::newRow("a value with a colon")
        << QStringLiteral("T=canary:x") << QStringLiteral("does not belong on the command line");
    QTest::newRow("empty source") << QStringLiteral("T=")
                                  << QStringLiteral("does not belong on the command line");
    QTest::newRow("no variable") << QStringLiteral("T=env:")
                                 << QStringLiteral("does not belong on the command line");
    QTest::newRow("no path") << QStringLiteral("T=file:")
                             << QStringLiteral("does not belong on the command line");
    QTest::newRow("no number") << QStringLiteral("T=fd:canary")
                               << QStringLiteral("does not belong on the command line");
    QTest::newRow("negative") << QStringLiteral("T=fd:-1")
                              << QStringLiteral("does not belong on the command line");
    QTest::newRow("no name") << QStringLiteral("=env:canary") << QStringLiteral("the name of a secret");
    QTest::newRow("bad name") << QStringLiteral("a b=env:canary") << QStringLiteral("the name of a secret");
}

void TestSource::refuses()
{
    QFETCH(QString, option);
    QFETCH(QString, says);
    const Result<Source> source = parseSource(option);
    QVERIFY(!source.hasValue());
    QCOMPARE(source.error().code, ErrorCode::Usage);
    QVERIFY2(source.error().message.contains(says), qPrintable(source.error().message));
    QVERIFY(source.error().wayOut.contains(QStringLiteral("NAME=env:VARIABLE")));
    QVERIFY(!source.error().sentence().contains(QStringLiteral("canary")));
}

void TestSource::readsTheEnvironment()
{
    qputenv("DESIGNER_TEST_SECRET", "value\n");
    QCOMPARE(textOf(readFrom(QStringLiteral("T=env:DESIGNER_TEST_SECRET"))), QStringLiteral("value\n"));
    qputenv("DESIGNER_TEST_SECRET", QByteArray(70'000, 'x'));
    QCOMPARE(readFrom(QStringLiteral("T=env:DESIGNER_TEST_SECRET")).error().code,
             ErrorCode::SecretUnavailable);
    ::setenv("DESIGNER_TEST_SECRET", "", 1);
    QVERIFY(textOf(readFrom(QStringLiteral("T=env:DESIGNER_TEST_SECRET")))
                .contains(QStringLiteral("its value is empty")));
    qunsetenv("DESIGNER_TEST_SECRET");
    const Result<Secret> unset = readFrom(QStringLiteral("T=env:DESIGNER_TEST_SECRET"));
    QCOMPARE(unset.error().code, ErrorCode::SecretUnavailable);
    QCOMPARE(unset.error().message,
             QStringLiteral("secret T: the environment variable DESIGNER_TEST_SECRET is not set"));
}

void TestSource::readsFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("one line end") << QByteArray("abc\n") << QByteArray("abc");
    QTest::newRow("CR LF") << QByteArray("abc\r\n") << QByteArray("abc");
    QTest::newRow("two line ends: one stays") << QByteArray("abc\n\n") << QByteArray("abc\n");
    QTest::newRow("blanks stay") << QByteArray(" abc ") << QByteArray(" abc ");
    QTest::newRow("largest") << QByteArray(65536, 'x') << QByteArray(65536, 'x');
}

void TestSource::readsFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, value);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("se cret=ş")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const Result<Secret> secret = readFrom(QStringLiteral("T=file:") + file.fileName());
    QVERIFY2(secret.hasValue(), qPrintable(secret ? QString() : secret.error().sentence()));
    QCOMPARE(QByteArray::fromStdString(std::string(secret->reveal())), value);
}

void TestSource::filesThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray("") << QStringLiteral("its value is empty");
    QTest::newRow("a line end alone") << QByteArray("\n") << QStringLiteral("its value is empty");
    QTest::newRow("too large") << QByteArray(65537, 'x') << QStringLiteral("larger than 65536 bytes");
    QTest::newRow("not there") << QByteArray()
                               << QStringLiteral("could not be opened (No such file or directory)");
}

void TestSource::filesThatCannotBe()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("secret")));
    if (!content.isNull()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
    }
    const Result<Secret> secret = readFrom(QStringLiteral("T=file:") + file.fileName());
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().code, ErrorCode::SecretUnavailable);
    QVERIFY2(secret.error().message.contains(says), qPrintable(secret.error().message));
    QVERIFY(!secret.error().wayOut.isEmpty());
    const Result<Secret> directory = readFrom(QStringLiteral("T=file:") + folder.path());
    QVERIFY(directory.error().message.contains(QStringLiteral("Is a directory")));
}

void TestSource::readsDescriptors()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    QCOMPARE(::write(ends[1], "from a pipe\n", 12), 12);
    ::close(ends[1]);
    const QString option = QStringLiteral("T=fd:%1").arg(ends[0]);
    QCOMPARE(textOf(readFrom(option)), QStringLiteral("from a pipe"));
    ::close(ends[0]);
    const Result<Secret> closed = readFrom(option);
    QCOMPARE(closed.error().code, ErrorCode::SecretUnavailable);
    QVERIFY(closed.error().message.contains(QStringLiteral("Bad file descriptor")));
}

QTEST_GUILESS_MAIN(TestSource)
#include "tst_source.moc"
