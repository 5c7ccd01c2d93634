// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "connection/gallery.h"
#include "event/samples.h"
#include "ui/body/bodypage.h"
#include "ui/common/aside.h"
#include "ui/common/emptystate.h"
#include "ui/document/connectiondocument.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace designer;
using namespace designer::ui;

/// The page of the body: what stands around its editor.
class TestBodyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void theSwitchesStandStillWhileTheTextIsBroken();
    void whyIsSaidAtItsNote();
    void aMendShowsWhatItPutIn_data();
    void aMendShowsWhatItPutIn();
    void eachOfALineIsTold();
    void theCaretsLineIsMarked();
    void saysWhyNothingHappens();
    void offersNoFieldsWithoutASample();
    void noFieldsAreSaidInTheMiddle();
};

namespace {

const insider::Moment now = std::chrono::system_clock::from_time_t(1'790'000'000);

struct Fixture
{
    Fixture()
    {
        for (const event::ShippedSample &shipped : event::shippedSamples(now)) {
            if (shipped.name == QLatin1String("purchase"))
                sample = std::make_shared<const event::Event>(*event::Event::parse(shipped.text));
        }
        page.resize(1000, 500);
        page.setDocument(&document);
        page.show();
        evaluate();
    }
    /// As the window does after every change.
    void evaluate()
    {
        testrun::EvaluationInput input{document.parts(), sample ? std::optional(*sample) : std::nullopt, {}};
        input.settings.now = now;
        input.settings.sandbox = http::parseEndpoint("http://127.0.0.1:1").value();
        const std::atomic<bool> never = false;
        page.showLive({std::make_shared<const testrun::Evaluation>(testrun::evaluate(input, never)), sample,
                       QStringLiteral("purchase"), document.revision()});
    }
    [[nodiscard]] QPushButton *button(const QString &words) const
    {
        const auto all = page.findChildren<QPushButton *>();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&words](const QPushButton *one) { return one->text() == words; });
        return found == all.end() ? nullptr : *found;
    }
    void setBody(const std::string &body)
    {
        document.replaceBody({}, body);
        evaluate();
    }

    ConnectionDocument document{
        connection::Connection::load(connection::galleryTemplate(QLatin1String("insider-purchase"))->bytes)
            .value()};
    std::shared_ptr<const event::Event> sample;
    BodyPage page;
};

} // namespace

void TestBodyPage::theSwitchesStandStillWhileTheTextIsBroken()
{
    Fixture f;
    auto *const check = f.page.findChild<QCheckBox *>(QStringLiteral("skipHookCheck"));
    QVERIFY(check && check->isVisible() && check->isEnabled());
    check->click();
    f.evaluate();
    QVERIFY(check->isChecked());
    const std::string whole = f.document.body();
    f.setBody(whole.substr(0, whole.size() - 2));
    QVERIFY(check->isVisible());
    QVERIFY(!check->isEnabled());
    QVERIFY(check->isChecked());
    f.setBody(whole);
    QVERIFY(check->isEnabled());
    QVERIFY(check->isChecked());
}

void TestBodyPage::whyIsSaidAtItsNote()
{
    Fixture f;
    f.setBody("{\n \"users\": [\n  {\n   \"identifiers\": {}\n  }\n ]\n}");
    CodeEditor &editor = f.page.editor();
    editor.setCaret(0);
    int noted = 0;
    bool isOpen = false; // once: what is tried is looked at twice
    const auto opens = [&] {
        for (int line = 0; line < 7 && !isOpen; ++line) {
            noted = line;
            isOpen = editor.activateFirstLink(line);
        }
        return isOpen;
    };
    QTRY_VERIFY(opens());
    const QWidget *const aside = QApplication::activePopupWidget();
    QVERIFY(qobject_cast<const Aside *>(aside));
    const QPushButton *const why = f.button(QStringLiteral("Why"));
    QVERIFY(why);
    const QRect link(why->mapToGlobal(QPoint()), why->size());
    QCOMPARE(aside->geometry(), Aside::placeBeside(link, aside->size(), why->screen()->availableGeometry()));
    QVERIFY(aside->y() > link.bottom() || aside->geometry().bottom() < link.top());
    QVERIFY(
        std::abs(link.center().y()
                 - editor.viewport()->mapToGlobal(editor.rectangleOf(editor.lineBegin(noted)).center()).y())
        < 3 * link.height());
    QVERIFY(aside->x() <= link.left() && aside->geometry().right() >= link.left());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY(!QApplication::activePopupWidget());
}

void TestBodyPage::aMendShowsWhatItPutIn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("changed"); // in the body of that template
    QTest::addColumn<QByteArray>("into");
    QTest::addColumn<QByteArray>("seen"); // where the caret is then
    QTest::newRow("a line") << QStringLiteral("hardal-insider-purchase") << QByteArray() << QByteArray()
                            << QByteArray("\"event_group_id\"");
    QTest::newRow("another path") << QStringLiteral("insider-purchase")
                                  << QByteArray("##properties.currency##")
                                  << QByteArray("##properties.curency##")
                                  << QByteArray("##properties.currency##");
    QTest::newRow("a comma") << QStringLiteral("insider-purchase") << QByteArray("\"##created_at##\",")
                             << QByteArray("\"##created_at##\"") << QByteArray();
}

/// It is in view, with the caret in it, wherever people looked before.
void TestBodyPage::aMendShowsWhatItPutIn()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, changed);
    QFETCH(QByteArray, into);
    QFETCH(QByteArray, seen);
    Fixture f;
    f.page.resize(1000, 200);
    auto parts = connection::TakenApart::of(
        connection::Connection::load(connection::galleryTemplate(name)->bytes).value());
    if (!changed.isEmpty())
        parts.body.replace(parts.body.find(changed.toStdString()), static_cast<std::size_t>(changed.size()),
                           into.toStdString());
    f.setBody(parts.body);
    CodeEditor &editor = f.page.editor();
    editor.setCaret(0);
    const std::string before = f.document.body();
    const auto mendsSomewhere = [&] {
        for (int line = 0; line < 40 && f.document.body() == before; ++line)
            static_cast<void>(editor.activateFirstLink(line));
        return f.document.body() != before;
    };
    QTRY_VERIFY(mendsSomewhere());
    while (QWidget *const aside = QApplication::activePopupWidget())
        aside->close();
    QVERIFY(editor.hasFocus());
    const std::size_t caret = editor.caret();
    QVERIFY2(std::string_view(f.document.body()).substr(caret).starts_with(seen.toStdString()),
             f.document.body().substr(caret, 40).c_str());
    QVERIFY(seen.isEmpty() ? f.document.body()[caret - 1] == ',' : caret > 0);
    QVERIFY(editor.viewport()->rect().contains(editor.rectangleOf(caret).center()));
}

/// Their line has room for one at a time.
void TestBodyPage::eachOfALineIsTold()
{
    Fixture f;
    f.setBody(connection::TakenApart::of(
                  connection::Connection::load(
                      connection::galleryTemplate(QLatin1String("hardal-insider-purchase"))->bytes)
                      .value())
                  .body);
    const auto says = [&f](const char *words) {
        const auto labels = f.page.editor().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QLatin1String(words));
        });
    };
    f.page.editor().setCaret(f.document.body().find("\"event_params\""));
    QTRY_VERIFY(says("1 of 2 here: "));
    const testrun::EvaluationInput input{f.document.parts(), *f.sample, {}};
    const std::atomic<bool> never = false;
    std::vector<QString> told;
    for (const Finding &finding : testrun::evaluate(input, never).findings) {
        if (finding.code.starts_with("EVENT_PARAM_REQUIRED"))
            told.push_back(finding.message);
    }
    QCOMPARE(told.size(), 2U);
    f.page.tell(told[1]);
    QVERIFY(says("2 of 2 here: "));
    f.evaluate(); // it stays so
    QTRY_VERIFY(says("2 of 2 here: "));
    f.page.tell(told[0]);
    QVERIFY(says("1 of 2 here: "));
}

void TestBodyPage::theCaretsLineIsMarked()
{
    Fixture f;
    CodeEditor &editor = f.page.editor();
    QCOMPARE(editor.markedLine(), std::optional(0));
    editor.setCaret(editor.lineBegin(4));
    QTRY_COMPARE(editor.markedLine(), std::optional(4));
    f.setBody({});
    QTRY_COMPARE(editor.markedLine(), std::optional<int>());
}

void TestBodyPage::saysWhyNothingHappens()
{
    Fixture f;
    QSignalSpy refused(&f.page, &BodyPage::refused);
    f.page.format();
    QCOMPARE(refused.size(), 0);
    f.setBody("{\"a\" 1}");
    f.page.format();
    f.page.minify();
    QCOMPARE(refused.size(), 2);
    f.setBody({});
    QApplication::clipboard()->clear();
    f.button(QStringLiteral("Paste JSON"))->click();
    QCOMPARE(refused.size(), 3);
    QApplication::clipboard()->setText(QStringLiteral("[1]"));
    f.button(QStringLiteral("Paste JSON"))->click();
    QCOMPARE(refused.size(), 3);
    QCOMPARE(f.document.body(), std::string("[1]"));
}

void TestBodyPage::offersNoFieldsWithoutASample()
{
    Fixture f;
    const auto *const none = f.page.findChild<EmptyState *>(QStringLiteral("noFields"));
    f.setBody({});
    QVERIFY(f.button(QStringLiteral("Every field of this sample"))->isVisible());
    QVERIFY(!none->isVisible());
    QVERIFY(!f.page.editor().activateFirstLink(0)); // nothing is called ill formed that is empty
    f.sample = nullptr;
    f.evaluate();
    QVERIFY(!f.button(QStringLiteral("Every field of this sample"))->isVisible());
    QVERIFY(none->isVisible());
    QSignalSpy samples(&f.page, &BodyPage::samplesRequested);
    QTest::mouseClick(none->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(samples.size(), 1);
}

/// It fills all that is below the column's name, as empty states elsewhere do, and says so too where a sample
/// is there that has nothing in it.
void TestBodyPage::noFieldsAreSaidInTheMiddle()
{
    Fixture f;
    f.sample = std::make_shared<const event::Event>(*event::Event::parse("{}"));
    f.evaluate();
    const auto *const none = f.page.findChild<EmptyState *>(QStringLiteral("noFields"));
    QTRY_VERIFY(none->isVisible());
    QVERIFY(!f.page.findChild<QTreeView *>(QStringLiteral("fieldsView"))->isVisible());
    const auto *const name = f.page.findChild<QLabel *>(QStringLiteral("fieldsLabel"));
    QTRY_VERIFY(none->y() - name->geometry().bottom() <= theme().size(Space::S12));
    QVERIFY(none->parentWidget()->height() - none->geometry().bottom() <= theme().size(Space::S12));
}

QTEST_MAIN(TestBodyPage)
#include "tst_bodypage.moc"
