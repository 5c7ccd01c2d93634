// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeprompter.h"
#include "ui/common/prompter.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>
#include <optional>

using namespace designer::ui;

Q_DECLARE_METATYPE(QMessageBox::StandardButton)

class TestPrompter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init() { m_window = std::make_unique<QWidget>(); }
    void unsavedWorkIsAnswered_data();
    void unsavedWorkIsAnswered();
    void escapeKeepsWorking();
    void unsavedWorkNamesWhatItIs_data();
    void unsavedWorkNamesWhatItIs();
    void unsavedWorkSaysWhatItIsFor_data();
    void unsavedWorkSaysWhatItIsFor();
    void chosenFileIsAnswered();
    void nothingChosenIsAnEmptyPath();
    void suggestedNameIsOffered();
    void goneWithItsWindow();
    void fakeAnswersInOrder();
    void fakeRefusesWhatNobodyQueued();

private:
    template <typename D>
    D *dialog() const
    {
        return m_window->findChild<D *>();
    }

    std::unique_ptr<QWidget> m_window;
    DesktopPrompter m_prompter;
};

void TestPrompter::unsavedWorkIsAnswered_data()
{
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<int>("answer");
    QTest::newRow("save") << QMessageBox::Save << static_cast<int>(Prompter::Unsaved::Save);
    QTest::newRow("discard") << QMessageBox::Discard << static_cast<int>(Prompter::Unsaved::Discard);
    QTest::newRow("cancel") << QMessageBox::Cancel << static_cast<int>(Prompter::Unsaved::Cancel);
}

void TestPrompter::unsavedWorkIsAnswered()
{
    QFETCH(QMessageBox::StandardButton, button);
    QFETCH(int, answer);
    std::optional<int> given;
    m_prompter.askUnsavedWork(m_window.get(), {QStringLiteral("Meta CAPI")}, Prompter::Occasion::Close,
                              [&](Prompter::Unsaved unsaved) { given = static_cast<int>(unsaved); });
    QVERIFY(!given); // it waits for nobody
    dialog<QMessageBox>()->button(button)->click();
    QTRY_COMPARE(given, std::optional(answer));
}

void TestPrompter::escapeKeepsWorking()
{
    std::optional<Prompter::Unsaved> given;
    m_prompter.askUnsavedWork(m_window.get(), {QStringLiteral("Meta CAPI")}, Prompter::Occasion::Close,
                              [&](Prompter::Unsaved unsaved) { given = unsaved; });
    QTest::keyClick(dialog<QMessageBox>(), Qt::Key_Escape);
    QTRY_VERIFY(given == Prompter::Unsaved::Cancel);
}

void TestPrompter::unsavedWorkNamesWhatItIs_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("said");
    const auto numbered = [](int count) {
        QStringList names;
        for (int i = 1; i <= count; ++i)
            names.append(QStringLiteral("Endpoint %1").arg(i));
        return names;
    };
    QTest::newRow("one") << QStringList{QStringLiteral("Meta <CAPI> %1")}
                         << QStringList{QStringLiteral("“Meta <CAPI> %1”")};
    QTest::newRow("two") << numbered(2) << numbered(2);
    QTest::newRow("many") << numbered(8) << numbered(5) + QStringList{QStringLiteral("and 3 more")};
}

void TestPrompter::unsavedWorkNamesWhatItIs()
{
    QFETCH(QStringList, names);
    QFETCH(QStringList, said);
    m_prompter.askUnsavedWork(m_window.get(), names, Prompter::Occasion::Close, [](Prompter::Unsaved) {});
    const QString text = dialog<QMessageBox>()->text();
    for (const QString &words : said)
        QVERIFY2(text.contains(words), qPrintable(text));
}

void TestPrompter::unsavedWorkSaysWhatItIsFor_data()
{
    QTest::addColumn<Prompter::Occasion>("occasion");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("save");
    QTest::addColumn<QString>("discard");
    const QString closing = QStringLiteral("Save before closing?");
    const QString closed = QStringLiteral("Close without saving");
    QTest::newRow("closing, one") << Prompter::Occasion::Close << 1 << closing << QStringLiteral("Save")
                                  << closed;
    QTest::newRow("closing, four") << Prompter::Occasion::Close << 4 << closing << QStringLiteral("Save all")
                                   << closed;
    QTest::newRow("another workspace")
        << Prompter::Occasion::OpenAnother << 2 << QStringLiteral("Save before opening another workspace?")
        << QStringLiteral("Save all") << QStringLiteral("Open without saving");
}

void TestPrompter::unsavedWorkSaysWhatItIsFor()
{
    QFETCH(Prompter::Occasion, occasion);
    QFETCH(int, count);
    m_prompter.askUnsavedWork(m_window.get(), QStringList(count, QStringLiteral("Meta CAPI")), occasion,
                              [](Prompter::Unsaved) {});
    const auto *const box = dialog<QMessageBox>();
    QTEST(box->informativeText(), "question");
    QTEST(box->button(QMessageBox::Save)->text(), "save");
    QTEST(box->button(QMessageBox::Discard)->text(), "discard");
}

void TestPrompter::chosenFileIsAnswered()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("event.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QString given;
    m_prompter.askFileToOpen(m_window.get(),
                             {.title = {}, .folder = folder.path(), .suggestedName = {}, .filter = {}},
                             [&](const QString &chosen) { given = chosen; });
    dialog<QFileDialog>()->selectFile(path);
    QMetaObject::invokeMethod(dialog<QFileDialog>(), "accept");
    QTRY_COMPARE(given, path);
}

void TestPrompter::nothingChosenIsAnEmptyPath()
{
    QString given = QStringLiteral("not asked");
    m_prompter.askFolder(m_window.get(), {}, [&](const QString &chosen) { given = chosen; });
    dialog<QFileDialog>()->reject();
    QTRY_COMPARE(given, QString());
}

void TestPrompter::suggestedNameIsOffered()
{
    const QTemporaryDir folder;
    QString given;
    m_prompter.askFileToSave(
        m_window.get(),
        {.title = {}, .folder = folder.path(), .suggestedName = QStringLiteral("insider.json"), .filter = {}},
        [&](const QString &chosen) { given = chosen; });
    QMetaObject::invokeMethod(dialog<QFileDialog>(), "accept");
    QTRY_COMPARE(given, folder.filePath(QStringLiteral("insider.json")));
}

void TestPrompter::goneWithItsWindow()
{
    int answers = 0;
    m_prompter.askUnsavedWork(m_window.get(), {QStringLiteral("x")}, Prompter::Occasion::Close,
                              [&](Prompter::Unsaved) { ++answers; });
    m_window.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answers, 0);
}

void TestPrompter::fakeAnswersInOrder()
{
    FakePrompter fake;
    fake.queuePath(QStringLiteral("/one"));
    fake.queuePath(QStringLiteral("/two"));
    fake.queueUnsaved(Prompter::Unsaved::Discard);
    QStringList given;
    const auto keep = [&](const QString &path) { given.append(path); };
    fake.askFileToOpen(
        nullptr, {.title = QStringLiteral("Event"), .folder = {}, .suggestedName = {}, .filter = {}}, keep);
    fake.askFolder(nullptr,
                   {.title = QStringLiteral("Workspace"), .folder = {}, .suggestedName = {}, .filter = {}},
                   keep);
    std::optional<Prompter::Unsaved> unsaved;
    fake.askUnsavedWork(nullptr, {QStringLiteral("A"), QStringLiteral("B")}, Prompter::Occasion::Close,
                        [&](Prompter::Unsaved answer) { unsaved = answer; });
    QCOMPARE(given, (QStringList{QStringLiteral("/one"), QStringLiteral("/two")}));
    QVERIFY(unsaved == Prompter::Unsaved::Discard);
    QVERIFY(!fake.hasUnusedAnswers());
    QCOMPARE(fake.asked(),
             (QStringList{QStringLiteral("open Event"), QStringLiteral("folder Workspace"),
                          QStringLiteral("unsaved A, B")}));
}

void TestPrompter::fakeRefusesWhatNobodyQueued()
{
    FakePrompter fake;
    QString given = QStringLiteral("not asked");
    fake.askFileToSave(nullptr, {}, [&](const QString &path) { given = path; });
    QCOMPARE(given, QString());
}

QTEST_MAIN(TestPrompter)
#include "tst_prompter.moc"
