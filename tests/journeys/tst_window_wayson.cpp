// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "connection/gallery.h"
#include "ui/common/messageline.h"
#include "ui/editor/codeeditor.h"
#include "windowplaces.h"

#include <algorithm>

using namespace designer;
using namespace designer::ui;

/// Nobody presses a key for nothing, and nobody loses the way back or the way on.
class TestWindowWaysOn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void aTestFromTheGallerySaysWhatComesFirst();
    void aTestFromTheSamplesIsOneWithWhatIsShown();
    void aTestFromTheSamplesSaysWhyNot();
    void aTestFromTheHelpIsSeenBesideTheConnection();
    void aTestWithoutASampleLeadsToOne();
    void aTestWithoutADestinationSaysSo();
    void theLastDestinationCanBeBroughtBack();
    void whatIsCreatedCanBeTestedAtOnce_data();
    void whatIsCreatedCanBeTestedAtOnce();
    void aSampleThatFitsIsEnough();
    void whatIsCreatedOpensWhereTheNextStepIs_data();
    void whatIsCreatedOpensWhereTheNextStepIs();
    void everyFindingOfALineIsVisited();
    void aMissingValueThatCanBeMendedIsVisited();
    void aSecretWithoutAValueIsNotForgotten();

private:
    [[nodiscard]] ConnectionDocument &document() const { return *m_fixture->window().live().document(); }
    [[nodiscard]] QString foot() const;
    void openEmpty();
    void create(const QString &words) const;

    QTemporaryDir m_empty;
    int m_emptyCount = 0;
    std::unique_ptr<WindowFixture> m_fixture;
    Isolation m_isolation;
};

void TestWindowWaysOn::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
}

QString TestWindowWaysOn::foot() const
{
    for (const MessageLine *const line : m_fixture->window().findChildren<MessageLine *>()) {
        if (line->accessibleDescription() == QLatin1String("How the connection stands"))
            return line->text();
    }
    return {};
}

void TestWindowWaysOn::openEmpty()
{
    const QString path = m_empty.filePath(QString::number(++m_emptyCount));
    m_fixture->window().openWorkspace(*workspace::Folder::create(path));
    QVERIFY(m_fixture->window().session()->samples().all().empty());
}

void TestWindowWaysOn::create(const QString &words) const
{
    pressKeys(*m_fixture, "Ctrl+N");
    QTest::keyClicks(QApplication::focusWidget(), words);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->window().live().isFresh(), 30000);
}

void TestWindowWaysOn::aTestFromTheGallerySaysWhatComesFirst()
{
    pressKeys(*m_fixture, "Ctrl+N");
    pressKeys(*m_fixture, "Ctrl+Return");
    QCOMPARE(foot(), QStringLiteral("Create the destination first (Return), then test it."));
    QVERIFY(m_fixture->find<QWidget>("templatesList"));
}

void TestWindowWaysOn::aTestFromTheSamplesIsOneWithWhatIsShown()
{
    auto *const list = m_fixture->find<QListView>("samplesList");
    QVERIFY(!list);
    screenActions(*m_fixture).at(2)->trigger();
    QVERIFY(m_fixture->find<QListView>("samplesList"));
    pressKeys(*m_fixture, "Ctrl+Return");
    QVERIFY(!m_fixture->find<QListView>("samplesList"));
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
}

void TestWindowWaysOn::aTestFromTheSamplesSaysWhyNot()
{
    screenActions(*m_fixture).at(2)->trigger();
    auto *const editor = m_fixture->find<CodeEditor>("eventEditor");
    QVERIFY(editor);
    editor->setFocus();
    editor->setCaret(0);
    QTest::keyClicks(editor, QStringLiteral("x"));
    pressKeys(*m_fixture, "Ctrl+Return");
    QVERIFY(m_fixture->find<CodeEditor>("eventEditor"));
    QVERIFY(m_fixture->says(QStringLiteral("This cannot be tested with yet.")));
    pressKeys(*m_fixture, "Ctrl+Z");
}

void TestWindowWaysOn::aTestFromTheHelpIsSeenBesideTheConnection()
{
    pressKeys(*m_fixture, "F1");
    QVERIFY(!m_fixture->find<CodeEditor>("bodyEditor"));
    pressKeys(*m_fixture, "Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
}

void TestWindowWaysOn::aTestWithoutASampleLeadsToOne()
{
    openEmpty();
    m_fixture->window().session()->add(*connection::Connection::load(
        connection::galleryTemplate(QStringLiteral("insider-purchase"))->bytes));
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    pressKeys(*m_fixture, "Ctrl+Return");
    QCOMPARE(foot(), QStringLiteral("A test needs a sample event. Next: use a shipped one, or paste one."));
    const auto buttons = m_fixture->window().findChildren<QAbstractButton *>();
    const auto shipped = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *one) {
        return one->isVisible() && one->text().startsWith(QStringLiteral("Use the "));
    });
    QVERIFY(shipped != buttons.end());
    (*shipped)->click();
    pressKeys(*m_fixture, "Escape");
    pressKeys(*m_fixture, "Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
}

void TestWindowWaysOn::aTestWithoutADestinationSaysSo()
{
    openEmpty();
    pressKeys(*m_fixture, "Ctrl+Return");
    QCOMPARE(foot(), QStringLiteral("There is no destination to test yet. Next: add one (Ctrl+N)."));
}

void TestWindowWaysOn::theLastDestinationCanBeBroughtBack()
{
    openEmpty();
    create(QStringLiteral("insider purchase"));
    const QString offer = QStringLiteral("Bring it back");
    m_fixture->find<QListView>("destinationsList")->setFocus();
    pressKeys(*m_fixture, "Delete");
    QCOMPARE(m_fixture->window().session()->count(), 0);
    QVERIFY(m_fixture->says(offer));
    pressKeys(*m_fixture, "Ctrl+N"); // another screen, and back
    pressKeys(*m_fixture, "Escape");
    QVERIFY(m_fixture->says(QStringLiteral("“Insider purchase” is deleted.")));
    for (LinkLabel *const label : m_fixture->window().findChildren<LinkLabel *>()) {
        if (label->isVisible() && label->text().contains(offer)) {
            Q_EMIT label->linkActivated(QStringLiteral("bring-back"));
            break;
        }
    }
    QCOMPARE(m_fixture->window().session()->count(), 1);
    QVERIFY(m_fixture->find<QWidget>("activeSwitch"));
    QVERIFY(!m_fixture->says(offer));
}

void TestWindowWaysOn::whatIsCreatedCanBeTestedAtOnce_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("sample"); // empty: none comes along
    QTest::newRow("a purchase") << QStringLiteral("insider purchase")
                                << QStringLiteral("Purchase, one product");
    QTest::newRow("a registration") << QStringLiteral("insider registration")
                                    << QStringLiteral("Registration");
}

/// In a workspace that has no events: a fitting one comes along, as a file that can be deleted.
void TestWindowWaysOn::whatIsCreatedCanBeTestedAtOnce()
{
    QFETCH(QString, words);
    QFETCH(QString, sample);
    openEmpty();
    create(words);
    const SampleStore &samples = m_fixture->window().session()->samples();
    QCOMPARE(samples.all().size(), 1U);
    QCOMPARE(samples.all().front().name, sample);
    QVERIFY(m_fixture->says(QStringLiteral("“%1” came along").arg(sample)));
    QCOMPARE(m_fixture->window().live().state().sampleTitle, sample);
    m_fixture->window().session()->finish();
    QVERIFY(m_fixture->window().session()->folder().read(workspace::FileKind::Event, sample));
    pressKeys(*m_fixture, "Ctrl+Return");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
}

void TestWindowWaysOn::aSampleThatFitsIsEnough()
{
    const SampleStore &samples = m_fixture->window().session()->samples();
    const std::size_t before = samples.all().size();
    create(QStringLiteral("insider registration"));
    QCOMPARE(samples.all().size(), before);
    QVERIFY(!m_fixture->says(QStringLiteral("came along")));
}

void TestWindowWaysOn::whatIsCreatedOpensWhereTheNextStepIs_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("page"); // what is seen on it
    QTest::newRow("headers") << QStringLiteral("insider purchase") << QStringLiteral("headersView");
    QTest::newRow("address") << QStringLiteral("custom api") << QStringLiteral("urlLineEdit");
    QTest::newRow("body") << QStringLiteral("tiktok") << QStringLiteral("bodyEditor");
}

void TestWindowWaysOn::whatIsCreatedOpensWhereTheNextStepIs()
{
    QFETCH(QString, words);
    QFETCH(QString, page);
    create(words);
    QVERIFY(m_fixture->find<QWidget>(page.toLatin1().constData()));
    QVERIFY2(foot().contains(QStringLiteral("fill in")), qPrintable(foot()));
}

void TestWindowWaysOn::everyFindingOfALineIsVisited()
{
    create(QStringLiteral("purchase, as published"));
    QTRY_VERIFY2(foot().contains(QStringLiteral("2 thing(s) to mend")), qPrintable(foot()));
    pressKeys(*m_fixture, "F8");
    QTRY_VERIFY(m_fixture->says(QStringLiteral("1 of 2 here: ")));
    pressKeys(*m_fixture, "F8");
    QVERIFY(m_fixture->says(QStringLiteral("2 of 2 here: ")));
    pressKeys(*m_fixture, "F8");
    QVERIFY(m_fixture->says(QStringLiteral("1 of 2 here: ")));
    pressKeys(*m_fixture, "Shift+F8");
    QVERIFY(m_fixture->says(QStringLiteral("2 of 2 here: ")));
    QAbstractButton *const why = m_fixture->button(QStringLiteral("Why"));
    QVERIFY(why);
    const std::string before = document().body();
    pressKeys(*m_fixture, "Alt+Return"); // of the one that is shown: each has one
    QTRY_VERIFY(document().body() != before);
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    QTRY_VERIFY(!m_fixture->says(QStringLiteral("of 2 here: ")));
}

/// Beside the rule of Insider's that it breaks: each says how it is mended.
void TestWindowWaysOn::aMissingValueThatCanBeMendedIsVisited()
{
    const std::string right = document().body();
    const std::string_view path = "##properties.order_id##";
    const std::size_t at = right.find(path);
    QVERIFY(at != std::string::npos);
    document().changeBody(QStringLiteral("Mistype it"), {at, at + path.size(), "##properties.orderid##"});
    QTRY_VERIFY(m_fixture->window().live().isFresh());
    QTRY_VERIFY2(foot().contains(QStringLiteral("1 thing(s) to mend")), qPrintable(foot()));
    pressKeys(*m_fixture, "F8");
    QTRY_VERIFY(m_fixture->says(QStringLiteral(" of 2 here: ")));
    const QString first = QStringLiteral("1 of 2 here: ");
    const QString second = QStringLiteral("2 of 2 here: ");
    const bool beganWithFirst = m_fixture->says(first);
    pressKeys(*m_fixture, "F8");
    QVERIFY(m_fixture->says(beganWithFirst ? second : first));
    QVERIFY(!m_fixture->says(beganWithFirst ? first : second));
    pressKeys(*m_fixture, "Alt+Return");
    QTRY_COMPARE(document().body(), right);
}

/// Nothing keeps it here: there is no keychain.
void TestWindowWaysOn::aSecretWithoutAValueIsNotForgotten()
{
    auto *const partner = typeIntoFirstHeader(*m_fixture, QStringLiteral("ornekmoda"));
    QVERIFY(partner);
    QTest::keyClick(partner, Qt::Key_Return);
    const QString next = QStringLiteral("Next: give the value of “INSIDER_TOKEN” (Headers).");
    QTRY_VERIFY2(foot().contains(next), qPrintable(foot()));
}

QTEST_MAIN(TestWindowWaysOn)
#include "tst_window_wayson.moc"
