// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "testingfixture.h"
#include "ui/testing/tester.h"
#include "workspace/example.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace designer;
using namespace designer::ui;

/// Who may send where, and to whom an answer belongs.
class TestTester : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void remembersAGreenTest();
    void anyTestThatIsNotGreenChangesNothingThatIsRemembered();
    void whatIsSentAnywayIsNoGreenTest();
    void whatIsChosenIsSentAtOnce_data();
    void whatIsChosenIsSentAtOnce();
    void nothingGoesOutLiveUnlessAllowed();
    void sayingYesHoldsForOneAddress_data();
    void sayingYesHoldsForOneAddress();
    void sayingYesHoldsForOneDestination();
    void sayingYesHoldsForOneWorkspace();
    void asksAgainWhenTheAddressChanges();
    void nothingGoesOutForWantOfASandbox();
    void anAnswerBelongsToTheDestinationThatWasTested();
    void callsOffOnlyWhatIsShown();
    void whatWaitsElsewhereIsCalledOff_data();
    void whatWaitsElsewhereIsCalledOff();
    void anAnswerToALastWorkspaceBelongsToNobody();
    void anAnswerToADeletedDestinationBelongsToNobody();

private:
    [[nodiscard]] std::unique_ptr<Session> openSession();
    int add(const connection::Connection &connection);
    void show(int row);
    void setUrl(const QByteArray &url);
    void useSandbox();
    /// What is shown is tested at \a receiver, which never answers, and another destination is shown.
    void leaveWaiting(const SilentServer &receiver);
    [[nodiscard]] std::optional<workspace::GreenTest> greenTest(int row);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<sandbox::Running> m_sandbox;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<LiveEvaluation> m_live;
    std::unique_ptr<Tester> m_tester;
    std::unique_ptr<QSignalSpy> m_ended;
};

namespace {

void giveToken(const std::vector<std::string> &names,
               const std::function<void(Result<secrets::Secrets>)> &done)
{
    secrets::Secrets out;
    for (const std::string &name : names)
        out.emplace(name, secrets::Secret("t0ken"));
    done(std::move(out));
}

} // namespace

void TestTester::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_dir = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<sandbox::Running>();
    m_session = openSession();
    m_live = std::make_unique<LiveEvaluation>(sandbox::noon);
    m_tester = std::make_unique<Tester>(*m_live, giveToken);
    m_ended = std::make_unique<QSignalSpy>(m_tester.get(), &Tester::ended);
    m_tester->setSession(m_session.get());
    show(add(galleryConnection("insider-purchase")));
}

void TestTester::cleanup()
{
    m_tester.reset();
    m_live.reset();
    m_session.reset();
}

std::unique_ptr<Session> TestTester::openSession()
{
    return std::make_unique<Session>(
        workspace::exampleWorkspace(m_dir->filePath(QStringLiteral("w"))).value());
}

int TestTester::add(const connection::Connection &connection)
{
    return m_session->add(connection);
}

/// As the window does when a row is chosen.
void TestTester::show(int row)
{
    m_live->setDocument(m_session->document(row));
    m_live->setSample(shippedEvent("purchase"), QStringLiteral("purchase"));
    m_tester->show(m_session->at(row).name);
    QSignalSpy evaluated(m_live.get(), &LiveEvaluation::evaluated);
    QVERIFY(evaluated.wait());
}

void TestTester::setUrl(const QByteArray &url)
{
    ConnectionDocument &document = *m_live->document();
    QVERIFY(!document.changeShell({}, {}, goingTo(document.shell(), url)));
}

void TestTester::useSandbox()
{
    m_tester->setSandbox(http::parseEndpoint(m_sandbox->url.toStdString()).value());
}

void TestTester::leaveWaiting(const SilentServer &receiver)
{
    const int second = add(galleryConnection("insider-purchase"));
    setUrl(receiver.url());
    m_tester->allowLive();
    m_tester->test(false);
    QTRY_VERIFY(!receiver.heard().isEmpty());
    show(second);
}

std::optional<workspace::GreenTest> TestTester::greenTest(int row)
{
    return m_session->remembered(m_session->at(row).name).greenTest;
}

void TestTester::remembersAGreenTest()
{
    const int row = m_session->count() - 1;
    useSandbox();
    m_tester->test(false);
    QVERIFY(m_tester->isTesting());
    QVERIFY(m_ended->wait());
    QCOMPARE(m_ended->first().first().toString(), m_session->at(row).name);
    QVERIFY(m_tester->result());
    QVERIFY(m_tester->result()->isGreen());
    QVERIFY(!m_tester->wasSentLive());
    QVERIFY(greenTest(row));
    QVERIFY(!greenTest(row)->live);
    QCOMPARE(greenTest(row)->of, m_tester->result()->evaluation->print);
}

void TestTester::anyTestThatIsNotGreenChangesNothingThatIsRemembered()
{
    const int row = add(galleryConnection("hardal-insider-purchase"));
    const workspace::GreenTest before{"before", QDateTime::currentDateTimeUtc(), true};
    m_session->remembered(m_session->at(row).name).greenTest = before;
    show(row);
    useSandbox();
    m_tester->test(false);
    QVERIFY(m_ended->wait());
    QVERIFY(!m_tester->result()->isGreen());
    QCOMPARE(greenTest(row)->of, before.of);
}

/// Accepted or not: the connection would never have sent it.
void TestTester::whatIsSentAnywayIsNoGreenTest()
{
    const int row = add(galleryConnection("insider-registration"));
    show(row);
    useSandbox();
    m_tester->test(true);
    QVERIFY(m_ended->wait());
    QVERIFY(m_tester->result()->isAccepted());
    QVERIFY(!m_tester->result()->isGreen());
    QVERIFY(!greenTest(row));
}

void TestTester::whatIsChosenIsSentAtOnce_data()
{
    QTest::addColumn<bool>("live");
    QTest::addColumn<bool>("anotherDestination");
    QTest::newRow("another sample") << false << false;
    QTest::newRow("another sample, live") << true << false;
    QTest::newRow("another destination") << false << true;
}

/// Before any of it has been worked out.
void TestTester::whatIsChosenIsSentAtOnce()
{
    QFETCH(bool, live);
    QFETCH(bool, anotherDestination);
    const sandbox::Running receiver;
    setUrl(receiver.url + "/echo");
    if (anotherDestination) {
        const int row = add(galleryConnection("insider-purchase"));
        m_live->setDocument(m_session->document(row));
        m_tester->show(m_session->at(row).name);
    }
    useSandbox();
    if (live)
        m_tester->allowLive();
    const auto sample
        = std::make_shared<const event::Event>(event::Event::parse(R"({"event_name":"chosen"})").value());
    m_live->setSample(sample, QStringLiteral("chosen"));
    m_tester->test(true);
    QVERIFY(m_tester->isTesting());
    QVERIFY(m_ended->wait());
    QCOMPARE(m_tester->result()->sample, sample);
    QCOMPARE(m_tester->result()->sampleTitle, QStringLiteral("chosen"));
    QCOMPARE(receiver.log.size(), live ? 1 : 0);
}

void TestTester::nothingGoesOutLiveUnlessAllowed()
{
    const sandbox::Running receiver;
    setUrl(receiver.url + "/echo");
    useSandbox();
    m_tester->setLive(true);
    QVERIFY(m_tester->goesLive());
    QVERIFY(!m_tester->mayGoLive());
    m_tester->test(true);
    QVERIFY(!m_tester->isTesting());
    m_tester->allowLive();
    QVERIFY(m_tester->mayGoLive());
    m_tester->test(false);
    QVERIFY(m_ended->wait());
    QCOMPARE(receiver.log.size(), 1);
    QVERIFY(m_sandbox->log.isEmpty());
    QVERIFY(m_tester->wasSentLive());
    QVERIFY(greenTest(m_session->count() - 1)->live);
}

void TestTester::sayingYesHoldsForOneAddress_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("holds");
    QTest::newRow("the same") << QByteArray("http://one.example:8080/a") << true;
    QTest::newRow("another path") << QByteArray("http://one.example:8080/b?c=1") << true;
    QTest::newRow("another host") << QByteArray("http://two.example:8080/a") << false;
    QTest::newRow("another port") << QByteArray("http://one.example/a") << false;
    QTest::newRow("another scheme") << QByteArray("https://one.example:8080/a") << false;
}

void TestTester::sayingYesHoldsForOneAddress()
{
    QFETCH(QByteArray, url);
    setUrl("http://one.example:8080/a");
    m_tester->allowLive();
    QVERIFY(m_tester->goesLive());
    setUrl(url);
    QTEST(m_tester->mayGoLive(), "holds");
    setUrl("http://one.example:8080/a");
    QVERIFY(m_tester->mayGoLive());
}

void TestTester::sayingYesHoldsForOneDestination()
{
    const int first = m_session->count() - 1;
    const int second = add(galleryConnection("insider-purchase"));
    m_tester->allowLive();
    show(second);
    QVERIFY(!m_tester->goesLive());
    QVERIFY(!m_tester->mayGoLive());
    show(first);
    QVERIFY(!m_tester->goesLive()); // not without being switched to it again
    QVERIFY(m_tester->mayGoLive());
}

void TestTester::sayingYesHoldsForOneWorkspace()
{
    const QString name = m_session->at(m_session->count() - 1).name;
    m_tester->allowLive();
    m_tester->setSession(m_session.get());
    m_tester->show(name);
    QVERIFY(!m_tester->mayGoLive());
}

void TestTester::asksAgainWhenTheAddressChanges()
{
    setUrl("http://one.example/a");
    m_tester->allowLive();
    QSignalSpy told(m_tester.get(), &Tester::whereChanged);
    setUrl("http://one.example/b");
    QCOMPARE(told.size(), 0);
    setUrl("http://two.example/b");
    QTRY_VERIFY(!told.isEmpty());
    QVERIFY(m_tester->goesLive());
    QVERIFY(!m_tester->mayGoLive());
    m_tester->test(true);
    QVERIFY(!m_tester->isTesting());
}

void TestTester::nothingGoesOutForWantOfASandbox()
{
    const SilentServer receiver;
    QVERIFY(receiver.isUp());
    setUrl(receiver.url());
    QSignalSpy said(m_tester.get(), &Tester::noSandbox);
    m_tester->test(false);
    QVERIFY(!m_tester->isTesting());
    QCOMPARE(said.size(), 1);
    useSandbox();
    m_tester->test(false);
    QVERIFY(m_ended->wait());
    QCOMPARE(said.size(), 1);
    QCOMPARE(m_sandbox->log.size(), 1);
    QVERIFY(receiver.heard().isEmpty());
}

void TestTester::anAnswerBelongsToTheDestinationThatWasTested()
{
    const int first = m_session->count() - 1;
    const int second = add(galleryConnection("insider-purchase"));
    useSandbox();
    m_tester->test(false);
    QSignalSpy running(m_tester.get(), &Tester::runningChanged);
    show(second);
    QVERIFY(!m_tester->isTesting());
    m_tester->test(false); // while that of the first still runs, or not any more
    QTRY_VERIFY(!m_ended->isEmpty());
    QCOMPARE(m_ended->first().first().toString(), m_session->at(first).name);
    QVERIFY(greenTest(first));
    show(first);
    QVERIFY(m_tester->result());
}

void TestTester::callsOffOnlyWhatIsShown()
{
    const SilentServer receiver;
    const int first = m_session->count() - 1;
    leaveWaiting(receiver);
    m_tester->cancel();
    QSignalSpy busy(m_tester.get(), &Tester::busy);
    m_tester->test(false); // one at a time
    QVERIFY(!m_tester->isTesting());
    QCOMPARE(busy.size(), 1);
    QCOMPARE(busy.first().first().toString(), m_session->at(first).name);
    show(first);
    QVERIFY(m_tester->isTesting());
    QVERIFY(m_ended->isEmpty());
    m_tester->cancel();
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(!m_tester->result()->isGreen());
    QVERIFY(m_tester->wasSentLive()); // it went out, whatever became of it
}

void TestTester::whatWaitsElsewhereIsCalledOff_data()
{
    QTest::addColumn<bool>("isDeleted");
    QTest::newRow("by its link") << false;
    QTest::newRow("with its destination") << true;
}

void TestTester::whatWaitsElsewhereIsCalledOff()
{
    QFETCH(bool, isDeleted);
    const SilentServer receiver;
    const int first = m_session->count() - 1;
    leaveWaiting(receiver);
    if (isDeleted)
        m_session->remove(first);
    else
        m_tester->cancelOther();
    useSandbox();
    const auto tests = [this] {
        m_tester->test(false);
        return m_tester->isTesting();
    };
    QTRY_VERIFY(tests());
    QTRY_VERIFY(m_tester->result() && m_tester->result()->isGreen());
}

void TestTester::anAnswerToALastWorkspaceBelongsToNobody()
{
    useSandbox();
    m_tester->test(false);
    const QString name = m_session->at(m_session->count() - 1).name;
    m_tester->setSession(m_session.get());
    m_tester->show(name);
    QVERIFY(!m_tester->isTesting());
    QVERIFY(!m_tester->result());
    m_tester->test(false); // the next one is its own
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(m_tester->result()->isGreen());
}

void TestTester::anAnswerToADeletedDestinationBelongsToNobody()
{
    const int row = m_session->count() - 1;
    useSandbox();
    QSignalSpy running(m_tester.get(), &Tester::runningChanged);
    m_tester->test(false);
    m_session->remove(row);
    QTRY_COMPARE(running.size(), 2);
    QVERIFY(m_ended->isEmpty());
}

QTEST_GUILESS_MAIN(TestTester)
#include "tst_tester.moc"
