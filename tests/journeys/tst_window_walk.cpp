// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "ui/editor/codeeditor.h"
#include "ui/headers/headersmodel.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QTableView>

using namespace designer;
using namespace designer::ui;

/// A marketer's way through the real window, by keys and clicks.
class TestWindowWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fromATemplateToTheExport();
    void testsSavesAndActivatesAPurchase();
    void whatIsToFillInComesFirst();
    void rejectionLeadsToTheLine();
    void typingIsFollowedAndUndone();
    void comesBackAsItWas();
    void unsavedWorkIsAskedFor();
    void anythingIsFound_data();
    void anythingIsFound();
    void commandsAreFound();
    void pagesComeUpFromOtherScreens();

private:
    void choose(const QString &label);
    void waitForLive();
    void writePartnerName();
    void giveToken();
    [[nodiscard]] ConnectionDocument &document() { return *m_fixture->window().live().document(); }
    void keys(const char *sequence)
    {
        QTest::keySequence(&m_fixture->window(), QKeySequence(QLatin1String(sequence)));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestWindowWalk::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
}

void TestWindowWalk::cleanup()
{
    m_fixture.reset();
}

void TestWindowWalk::choose(const QString &label)
{
    auto *const list = m_fixture->find<QListView>("destinationsList");
    QVERIFY(list);
    const QModelIndexList found
        = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, label, 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(found.first()).center());
    waitForLive();
}

void TestWindowWalk::waitForLive()
{
    QTRY_VERIFY(m_fixture->window().live().isFresh());
}

void TestWindowWalk::fromATemplateToTheExport()
{
    m_fixture->click(QStringLiteral("Add Destination"));
    QTRY_VERIFY(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("insider purchase"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    waitForLive();
    QCOMPARE(document().shell().id(), std::string("insider-purchase-2"));
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Insider purchase 2")));
    QTRY_VERIFY(
        m_fixture->says(QStringLiteral("Not tested yet. Next: fill in “your_partner_name” (Headers).")));
    writePartnerName();
    giveToken();
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Not tested yet. Next: test it (Ctrl+Return).")));
    keys("Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
    QTRY_VERIFY(
        m_fixture->says(QStringLiteral("Tested and accepted. Next: save it, then switch it to Active.")));
    m_fixture->click(QStringLiteral("Save"));
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Saved. Next: switch it to Active.")));
    m_fixture->click(QStringLiteral("Export JSON…"));
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Next: copy it, for the person who sets it up in Hardal.")));
    m_fixture->click(QStringLiteral("Copy JSON"));
    QTRY_VERIFY(m_fixture->says(
        QStringLiteral("The text is copied. Next: send it to the person who sets it up in Hardal.")));
    QTRY_COMPARE(json::Document(QGuiApplication::clipboard()->text().toStdString()).root().size(),
                 std::size_t(7));
    const json::Document exported(QGuiApplication::clipboard()->text().toStdString());
    QCOMPARE(exported.at("/headers/X-PARTNER-NAME").text(), std::string("ornekmoda"));
    QCOMPARE(exported.at("/headers/X-REQUEST-TOKEN").text(), std::string("YOUR_INSIDER_TOKEN"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    const int before = m_fixture->window().session()->count();
    keys("Ctrl+Shift+V"); // what was copied comes back
    QTRY_COMPARE(m_fixture->window().session()->count(), before + 1);
    waitForLive();
    QCOMPARE(document().shell().id(), std::string("insider-purchase-2-2"));
}

void TestWindowWalk::testsSavesAndActivatesAPurchase()
{
    choose(QStringLiteral("Insider purchase"));
    writePartnerName();
    giveToken();
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Not tested yet. Next: test it (Ctrl+Return).")));
    keys("Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
    keys("Ctrl+S");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Saved. Next: switch it to Active.")));
    auto *const active = m_fixture->find<QAbstractButton>("activeSwitch");
    QTest::mouseClick(active, Qt::LeftButton, {}, QPoint(active->width() - 10, active->height() / 2));
    QVERIFY(document().shell().active());
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Active from the next save on. Next: save it (Ctrl+S).")));
    keys("Ctrl+S");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Active. Next: export it for Hardal (Ctrl+E).")));
}

/// The foot, the export and the question beside Active say the same of what is left to do.
void TestWindowWalk::whatIsToFillInComesFirst()
{
    choose(QStringLiteral("Insider purchase"));
    keys("Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
    keys("Ctrl+S");
    const QString next = QStringLiteral("Saved. Next: fill in “your_partner_name” (Headers).");
    QTRY_VERIFY(m_fixture->says(next));
    keys("Ctrl+E");
    QVERIFY(m_fixture->says(next));
    keys("Esc");
    auto *const active = m_fixture->find<QAbstractButton>("activeSwitch");
    QTest::mouseClick(active, Qt::LeftButton, {}, QPoint(active->width() - 10, active->height() / 2));
    QVERIFY(!document().shell().active());
    QVERIFY(m_fixture->says(next + QStringLiteral(" <a href=\"activate-anyway\"")));
    writePartnerName();
    QTRY_VERIFY(!m_fixture->says(QStringLiteral("activate-anyway")));
}

/// Where the foot and F8 lead to: no keychain has it here, and the session is to.
void TestWindowWalk::giveToken()
{
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Next: give the value of “INSIDER_TOKEN” (Headers).")));
    keys("F8");
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto *const value = m_fixture->find<QLineEdit>("valueLineEdit");
    QVERIFY(value);
    QTest::keyClicks(value, QStringLiteral("a-token"));
    m_fixture->click(QStringLiteral("For this session only"));
}

/// Over the template's word for it, in the table.
void TestWindowWalk::writePartnerName()
{
    keys("Ctrl+2");
    auto *const view = m_fixture->find<QTableView>("headersView");
    QVERIFY(view);
    const QModelIndexList found
        = view->model()->match(view->model()->index(0, HeadersModel::Value), Qt::DisplayRole,
                               QStringLiteral("your_partner_name"), 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    const QPoint cell = view->visualRect(found.first()).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, cell);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ornekmoda"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
}

void TestWindowWalk::rejectionLeadsToTheLine()
{
    choose(QStringLiteral("Insider purchase"));
    const std::string_view line = R"("event_group_id": "##properties.order_id##")";
    const std::size_t at = document().body().find(line);
    QVERIFY(at != std::string::npos);
    document().changeBody(QStringLiteral("Break it"), {at, at + line.size(), R"("x_group": 1)"});
    waitForLive();
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Insider would reject this")));
    keys("Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Rejected: 0 of 1 users accepted")));
    QTRY_VERIFY(m_fixture->says(QStringLiteral("event_group_id parameter is required on purchase event")));
    auto *const editor = m_fixture->find<CodeEditor>("bodyEditor");
    QVERIFY(editor);
    keys("F8");
    QVERIFY(editor->hasFocus());
    QCOMPARE(editor->lineOf(editor->caret()), editor->lineOf(document().body().find("\"event_params\"")));
}

void TestWindowWalk::typingIsFollowedAndUndone()
{
    choose(QStringLiteral("My Endpoint"));
    auto *const editor = m_fixture->find<CodeEditor>("bodyEditor");
    QVERIFY(editor);
    const std::string before = document().body();
    editor->setFocus();
    editor->setCaret(1);
    QTest::keyClicks(editor, QStringLiteral("\"k\": 7,"));
    QCOMPARE(document().body(), before.substr(0, 1) + "\"k\": 7," + before.substr(1));
    waitForLive();
    QVERIFY(m_fixture->window().live().state().evaluation->run->rendering.bytes.starts_with("{\"k\":7,"));
    keys("Ctrl+Z");
    QCOMPARE(document().body(), before);
    QCOMPARE(editor->bytes(), before);
}

void TestWindowWalk::comesBackAsItWas()
{
    choose(QStringLiteral("Meta CAPI"));
    keys("Ctrl+1");
    QVERIFY(m_fixture->find<QLineEdit>("labelLineEdit"));
    m_fixture->close();
    m_fixture->open();
    waitForLive();
    QCOMPARE(document().shell().label(), std::string("Meta CAPI"));
    QVERIFY(m_fixture->find<QLineEdit>("labelLineEdit"));
}

void TestWindowWalk::unsavedWorkIsAskedFor()
{
    choose(QStringLiteral("Insider purchase"));
    QVERIFY(
        !document().changeShell(QStringLiteral("x"), {},
                                connection::withText(document().shell(), connection::key::label, "Changed")));
    m_fixture->prompter().queueUnsaved(Prompter::Unsaved::Cancel);
    m_fixture->window().close();
    QVERIFY(m_fixture->window().isVisible());
    m_fixture->prompter().queueUnsaved(Prompter::Unsaved::Save);
    m_fixture->window().close();
    QTRY_VERIFY(!m_fixture->window().isVisible());
    m_fixture->open();
    choose(QStringLiteral("Changed"));
    QVERIFY(!m_fixture->window().session()->isModified(2));
}

void TestWindowWalk::anythingIsFound_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("focus"); ///< the accessible name of what has it then
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *words, const char *focus, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(words) << QString::fromUtf8(focus)
                            << QString::fromUtf8(says);
    };
    row("a destination", "meta cap", "Marketing Destinations", "Meta CAPI");
    row("a page", "settings", "Endpoint Label", "Insider purchase");
    row("a placeholder", "product_id", "Body", "Insider purchase");
    row("a header", "x-partner", "Headers", "X-PARTNER-NAME");
    row("the conditions", "conditions", "How the conditions of group 1 are joined", "Insider purchase");
    row("a condition", "event name purch", "What condition 1 looks at", "Insider purchase");
    row("a sample", "turkish letters", "Search samples", "Sample events");
    row("a command", "add dest", "Search templates", "Sends one product of an order");
}

void TestWindowWalk::anythingIsFound()
{
    QFETCH(QString, words);
    QFETCH(QString, focus);
    QFETCH(QString, says);
    choose(QStringLiteral("Insider purchase"));
    keys("Ctrl+E"); // from another screen too
    keys("Ctrl+K");
    QVERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Find anything"));
    QTest::keyClicks(QApplication::focusWidget(), words);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), focus);
    QTRY_VERIFY(m_fixture->says(says) || m_fixture->find<QWidget>("headersView"));
}

void TestWindowWalk::commandsAreFound()
{
    choose(QStringLiteral("My Endpoint"));
    const std::string before = document().body();
    m_fixture->find<CodeEditor>("bodyEditor")->setFocus();
    keys("Ctrl+K");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("take white space"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(document().body() != before);
    keys("Ctrl+K");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("undo:"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(document().body(), before);
    keys("Ctrl+K");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Body"));
}

void TestWindowWalk::pagesComeUpFromOtherScreens()
{
    choose(QStringLiteral("Insider purchase"));
    keys("Ctrl+E");
    QVERIFY(!m_fixture->find<QWidget>("tree"));
    keys("Ctrl+4");
    QVERIFY(m_fixture->find<QWidget>("tree")); // the conditions
    keys("Ctrl+E");
    keys("Ctrl+Shift+F");
    QVERIFY(m_fixture->find<CodeEditor>("bodyEditor")); // what is formatted is seen
}

QTEST_MAIN(TestWindowWalk)
#include "tst_window_walk.moc"
