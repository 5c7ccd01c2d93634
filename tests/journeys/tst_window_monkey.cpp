// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "monkey.h"
#include "ui/editor/codeeditor.h"
#include "windowplaces.h"

#include <QSignalSpy>

#include <map>

using namespace designer;
using namespace designer::ui;

namespace {

constexpr int defaultActions = 20000;

std::string bytesOf(const ConnectionDocument &document)
{
    const auto whole = document.whole();
    return whole ? whole->bytes() : "not whole: " + whole.error().message.toStdString();
}

Monkey *complaining = nullptr; ///< who hears of warnings
QtMessageHandler testsHandler = nullptr;

/// A warning alone would not say what led to it; one that tells nothing would bury it.
void complainOfWarnings(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtWarningMsg && !unexpectedWarnings().match(message).hasMatch())
        return;
    if (type != QtDebugMsg && type != QtInfoMsg)
        complaining->complain(message);
    testsHandler(type, context, message);
}

} // namespace

/// Random use of the whole window. DESIGNER_MONKEY_ACTIONS says how much of it, DESIGNER_MONKEY_SEED
/// which: a run that failed names its seed.
class TestWindowMonkey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost();

private:
    void remember(int row);
    void play(quint32 seed, int actions);
    [[nodiscard]] QString cannotBeSaved();
    void undoAndRedo();
    void undoAndRedo(int row);
    void saveAndReopen();
    [[nodiscard]] Session &session() { return *m_fixture.window().session(); }

    Isolation m_isolation;
    WindowFixture m_fixture;
    std::map<const Destination *, std::string> m_loaded; ///< what each was before it was touched
    std::map<const Destination *, quint64> m_seen; ///< the revision that could be saved
};

/// A destination that comes into the list; one that comes back brings its document with it.
void TestWindowMonkey::remember(int row)
{
    const Destination &destination = session().at(row);
    // The window may have opened it by now; what it was loaded as is still there.
    if (!destination.document || destination.document->revision() == 0)
        m_loaded[&destination] = destination.saved.bytes();
}

/// What is shown must always be something that can be written and read again. Empty: it is.
QString TestWindowMonkey::cannotBeSaved()
{
    for (int row = 0; row < session().count(); ++row) {
        const Destination &destination = session().at(row);
        if (!destination.document || m_seen[&destination] == destination.document->revision())
            continue;
        m_seen[&destination] = destination.document->revision();
        if (const auto whole = destination.document->whole(); !whole)
            return destination.name + QStringLiteral(" cannot be saved: ") + whole.error().line();
    }
    const auto *const editor = m_fixture.find<CodeEditor>("bodyEditor");
    if (!editor || editor->isReadOnly()) // what a template would be
        return {};
    const std::string shown = editor->bytes();
    for (int row = 0; row < session().count(); ++row) {
        if (session().at(row).document && session().at(row).document->body() == shown)
            return {};
    }
    return QStringLiteral("the body's editor shows what no document has");
}

void TestWindowMonkey::play(quint32 seed, int actions)
{
    Monkey monkey(m_fixture, seed);
    complaining = &monkey;
    testsHandler = qInstallMessageHandler(complainOfWarnings);
    for (int i = 0; i < actions && monkey.complaint().isEmpty(); ++i) {
        monkey.act();
        if (const QString wrong = cannotBeSaved(); !wrong.isEmpty())
            monkey.complain(wrong);
    }
    qInstallMessageHandler(testsHandler);
    complaining = nullptr;
    QVERIFY2(monkey.complaint().isEmpty(), qPrintable(monkey.complaint()));
}

void TestWindowMonkey::undoAndRedo(int row)
{
    ConnectionDocument *const document = session().document(row);
    QVERIFY(document);
    const std::string last = bytesOf(*document);
    const int steps = document->undoStack().index();
    while (document->undoStack().canUndo())
        document->undo();
    QCOMPARE(bytesOf(*document), m_loaded.at(&session().at(row)));
    while (document->undoStack().index() < steps)
        document->redo();
    QCOMPARE(bytesOf(*document), last);
}

void TestWindowMonkey::undoAndRedo()
{
    int steps = 0;
    for (int row = 0; row < session().count(); ++row)
        steps += session().document(row) ? session().document(row)->undoStack().count() : 0;
    qInfo("%d destinations, %d steps to undo", session().count(), steps);
    QVERIFY(steps > 0);
    for (int row = 0; row < session().count(); ++row) {
        if (!session().at(row).unreadable)
            undoAndRedo(row);
    }
}

void TestWindowMonkey::saveAndReopen()
{
    std::map<QString, std::string> last;
    QSignalSpy failures(&session(), &Session::saveFailed);
    for (int row = 0; row < session().count(); ++row) {
        last[session().at(row).name] = bytesOf(*session().document(row));
        if (session().isModified(row))
            session().save(row);
    }
    QTRY_VERIFY_WITH_TIMEOUT(session().modifiedTitles().isEmpty() || !failures.isEmpty(), 60000);
    QVERIFY2(failures.isEmpty(),
             qPrintable(failures.isEmpty() ? QString() : failures.first().at(1).value<Error>().line()));
    m_fixture.close();
    m_fixture.open();
    std::map<QString, std::string> reopened;
    for (int row = 0; row < session().count(); ++row)
        reopened[session().at(row).name] = bytesOf(*session().document(row));
    QCOMPARE(reopened.size(), last.size());
    for (const auto &[name, bytes] : last)
        QVERIFY2(reopened[name] == bytes, qPrintable(name));
}

void TestWindowMonkey::nothingIsLost()
{
    QTest::failOnWarning(unexpectedWarnings());
    bool given = false;
    quint32 seed = qEnvironmentVariable("DESIGNER_MONKEY_SEED").toUInt(&given);
    if (!given)
        seed = std::random_device()();
    const int actions = qEnvironmentVariableIntValue("DESIGNER_MONKEY_ACTIONS");
    // Said before, since a crash says nothing after.
    qInfo("DESIGNER_MONKEY_SEED=%u", seed);
    m_fixture.open();
    for (int row = 0; row < session().count(); ++row)
        m_loaded[&session().at(row)] = session().at(row).saved.bytes();
    connect(&session(), &Session::inserted, this, &TestWindowMonkey::remember);
    play(seed, actions > 0 ? actions : defaultActions);
    if (QTest::currentTestFailed())
        return;
    undoAndRedo();
    if (QTest::currentTestFailed())
        return;
    saveAndReopen();
}

QTEST_MAIN(TestWindowMonkey)
#include "tst_window_monkey.moc"
