// SPDX-License-Identifier: GPL-3.0-or-later
#include "../shipped.h"
#include "../ui/unexpectedwarnings.h"
#include "connection/editing.h"
#include "ui/body/bodypage.h"
#include "ui/conditions/conditionspage.h"
#include "ui/destinations/destinationspane.h"
#include "ui/editor/codeeditor.h"
#include "ui/testing/livestrip.h"
#include "ui/testing/payloadcolumn.h"
#include "ui/testing/testpanel.h"
#include "ui/window/connectionhead.h"
#include "windowplaces.h"

#include <QClipboard>
#include <QPointer>

using namespace designer;
using namespace designer::ui;

/// What is said of how a connection stands, where F8 leads, and that nothing old is said of a new text.
class TestWindowNextSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void anIdOfAnotherCounts();
    void anIdOfItsOwnIsAsked();
    void anIdThatIsNoTextIsToldOnce();
    void anIdIsFreeAgainWhenTheOtherIsDeleted();
    void aSavedIdStays();
    void mendingLeadsToWhatIsToFillIn();
    void mendingBeginsWithTheError();
    void rubbishIsSaidPlainly();
    void aTestTakesWhatIsTyped();
    void aDuplicateIsTheSameAndUntested();
    void aDuplicateWithoutALabelHasNone();
    void whatIsDuplicatedIsThatWhichIsChosen();
    void liveIsAskedForAgain();
    void anotherWorkspaceOpensAfterWork();
    void allThatWereDeletedComeBack();
    void anImportWithoutConditionsSaysSo();
    void anAnswerOfAnotherSampleIsNoneOfThis();
    void aBlankIsToldBesideWhatTheSandboxTook();
    void whatInsiderLosesIsNotCalledRejected();
    void whatIsSentAnywayIsNoGreenTest();
    void theMarkedLineIsOfThisBody();
    void anAnswerPalesWithTheText();
    void anAnswerThatIsNotKeptIsSaid();
    void pastedHeadersAreSaidNoLongerThanTheyAreThere();
    void nothingToMendIsSaidOnlyWhereItIsKnown();
    void activeAsksWhereNothingIsKnownYet();
    void activeWaitsUntilItIsKnown();
    void whatIsLeftTooEarlyIsCheckedAllTheSame();
    void aTestIsSeenFromTheExportToo();

private:
    [[nodiscard]] ConnectionDocument &document() const { return *m_fixture->window().live().document(); }
    void set(std::string_view key, std::string_view value) const;
    void test() const;
    void pasteOrders() const;

    std::unique_ptr<WindowFixture> m_fixture;
    Isolation m_isolation;
};

void TestWindowNextSteps::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
    pressKeys(*m_fixture, "Ctrl+3");
}

void TestWindowNextSteps::set(std::string_view key, std::string_view value) const
{
    QVERIFY(
        !document().changeShell({}, {}, connection::withText(document().shell(), key, std::string(value))));
}

void TestWindowNextSteps::test() const
{
    pressKeys(*m_fixture, "Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
}

/// A connection in which there is nothing to mend.
void TestWindowNextSteps::pasteOrders() const
{
    QGuiApplication::clipboard()->setText(QStringLiteral(
        R"({"endpoint_label":"Orders","endpoint_id":"orders","request_method":"POST",)"
        R"("endpoint_url":"https://orders.ornekmoda.com/in","content_type":"application/json",)"
        R"("request_format":{"event":"##event_name##"},"headers":{"X-Shop":"ornekmoda"}})"));
    pressKeys(*m_fixture, "Ctrl+Shift+V");
    QTRY_COMPARE(QString::fromStdString(document().shell().label()), QStringLiteral("Orders"));
    QTRY_VERIFY(m_fixture->window().live().isFresh());
}

void TestWindowNextSteps::anIdOfAnotherCounts()
{
    const Session &session = *m_fixture->window().session();
    const std::string before = document().shell().id();
    const int shown = session.rowOf(session.state().selected);
    const std::string theirs = session.at(shown == 0 ? 1 : 0).shown().id();
    QVERIFY(!m_fixture->says(QStringLiteral("mend (F8)")));
    set(connection::key::id, theirs);
    QTRY_VERIFY(m_fixture->says(QStringLiteral("mend (F8)")));
    QVERIFY(!m_fixture->says(QStringLiteral("Insider would")));
    pressKeys(*m_fixture, "F8");
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("idLineEdit"));
    set(connection::key::id, before);
    QTRY_VERIFY(!m_fixture->says(QStringLiteral("mend (F8)")));
}

/// Also where the file says none.
void TestWindowNextSteps::anIdOfItsOwnIsAsked()
{
    const std::string before = document().shell().id();
    set(connection::key::id, "");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("mend (F8)")));
    QVERIFY(!m_fixture->says(QStringLiteral("Insider would")));
    pressKeys(*m_fixture, "F8");
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("idLineEdit"));
    set(connection::key::id, before);
    QTRY_VERIFY(!m_fixture->says(QStringLiteral("mend (F8)")));
}

void TestWindowNextSteps::anIdThatIsNoTextIsToldOnce()
{
    QGuiApplication::clipboard()->setText(QStringLiteral(
        R"({"endpoint_label":"Orders","endpoint_id":5,"request_method":"POST",)"
        R"("endpoint_url":"https://orders.ornekmoda.com/in","content_type":"application/json",)"
        R"("request_format":{"event":"##event_name##"},"headers":{"X-Shop":"ornekmoda"}})"));
    pressKeys(*m_fixture, "Ctrl+Shift+V");
    QTRY_COMPARE(QString::fromStdString(document().shell().label()), QStringLiteral("Orders"));
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    QCOMPARE(count(m_fixture->window().live().state().evaluation->findings).errors, 1U);
}

void TestWindowNextSteps::anIdIsFreeAgainWhenTheOtherIsDeleted()
{
    Session &session = *m_fixture->window().session();
    const int shown = session.rowOf(session.state().selected);
    const int other = shown == 0 ? 1 : 0;
    set(connection::key::id, session.at(other).shown().id());
    QTRY_VERIFY(m_fixture->says(QStringLiteral("mend (F8)")));
    session.remove(other);
    QTRY_VERIFY(!m_fixture->says(QStringLiteral("mend (F8)")));
}

void TestWindowNextSteps::aSavedIdStays()
{
    const std::string before = document().shell().id();
    pressKeys(*m_fixture, "Ctrl+1");
    auto *const label = m_fixture->find<QLineEdit>("labelLineEdit");
    label->selectAll();
    QTest::keyClicks(label, QStringLiteral("Another"));
    QCOMPARE(document().shell().label(), std::string("Another"));
    QCOMPARE(document().shell().id(), before);
}

void TestWindowNextSteps::mendingLeadsToWhatIsToFillIn()
{
    pressKeys(*m_fixture, "F8");
    const auto *const table = m_fixture->find<QTableView>("headersView");
    QVERIFY(table);
    QVERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().data().toString(), QStringLiteral("your_partner_name"));
}

/// Also where F8 was somewhere else before.
void TestWindowNextSteps::mendingBeginsWithTheError()
{
    const Session &session = *m_fixture->window().session();
    const int shown = session.rowOf(session.state().selected);
    set(connection::key::url, "no address");
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    pressKeys(*m_fixture, "F8");
    const QString first = QStringLiteral("urlLineEdit");
    QCOMPARE(QApplication::focusWidget()->objectName(), first);
    set(connection::key::id, session.at(shown == 0 ? 1 : 0).shown().id());
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    pressKeys(*m_fixture, "F8");
    QCOMPARE(QApplication::focusWidget()->objectName(), first); // of what is there now, again
    pressKeys(*m_fixture, "F8");
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("idLineEdit"));
}

void TestWindowNextSteps::rubbishIsSaidPlainly()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("hello, this is no JSON"));
    pressKeys(*m_fixture, "Ctrl+Shift+V");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("This is neither a connection’s JSON")));
    QVERIFY(m_fixture->says(QStringLiteral("Nothing was imported.")));
    QVERIFY(!m_fixture->says(QStringLiteral("1:1")));
    QVERIFY(!m_fixture->says(QStringLiteral("hardal.track")));
}

void TestWindowNextSteps::aTestTakesWhatIsTyped()
{
    const QPointer<QLineEdit> cell = typeIntoFirstHeader(*m_fixture, QStringLiteral("typed"));
    QVERIFY(cell);
    pressKeys(*m_fixture, "Ctrl+Return");
    QVERIFY(document().shell().bytes().find("\"typed\"") != std::string::npos);
    QTRY_VERIFY(!m_fixture->button(QStringLiteral("Cancel")));
    QVERIFY(cell);
    QVERIFY(cell->hasFocus());
    QTest::keyClicks(cell, QStringLiteral(" on"));
    QCOMPARE(cell->text(), QStringLiteral("typed on"));
}

void TestWindowNextSteps::aDuplicateIsTheSameAndUntested()
{
    Session &session = *m_fixture->window().session();
    Q_EMIT m_fixture->window().findChild<TestPanel *>()->sampleChosen(
        shippedSample("turkish-letters-and-emoji").title);
    document().changeBody({}, {1, 1, " "}); // not saved
    test();
    const std::string body = document().body();
    const int count = session.count();
    pressKeys(*m_fixture, "Ctrl+Shift+D");
    QCOMPARE(session.count(), count + 1);
    QCOMPARE(document().shell().label(), std::string("Insider purchase 2"));
    QCOMPARE(document().shell().id(), std::string("insider-purchase-2"));
    QCOMPARE(document().body(), body);
    QCOMPARE(m_fixture->window().live().sampleTitle(), shippedSample("turkish-letters-and-emoji").title);
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    QVERIFY(m_fixture->says(QStringLiteral("Not tested yet")));
    pressKeys(*m_fixture, "Ctrl+Z"); // the list has the focus
    QCOMPARE(session.count(), count);
}

void TestWindowNextSteps::aDuplicateWithoutALabelHasNone()
{
    const Session &session = *m_fixture->window().session();
    set(connection::key::label, " ");
    pressKeys(*m_fixture, "Ctrl+Shift+D");
    QCOMPARE(session.at(session.count() - 1).title(), QStringLiteral("insider-purchase-2"));
}

/// Also from a screen that stands in its place: the list is beside it.
void TestWindowNextSteps::whatIsDuplicatedIsThatWhichIsChosen()
{
    const int count = m_fixture->window().session()->count();
    pressKeys(*m_fixture, "Ctrl+E");
    pressKeys(*m_fixture, "Ctrl+Shift+D");
    QCOMPARE(m_fixture->window().session()->count(), count + 1);
    QCOMPARE(document().shell().label(), std::string("Insider purchase 2"));
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Test Endpoint")));
}

/// A key that may not send yet leads to what is asked.
void TestWindowNextSteps::liveIsAskedForAgain()
{
    Q_EMIT m_fixture->window().findChild<TestPanel *>()->liveChosen(true);
    pressKeys(*m_fixture, "Ctrl+3");
    m_fixture->window().findChild<BodyPage *>()->editor().setFocus();
    pressKeys(*m_fixture, "Ctrl+Return");
    const auto *const strip = m_fixture->window().findChild<LiveStrip *>();
    QVERIFY(strip->isVisible());
    QVERIFY(strip->isAncestorOf(QApplication::focusWidget()));
}

/// The list's history goes with its workspace, and nobody asks for it any more.
void TestWindowNextSteps::anotherWorkspaceOpensAfterWork()
{
    pressKeys(*m_fixture, "Ctrl+Shift+D");
    const QTemporaryDir dir;
    m_fixture->window().openWorkspace(
        workspace::exampleWorkspace(dir.filePath(QStringLiteral("other"))).value());
    QCOMPARE(m_fixture->window().session()->folder().path(), dir.filePath(QStringLiteral("other")));
    m_fixture->close(); // before the folder goes
}

/// One by one, by the link or by the keys.
void TestWindowNextSteps::allThatWereDeletedComeBack()
{
    Session &session = *m_fixture->window().session();
    const int count = session.count();
    m_fixture->window().findChild<DestinationsPane *>()->focusList();
    pressKeys(*m_fixture, "Delete");
    pressKeys(*m_fixture, "Delete");
    pressKeys(*m_fixture, "Delete");
    QCOMPARE(session.count(), count - 3);
    auto *const head = m_fixture->window().findChild<ConnectionHead *>();
    Q_EMIT head->linkActivated(QStringLiteral("bring-back"));
    QCOMPARE(session.count(), count - 2);
    QVERIFY(m_fixture->says(QStringLiteral("is deleted."))); // the one before
    Q_EMIT head->linkActivated(QStringLiteral("bring-back"));
    QCOMPARE(session.count(), count - 1);
    pressKeys(*m_fixture, "Ctrl+Z");
    QCOMPARE(session.count(), count);
    QVERIFY(!session.lastDeleted());
}

void TestWindowNextSteps::anImportWithoutConditionsSaysSo()
{
    pasteOrders();
    QVERIFY(m_fixture->says(QStringLiteral("It has no conditions: every event is sent.")));
    Q_EMIT m_fixture->window().findChild<ConnectionHead *>()->linkActivated(QStringLiteral("fires-for"));
    QVERIFY(m_fixture->window().findChild<ConditionsPage *>()->isVisible());
}

void TestWindowNextSteps::anAnswerOfAnotherSampleIsNoneOfThis()
{
    test();
    Q_EMIT m_fixture->window().findChild<TestPanel *>()->sampleChosen(
        shippedSample("turkish-letters-and-emoji").title);
    const QString words = QStringLiteral("It was accepted with “%1”.").arg(shippedSample("purchase").title);
    QTRY_VERIFY(m_fixture->says(words));
    QVERIFY(!m_fixture->says(QStringLiteral("The answer is not kept")));
}

void TestWindowNextSteps::aBlankIsToldBesideWhatTheSandboxTook()
{
    test();
    QVERIFY(m_fixture->says(QStringLiteral("it would hardly be accepted: “your_partner_name”")));
    QVERIFY(!m_fixture->says(QStringLiteral("Sent live, it would add")));
}

/// A price as text is accepted and lost.
void TestWindowNextSteps::whatInsiderLosesIsNotCalledRejected()
{
    std::string body = document().body();
    const std::string price = "\"##properties.price##\"";
    const std::size_t at = body.find(price);
    QVERIFY(at != std::string::npos);
    document().changeBody({}, {at, at + price.size(), "\"1.299,90\""});
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Insider would lose part of this: ")));
    QVERIFY(m_fixture->says(QStringLiteral("Would be sent, and lost in part")));
    QVERIFY(!m_fixture->says(QStringLiteral("Insider would reject")));
    test();
    QVERIFY(m_fixture->says(QStringLiteral("Insider loses part of it without a word")));
}

void TestWindowNextSteps::whatIsSentAnywayIsNoGreenTest()
{
    chooseDestination(*m_fixture, QStringLiteral("Insider registration"));
    auto *const panel = m_fixture->window().findChild<TestPanel *>();
    Q_EMIT panel->sampleChosen(shippedSample("purchase").title);
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Would not be sent")));
    Q_EMIT panel->testRequested(true);
    QTRY_VERIFY(m_fixture->says(QStringLiteral("it does not count as a test")));
    QVERIFY(!m_fixture->says(QStringLiteral("Tested and accepted")));
    QVERIFY(m_fixture->says(QStringLiteral("Not tested with an event that fires it. Next: ")));
}

/// Also where it is not looked at as another destination is chosen.
void TestWindowNextSteps::theMarkedLineIsOfThisBody()
{
    CodeEditor &editor = m_fixture->window().findChild<BodyPage *>()->editor();
    editor.setCaret(document().body().size() / 2);
    const auto *const payload = m_fixture->window().findChild<PayloadColumn *>();
    QTRY_VERIFY(payload->formattedEditor().markedLine().value_or(0) > 2);
    pressKeys(*m_fixture, "Ctrl+1");
    chooseDestination(*m_fixture, QStringLiteral("Insider registration"));
    pressKeys(*m_fixture, "Ctrl+1");
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    QCOMPARE(payload->formattedEditor().markedLine(), std::optional(0));
    pressKeys(*m_fixture, "Ctrl+3");
    QVERIFY(m_fixture->says(QStringLiteral("Line 1, column 1"))); // also before it is moved
    pressKeys(*m_fixture, "Ctrl+E");
    QVERIFY(!m_fixture->says(QStringLiteral("Line 1, column 1")));
    pressKeys(*m_fixture, "Esc");
    QVERIFY(m_fixture->says(QStringLiteral("Line 1, column 1")));
}

void TestWindowNextSteps::anAnswerPalesWithTheText()
{
    test();
    const QString stale = QStringLiteral("For the text before the last change.");
    QVERIFY(!m_fixture->says(stale));
    document().changeBody({}, {0, document().body().size(), "{}"});
    QVERIFY(m_fixture->says(stale)); // at once
    QTRY_VERIFY(!m_fixture->says(stale));
    QVERIFY(!m_fixture->says(QStringLiteral("1 user accepted")));
}

void TestWindowNextSteps::anAnswerThatIsNotKeptIsSaid()
{
    test();
    m_fixture->close();
    m_fixture->open();
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
    QTRY_VERIFY(m_fixture->says(QStringLiteral("The answer is not kept.")));
    QVERIFY(!m_fixture->says(QStringLiteral("Not tested yet")));
}

void TestWindowNextSteps::pastedHeadersAreSaidNoLongerThanTheyAreThere()
{
    pressKeys(*m_fixture, "Ctrl+2");
    QGuiApplication::clipboard()->setText(QStringLiteral("X-One: 1\nX-Two: 2"));
    m_fixture->find<QTableView>("headersView")->setFocus();
    pressKeys(*m_fixture, "Ctrl+V");
    QVERIFY(m_fixture->says(QStringLiteral("pasted.")));
    pressKeys(*m_fixture, "Ctrl+Z");
    QVERIFY(!m_fixture->says(QStringLiteral("pasted.")));
}

void TestWindowNextSteps::nothingToMendIsSaidOnlyWhereItIsKnown()
{
    pasteOrders();
    const QString nothing = QStringLiteral("There is nothing to mend here.");
    pressKeys(*m_fixture, "F8");
    QVERIFY(m_fixture->says(nothing));
    set(connection::key::url, "no address");
    QVERIFY(!m_fixture->says(nothing));
    QVERIFY(!m_fixture->window().live().isFresh());
    pressKeys(*m_fixture, "F8"); // nobody knows yet
    QVERIFY(!m_fixture->says(nothing));
    QTRY_VERIFY(m_fixture->says(QStringLiteral("mend (F8)")));
}

void TestWindowNextSteps::activeAsksWhereNothingIsKnownYet()
{
    auto *const active = m_fixture->find<QAbstractButton>("activeSwitch");
    QVERIFY(active && !active->isChecked());
    set(connection::key::label, "Another");
    QVERIFY(!m_fixture->window().live().isFresh());
    active->click();
    QVERIFY(!active->isChecked());
    const QString unknown = QStringLiteral("How it stands is still being worked out.");
    QVERIFY(m_fixture->says(unknown));
    QTRY_VERIFY(!m_fixture->says(unknown)); // it asks by itself as soon as it knows
    QVERIFY(m_fixture->says(QStringLiteral("Activate anyway")));
    QVERIFY(!active->isChecked());
}

void TestWindowNextSteps::activeWaitsUntilItIsKnown()
{
    pasteOrders();
    pressKeys(*m_fixture, "Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Tested and accepted.")));
    pressKeys(*m_fixture, "Ctrl+S");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Next: switch it to Active.")));
    auto *const active = m_fixture->find<QAbstractButton>("activeSwitch");
    active->click();
    QVERIFY(active->isChecked());
    active->click();
    QVERIFY(!active->isChecked());
    QVERIFY(!m_fixture->window().live().isFresh());
    active->click(); // in one go
    QVERIFY(!active->isChecked());
    QTRY_VERIFY(active->isChecked());
    QVERIFY(!m_fixture->says(QStringLiteral("Activate anyway")));
}

void TestWindowNextSteps::whatIsLeftTooEarlyIsCheckedAllTheSame()
{
    const Session &session = *m_fixture->window().session();
    const QAbstractItemModel *const list = m_fixture->find<QListView>("destinationsList")->model();
    const QModelIndex row = list->index(session.rowOf(session.state().selected), 0);
    const auto badge = [&row] { return row.data(Qt::AccessibleTextRole).toString(); };
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    QVERIFY(!badge().back().isDigit());
    set(connection::key::url, "no address");
    QVERIFY(!m_fixture->window().live().isFresh());
    chooseDestination(*m_fixture, QStringLiteral("Meta CAPI"));
    QTRY_VERIFY(badge().back().isDigit());
}

/// Its answer stands beside the connection.
void TestWindowNextSteps::aTestIsSeenFromTheExportToo()
{
    const auto *const body = m_fixture->find<QWidget>("bodyEditor");
    QVERIFY(body && body->isVisible());
    pressKeys(*m_fixture, "Ctrl+E");
    QTRY_VERIFY(!body->isVisible());
    test();
    QVERIFY(body->isVisible());
}

QTEST_MAIN(TestWindowNextSteps)
#include "tst_window_nextsteps.moc"
