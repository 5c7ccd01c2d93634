// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "testingfixture.h"
#include "ui/common/badge.h"
#include "ui/common/banner.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/messageline.h"
#include "ui/editor/codeeditor.h"
#include "ui/event/samplefieldsview.h"
#include "ui/testing/eventcolumn.h"
#include "ui/testing/factsview.h"
#include "ui/testing/livestrip.h"
#include "ui/testing/payloadcolumn.h"
#include "ui/testing/phasebars.h"
#include "ui/testing/responsecolumn.h"
#include "ui/testing/testpanel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace designer;
using namespace designer::ui;

Q_DECLARE_METATYPE(designer::connection::Connection)

/// What Test Endpoint says of a connection and a sample, before anything is sent.
class TestTestPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void namesAreShownAsTheyStand_data();
    void namesAreShownAsTheyStand();
    void aFoldedPanelUnfoldsToAsk();
    void theMarkedLineFollowsTheText();
    void nothingOldIsShownForLong();
    void saysWhatWouldCome_data();
    void saysWhatWouldCome();
    void oneMistakeIsSaidOnce();
    void leadsToTheSamplesWithoutOne();
    void whatCameIsLaidOutWhenItIsLookedAt();
    void timingHasRoomForItsBars();
    void requestAndResponseAreCopiedWhole();
    void aNarrowHeadUsesShorterNames_data();
    void aNarrowHeadUsesShorterNames();
    void viewsAreCalledTheSameWhenTheAnswerComes_data();
    void viewsAreCalledTheSameWhenTheAnswerComes();
    void aVerdictWithoutRoomIsScrolled();
    void whatIsAskedBeforeLiveIsWhole_data();
    void whatIsAskedBeforeLiveIsWhole();
    void payloadAndResponseHaveTheirShare();
    void theEventHasItsShare();
    void oneViewAloneNeedsNoTab();
    void theEventIsSeenAsFieldsToo();
    void nothingThatCameIsNoText();
    void saysWhetherItWasTested_data();
    void saysWhetherItWasTested();
    void anAnswerSaysWhereItCameFrom_data();
    void anAnswerSaysWhereItCameFrom();
};

namespace {

/// The panel as the window holds it.
struct Fixture
{
    explicit Fixture(const connection::Connection &connection, const std::string &event = {})
        : document(connection)
    {
        const auto sample = event.empty()
            ? shippedEvent("purchase")
            : std::make_shared<const event::Event>(event::Event::parse(event).value());
        live.setSandbox(http::parseEndpoint("http://127.0.0.1:1").value());
        live.setDocument(&document);
        live.setSample(sample, QStringLiteral("purchase"));
        panel.setEvent(sample, QStringLiteral("purchase"));
        panel.resize(1280, 400);
        panel.show();
        wait();
    }
    void wait()
    {
        QSignalSpy evaluated(&live, &LiveEvaluation::evaluated);
        QVERIFY(live.isFresh() || evaluated.wait());
    }
    void setBody(const std::string &body)
    {
        document.replaceBody({}, body);
        wait();
    }
    /// The label that shows \a words; null: there is none.
    [[nodiscard]] QLabel *labelWith(const QString &words) const
    {
        for (QLabel *const label : panel.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return label;
        }
        return nullptr;
    }

    /// All that is to be read, line by line.
    [[nodiscard]] QString words() const
    {
        QString out;
        for (const QLabel *const label : panel.findChildren<QLabel *>())
            out += label->isVisible() ? label->text() + u'\n' : QString();
        for (const MessageLine *const line : panel.findChildren<MessageLine *>())
            out += line->text() + u'\n';
        for (const QPushButton *const button : panel.findChildren<QPushButton *>())
            out += button->isVisible() ? button->text() + u'\n' : QString();
        return out;
    }

    ConnectionDocument document;
    LiveEvaluation live{sandbox::noon};
    TestPanel panel{live};
};

} // namespace

void TestTestPanel::namesAreShownAsTheyStand_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("live");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a malformed body") << QStringLiteral(R"({"a" "b"})") << false << QStringLiteral("“\"”");
    QTest::newRow("an event in the question before live")
        << QStringLiteral(R"({"users":[{"identifiers":{"email":"<b>a</b>@b.example"},)"
                          R"("events":[{"event_name":"<b>x</b>"}]}]})")
        << true << QStringLiteral("“<b>x</b>”");
}

/// Neither as entities nor as markup.
void TestTestPanel::namesAreShownAsTheyStand()
{
    QFETCH(QString, body);
    QFETCH(bool, live);
    QFETCH(QString, shown);
    Fixture f(galleryConnection("insider-purchase"));
    f.setBody(body.toStdString());
    f.panel.setLive(live, false);
    const QLabel *const label = f.labelWith(shown);
    QVERIFY(label);
    QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestTestPanel::aFoldedPanelUnfoldsToAsk()
{
    Fixture f(galleryConnection("insider-purchase"));
    f.panel.setFolded(true);
    QSignalSpy asked(&f.panel, &TestPanel::foldRequested);
    QObject::connect(&f.panel, &TestPanel::foldRequested, &f.panel,
                     [&f] { f.panel.setFolded(!f.panel.isFolded()); });
    f.panel.setLive(true, false);
    QCOMPARE(asked.size(), 1);
    const QString question = QStringLiteral("Live writes to Insider for real");
    QVERIFY(f.labelWith(question));
    f.panel.setFolded(true);
    QVERIFY(!f.labelWith(question));
    f.panel.setFolded(false);
    QVERIFY(f.labelWith(question));
    f.panel.setLive(true, true);
    QVERIFY(!f.labelWith(question));
}

void TestTestPanel::theMarkedLineFollowsTheText()
{
    Fixture f(galleryConnection("blank"), R"({"event_name": "x"})");
    f.setBody("{\"a\": 1,\n\"b\": 2}");
    const auto *const payload = f.panel.findChild<PayloadColumn *>();
    QVERIFY(payload);
    QSignalSpy told(&f.panel, &TestPanel::linesMarked);
    f.panel.markBody(f.document.body().find('2'));
    QCOMPARE(payload->formattedEditor().markedLine(), std::optional(2));
    QCOMPARE(told.last().at(0).value<std::optional<int>>(), std::optional(2));
    QVERIFY(!told.last().at(1).value<std::optional<int>>()); // it is not of the event
    f.document.replaceBody({}, "{\"b\": 2}");
    f.panel.markBody(f.document.body().find('2')); // before the payload of it is there
    f.wait();
    QCOMPARE(payload->formattedEditor().markedLine(), std::optional(1));
}

/// A verdict and a payload that do not belong to the text are shown until it takes too long, and never after.
void TestTestPanel::nothingOldIsShownForLong()
{
    Fixture f(galleryConnection("insider-purchase"));
    f.live.setPatience(std::chrono::milliseconds::zero());
    QSignalSpy overdue(&f.live, &LiveEvaluation::overdue);
    std::string large = "[0";
    for (int i = 0; i < 20'000; ++i)
        large += ",\n\"##event_name##\"";
    f.document.replaceBody({}, large + ']');
    QVERIFY(f.labelWith(QStringLiteral("Would be sent")));
    QVERIFY(overdue.wait());
    QVERIFY(f.live.isOverdue());
    QVERIFY(!f.labelWith(QStringLiteral("Would be sent")));
    QVERIFY(f.labelWith(QStringLiteral("being worked out …")));
    QVERIFY(f.labelWith(QStringLiteral("One moment")));
    QVERIFY(!f.panel.findChild<PayloadColumn *>()->formattedEditor().isVisible());
    f.wait();
    QVERIFY(!f.live.isOverdue());
    QVERIFY(!f.labelWith(QStringLiteral("being worked out …")));
    QVERIFY(f.panel.findChild<PayloadColumn *>()->formattedEditor().isVisible());
}

void TestTestPanel::saysWhatWouldCome_data()
{
    QTest::addColumn<connection::Connection>("connection");
    QTest::addColumn<bool>("tested"); // before the last change
    QTest::addColumn<bool>("live");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("notSaid");
    const auto row = [](const char *name, const connection::Connection &connection, bool tested, bool live,
                        const char *said, const char *notSaid) {
        QTest::newRow(name) << connection << tested << live << QString::fromUtf8(said)
                            << QString::fromUtf8(notSaid);
    };
    const connection::Connection sound = galleryConnection("insider-purchase");
    const auto withToken = [&sound](const char *token) {
        auto rows = connection::headerRows(sound);
        for (connection::HeaderRow &header : rows) {
            if (header.name == "X-REQUEST-TOKEN")
                header.value = token;
        }
        if (!*token)
            std::erase_if(rows, [](const auto &header) { return header.name == "X-REQUEST-TOKEN"; });
        return connection::withHeaderRows(sound, rows).value();
    };
    row("sound", sound, true, false, "Expected: 1 user accepted.", "accepted..");
    row("no token", withToken(""), true, false, "Expected: the request is refused.", "accepted");
    row("the bar says what comes of it", sound, false, false, "Would be sent\n", "Insider reject");
    row("the bar says that it is refused", withToken(""), false, false,
        "Would be sent, and refused by Insider", "sent\n");
    row("the bar says that it is rejected", galleryConnection("hardal-insider-purchase"), false, false,
        "Would be sent, and rejected by Insider", "sent\n");
    row("rejected", galleryConnection("hardal-insider-purchase"), true, false, "Expected: rejected",
        "event..");
    row("no address", goingTo(sound, "").value(), false, false, "Nothing to test yet", "contacted");
    row("live, not allowed yet", sound, false, true, "before you allow it", "Ctrl+Return");
    row("no address, live", goingTo(sound, "").value(), false, true, "Send (live)", "Send to");
    const connection::Connection other = galleryConnection("insider-registration");
    row("another event, live", other, false, true, "nothing goes out, unless you then choose “Send anyway”",
        "This adds");
    row("another event", other, false, false, "event_name is purchase", "Ctrl+Return");
}

void TestTestPanel::saysWhatWouldCome()
{
    QFETCH(connection::Connection, connection);
    QFETCH(bool, tested);
    QFETCH(bool, live);
    QFETCH(QString, said);
    QFETCH(QString, notSaid);
    Fixture f(connection);
    f.panel.setLive(live, false);
    if (tested)
        f.panel.setResult(std::make_shared<TestResult>());
    const QString all = f.words();
    QVERIFY2(all.contains(said), qPrintable(all));
    QVERIFY2(!all.contains(notSaid), qPrintable(all));
}

/// The columns have the room for it; where they are folded away, the bar says it.
void TestTestPanel::oneMistakeIsSaidOnce()
{
    Fixture f(galleryConnection("insider-purchase"));
    f.setBody("{\n \"a\": 1\n \"b\": 2\n}");
    const QString why = QStringLiteral("a comma is missing at the end of line 2");
    QCOMPARE(f.words().count(why, Qt::CaseInsensitive), 1);
    QVERIFY2(
        f.words().contains(QStringLiteral("Line 2: The template is not well formed: a comma is missing")),
        qPrintable(f.words()));
    QVERIFY2(!f.words().contains(QStringLiteral("file")), qPrintable(f.words())); // nobody has one here
    f.panel.setFolded(true);
    QVERIFY(f.words().contains(why, Qt::CaseInsensitive));
}

void TestTestPanel::leadsToTheSamplesWithoutOne()
{
    Fixture f(galleryConnection("insider-purchase"));
    const QString none = QStringLiteral("No sample event yet");
    QVERIFY(!f.labelWith(none));
    f.live.setSample(nullptr, {});
    f.wait();
    QVERIFY(f.labelWith(none));
    QSignalSpy asked(&f.panel, &TestPanel::samplesRequested);
    const QList<QPushButton *> buttons = f.panel.findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->isVisible() && button->text() == QStringLiteral("Sample events…");
    });
    QVERIFY(found != buttons.end());
    (*found)->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY2(!f.words().contains(QLatin1String("Ctrl+Return")), qPrintable(f.words()));
}

void TestTestPanel::whatCameIsLaidOutWhenItIsLookedAt()
{
    ResponseColumn column;
    const auto result = std::make_shared<TestResult>();
    result->received = "HTTP/1.1 200 OK\r\n\r\n{}";
    column.show(result, false);
    const auto editors = column.findChildren<CodeEditor *>();
    const auto raw = std::find_if(editors.begin(), editors.end(), [](const CodeEditor *editor) {
        return editor->accessibleName() == QLatin1String("Response, as it came");
    });
    QVERIFY(raw != editors.end());
    QCOMPARE((*raw)->byteCount(), std::size_t(0));
    column.setCurrentView(1);
    QCOMPARE((*raw)->bytes(), result->received);
    result->received = "HTTP/1.1 201 Created\r\n\r\n";
    column.show(result, false);
    QCOMPARE((*raw)->bytes(), result->received);
}

/// However low it is: headers and bars are scrolled together.
void TestTestPanel::timingHasRoomForItsBars()
{
    ResponseColumn column;
    const auto result = std::make_shared<TestResult>();
    result->run.request = http::Request();
    for (int i = 0; i < 20; ++i)
        result->run.request->headers.push_back({"X-" + std::to_string(i), "value"});
    column.show(result, false);
    column.setCurrentView(2);
    column.resize(560, 240);
    column.setVisible(true);
    const auto *const bars = column.findChild<PhaseBars *>();
    const auto *const facts = column.findChild<FactsView *>();
    QVERIFY(bars && facts && bars->isVisible());
    QCOMPARE(bars->height(), bars->sizeHint().height());
    QTRY_COMPARE(facts->verticalScrollBar()->maximum(), 0);
    QVERIFY(facts->height() > column.height());
}

void TestTestPanel::requestAndResponseAreCopiedWhole()
{
    ResponseColumn column;
    const auto result = std::make_shared<TestResult>();
    result->run.request = http::Request();
    result->run.request->method = "POST";
    result->run.request->endpoint.target = "/hook";
    result->run.request->headers = {{"Content-Type", "application/json"}};
    result->run.request->body = "{\"a\": 1}";
    result->received = "HTTP/1.1 200 OK\r\n\r\n{}";
    column.show(result, false);
    const auto copied = [&column](const char *words) {
        for (QPushButton *const button : column.findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String(words))
                button->click();
        }
        return QGuiApplication::clipboard()->text().remove(u'\r');
    };
    QCOMPARE(copied("Copy the request"),
             QStringLiteral("POST /hook HTTP/1.1\nContent-Type: application/json\n\n{\"a\": 1}"));
    QCOMPARE(copied("Copy the response"), QStringLiteral("HTTP/1.1 200 OK\n\n{}"));
}

void TestTestPanel::aNarrowHeadUsesShorterNames_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("view");
    QTest::newRow("wide") << 600 << "Rendered payload"
                          << "Headers and timing";
    QTest::newRow("narrower") << 390 << "Payload"
                              << "Headers and timing";
    QTest::newRow("narrow") << 320 << "Payload"
                            << "Timing";
}

void TestTestPanel::aNarrowHeadUsesShorterNames()
{
    QFETCH(int, width);
    QWidget panel; // a window of its own could not become so narrow
    Column column(QStringLiteral("Rendered payload"), QStringLiteral("Payload"), &panel);
    column.addView(QStringLiteral("Formatted"), new QWidget);
    column.addView(QStringLiteral("Headers and timing"), new QWidget, QStringLiteral("Timing"));
    column.setRemark(QStringLiteral("336 bytes"));
    column.resize(theme().scaled(width), 200);
    panel.show();
    const auto labels = column.findChildren<ElidedLabel *>();
    QTEST(labels.at(0)->text(), "title");
    QTEST(column.findChild<UnderlineTabs *>()->tabText(1), "view");
    for (const ElidedLabel *const label : labels)
        QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
}

void TestTestPanel::viewsAreCalledTheSameWhenTheAnswerComes_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("in the smallest window") << 390;
    QTest::newRow("at 1280") << 560;
    QTest::newRow("wide") << 900;
}

void TestTestPanel::viewsAreCalledTheSameWhenTheAnswerComes()
{
    QFETCH(const int, width);
    QWidget panel;
    ResponseColumn column(&panel);
    column.showNothing(QStringLiteral("Not tested yet"), {});
    column.resize(theme().scaled(width), 240);
    panel.show();
    const auto *const tabs = column.findChild<UnderlineTabs *>();
    const QString before = tabs->tabText(2);
    const int least = column.minimumSizeHint().width();
    const auto result = std::make_shared<TestResult>();
    result->run.exchange.emplace();
    result->run.exchange->response.emplace();
    result->run.exchange->response->status = 200;
    result->run.exchange->elapsed = std::chrono::microseconds(10'600);
    column.show(result, false);
    QCOMPARE(tabs->tabText(2), before);
    QCOMPARE(column.minimumSizeHint().width(), least);
    const auto *const mark = column.findChild<Badge *>(QStringLiteral("mark"));
    QTRY_COMPARE(mark->width(), mark->sizeHint().width());
}

/// Nothing of it is cut, and some of the answer is below it.
void TestTestPanel::aVerdictWithoutRoomIsScrolled()
{
    QWidget panel;
    ResponseColumn column(&panel);
    const auto result = std::make_shared<TestResult>();
    result->run.request = http::Request();
    result->received = "HTTP/1.1 200 OK\r\n\r\n{}";
    result->answer = json::Document("{}");
    column.show(result, false);
    column.resize(theme().scaled(390), theme().scaled(110));
    panel.show();
    const auto banners = column.findChildren<Banner *>();
    QTRY_VERIFY(std::ranges::any_of(banners, &QWidget::isVisible));
    const Banner *const banner = *std::ranges::find_if(banners, &QWidget::isVisible);
    QTRY_COMPARE(banner->height(), banner->heightForWidth(banner->width()));
    const auto areas = column.findChildren<QScrollArea *>();
    const auto holds = [banner](const QScrollArea *one) { return one->isAncestorOf(banner); };
    const QScrollArea *const area = *std::ranges::find_if(areas, holds);
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    QVERIFY(area->widget()->height() >= banner->height() + 4 * theme().size(Metric::CodeLine));
    column.resize(theme().scaled(390), theme().scaled(500));
    QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
}

void TestTestPanel::whatIsAskedBeforeLiveIsWhole_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("in the smallest window") << QSize(683, 232);
    QTest::newRow("at 1280") << QSize(1023, 344);
    QTest::newRow("wide") << QSize(1663, 400);
}

void TestTestPanel::whatIsAskedBeforeLiveIsWhole()
{
    QFETCH(const QSize, size);
    Fixture f(galleryConnection("insider-purchase"));
    f.panel.resize(theme().scaled(size.width()), theme().scaled(size.height()));
    f.panel.setLive(true, false);
    const auto *const strip = f.panel.findChild<LiveStrip *>();
    QTRY_VERIFY(strip->isVisible() && strip->width() == f.panel.width());
    for (const QLabel *const label : strip->findChildren<QLabel *>())
        QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    QVERIFY(strip->geometry().bottom() < f.panel.height());
}

/// Before anybody moves what is between them, whatever stands in them.
void TestTestPanel::payloadAndResponseHaveTheirShare()
{
    Fixture f(galleryConnection("insider-purchase"));
    f.panel.resize(1024, 400);
    QCoreApplication::processEvents();
    const double payload = f.panel.findChild<PayloadColumn *>()->width();
    const double response = f.panel.findChild<ResponseColumn *>()->width();
    QVERIFY2(std::abs(payload / response - 7.0 / 8) < 0.05,
             qPrintable(QStringLiteral("%1 %2").arg(payload).arg(response)));
}

void TestTestPanel::theEventHasItsShare()
{
    Fixture f(galleryConnection("insider-purchase"));
    f.panel.resize(1640, 400);
    f.panel.setEventShown(true);
    QCoreApplication::processEvents();
    QList<Column *> columns = f.panel.findChildren<Column *>();
    QCOMPARE(columns.size(), 3);
    std::ranges::sort(columns, std::less(), &QWidget::x);
    QVERIFY2(std::abs(columns[0]->width() - columns[1]->width()) <= 2,
             qPrintable(QStringLiteral("%1 %2 %3")
                            .arg(columns[0]->width())
                            .arg(columns[1]->width())
                            .arg(columns[2]->width())));
}

void TestTestPanel::oneViewAloneNeedsNoTab()
{
    Column column(QStringLiteral("Event"));
    column.addView(QStringLiteral("Formatted"), new QWidget);
    column.setVisible(true);
    const auto *const tabs = column.findChild<UnderlineTabs *>();
    QVERIFY(!tabs->isVisible()); // there is nothing to choose from
    column.addView(QStringLiteral("Fields"), new QWidget);
    QVERIFY(tabs->isVisible());
}

/// As text, or as fields that go into the body.
void TestTestPanel::theEventIsSeenAsFieldsToo()
{
    Fixture f(galleryConnection("insider-purchase"));
    f.panel.resize(1640, 400);
    f.panel.setEventShown(true);
    auto *const column = f.panel.findChild<EventColumn *>();
    auto *const fields = column->findChild<SampleFieldsView *>();
    QCOMPARE(fields->model()->rowCount(), 0); // nobody looks at them
    column->setCurrentView(1);
    QVERIFY(fields->isVisible());
    QVERIFY(fields->model()->rowCount() > 0);
    QSignalSpy chosen(&f.panel, &TestPanel::pathChosen);
    fields->setCurrentIndex(fields->model()->index(0, 0));
    QTest::keyClick(fields, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("event_name"));
    f.panel.setEvent(nullptr, {});
    QCOMPARE(fields->model()->rowCount(), 0);
}

void TestTestPanel::nothingThatCameIsNoText()
{
    ResponseColumn column;
    column.resize(560, 240);
    column.setVisible(true);
    const auto result = std::make_shared<TestResult>();
    column.show(result, false);
    for (const CodeEditor *const editor : column.findChildren<CodeEditor *>())
        QVERIFY2(!editor->isVisible(), qPrintable(editor->accessibleName()));
    result->answer = json::Document(std::string("{}"));
    column.show(result, false);
    QVERIFY(std::ranges::any_of(column.findChildren<CodeEditor *>(),
                                [](const CodeEditor *editor) { return editor->isVisible(); }));
}

Q_DECLARE_METATYPE(Tested)

void TestTestPanel::saysWhetherItWasTested_data()
{
    QTest::addColumn<Tested>("tested");
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("words");
    QTest::newRow("never") << Tested::Never << QString() << testedWords(Tested::Never);
    QTest::newRow("before the last change, maybe in another run")
        << Tested::BeforeTheLastChange << QString() << testedWords(Tested::BeforeTheLastChange);
    QTest::newRow("with another sample")
        << Tested::WithAnotherSample << QString() << testedWords(Tested::WithAnotherSample);
    QTest::newRow("not accepted") << Tested::NotAccepted << QString() << testedWords(Tested::NotAccepted);
    QTest::newRow("sent anyway") << Tested::Anyway << QString() << testedWords(Tested::Anyway);
    QTest::newRow("as it stands, nobody knows when")
        << Tested::AsItStands << QString() << testedWords(Tested::AsItStands);
    QTest::newRow("as it stands, in another run") << Tested::AsItStands << QStringLiteral("2 Jan 2026 14:32")
                                                  << QStringLiteral("Tested 2 Jan 2026 14:32, accepted");
}

/// In the words that the foot has, too.
void TestTestPanel::saysWhetherItWasTested()
{
    QFETCH(Tested, tested);
    QFETCH(QString, when);
    QFETCH(QString, words);
    QVERIFY(!words.isEmpty());
    Fixture f(galleryConnection("insider-purchase"));
    f.panel.setTested(tested, when);
    QVERIFY(f.labelWith(words));
    for (const Tested one : {Tested::Never, Tested::NotAccepted, Tested::BeforeTheLastChange,
                             Tested::WithAnotherSample, Tested::Anyway, Tested::AsItStands})
        QCOMPARE(f.labelWith(testedWords(one)) != nullptr, testedWords(one) == words);
}

void TestTestPanel::anAnswerSaysWhereItCameFrom_data()
{
    QTest::addColumn<bool>("isLive");
    QTest::addColumn<bool>("liveChosen");
    QTest::newRow("live") << true << true;
    QTest::newRow("live, back to the sandbox") << true << false;
    QTest::newRow("sandbox") << false << false;
    QTest::newRow("sandbox, live is on") << false << true;
}

void TestTestPanel::anAnswerSaysWhereItCameFrom()
{
    QFETCH(bool, isLive);
    QFETCH(bool, liveChosen);
    ResponseColumn column;
    const auto result = std::make_shared<TestResult>();
    result->live = isLive;
    result->run.exchange = http::Exchange();
    column.show(result, liveChosen);
    const auto *const mark = column.findChild<Badge *>(QStringLiteral("mark"));
    QVERIFY(mark && !mark->isHidden());
    QCOMPARE(mark->content().text, isLive ? QStringLiteral("Live") : QStringLiteral("Sandbox"));
    QCOMPARE(mark->content().tone == Tone::Live, isLive);
    column.showNothing(QStringLiteral("Not tested yet"), {});
    QVERIFY(mark->isHidden());
}

QTEST_MAIN(TestTestPanel)
#include "tst_testpanel.moc"
