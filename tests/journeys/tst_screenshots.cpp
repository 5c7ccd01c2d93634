// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/pictures.h"
#include "../ui/unexpectedwarnings.h"
#include "connection/conditionediting.h"
#include "connection/editing.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/language.h"
#include "ui/editor/codeeditor.h"
#include "windowplaces.h"

#include <QCheckBox>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

#include <functional>

using namespace designer;
using namespace designer::ui;

namespace {

const QString purchase = QStringLiteral("Insider purchase");
const QString blank = QStringLiteral("My Endpoint");

QString named(const QWidget &widget, const QString &words)
{
    return QLatin1String(widget.metaObject()->className()) + QLatin1Char('#') + widget.objectName()
        + QLatin1String(" in ") + widget.parentWidget()->objectName() + QLatin1String(" \"") + words
        + QLatin1Char('"');
}

/// It ends in "…" where it has no room.
bool isShortened(const QLabel &label)
{
    return qobject_cast<const ElidedLabel *>(&label) || label.toolTip() == label.text();
}

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty() || isShortened(label) || !label.pixmap(Qt::ReturnByValue).isNull())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + 1;
    return label.sizeHint().width() > label.width() + 1 || label.sizeHint().height() > label.height() + 1;
}

/// Words that do not fit where they stand.
QStringList cutWords(const QWidget &window)
{
    QStringList out;
    for (const auto *const label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && isCut(*label))
            out << named(*label, label->text());
    }
    for (const auto *const button : window.findChildren<QAbstractButton *>()) {
        const bool hasWords
            = qobject_cast<const QPushButton *>(button) || qobject_cast<const QCheckBox *>(button);
        if (button->isVisible() && hasWords && !button->text().isEmpty()
            && (button->sizeHint().width() > button->width() + 1
                || button->minimumSizeHint().height() > button->height() + 1))
            out << named(*button, button->text());
    }
    return out;
}

bool isBlank(const QImage &picture)
{
    const QRgb first = picture.pixel(0, 0);
    int others = 0;
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7)
            others += picture.pixel(x, y) != first ? 1 : 0;
    }
    return others < 500;
}

} // namespace

/// A picture of every page, screen and state, light and dark. DESIGNER_SCREENSHOTS names the folder
/// that keeps them; DESIGNER_SCREENSHOTS_SIZE the window's size; DESIGNER_SCREENSHOTS_SCHEME one of
/// light and dark.
class TestScreenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pages_data();
    void pages();
    void states_data();
    void states();
    void screens();
    void firstRun();
    void emptyWorkspace();
    void longTexts();
    void longWords();
    void wide();

private:
    void take(const QString &name);
    void takeOne(const QString &name, Scheme scheme);
    void key(const char *sequence)
    {
        QTest::keySequence(&m_fixture->window(), QKeySequence(QLatin1String(sequence)));
    }
    [[nodiscard]] ConnectionDocument &document() { return *m_fixture->window().live().document(); }
    void waitForLive() { QTRY_VERIFY_WITH_TIMEOUT(m_fixture->window().live().isFresh(), 30000); }
    void change(const Result<connection::Connection> &next)
    {
        QVERIFY(!document().changeShell(QStringLiteral("Change"), {}, next));
        waitForLive();
    }
    void replaceInBody(std::string_view what, const std::string &by);
    void test(const QString &outcome);
    void foldPanel();
    void chooseView(const QString &title);
    void toState(const QString &state);
    [[nodiscard]] bool toTestState(const QString &state);
    [[nodiscard]] bool toWindowState(const QString &state);

    Isolation m_isolation;
    QTemporaryDir m_temporary;
    QString m_folder;
    QSize m_size{1280, 800};
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<Session> m_other; ///< as another window would have it
};

void TestScreenshots::initTestCase()
{
    m_folder = qEnvironmentVariable("DESIGNER_SCREENSHOTS", m_temporary.path());
    QVERIFY(QDir().mkpath(m_folder));
    installTranslation(*qApp);
    const QStringList size = qEnvironmentVariable("DESIGNER_SCREENSHOTS_SIZE").split(QLatin1Char('x'));
    if (size.size() == 2)
        m_size = QSize(size[0].toInt(), size[1].toInt());
}

void TestScreenshots::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
    m_fixture->window().session()->state().welcomed = true;
    m_fixture->close();
    m_fixture->open();
    m_fixture->window().resize(m_size);
}

void TestScreenshots::cleanup()
{
    m_other.reset();
    m_fixture.reset();
    theme().setScheme(Scheme::Light);
}

void TestScreenshots::takeOne(const QString &name, Scheme scheme)
{
    theme().setScheme(scheme);
    QCoreApplication::processEvents();
    static_cast<void>(QTest::qWaitFor([this] { return cutWords(m_fixture->window()).isEmpty(); }, 1000));
    const QString file = name + QLatin1Char('-')
        + (scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    const QPixmap picture = m_fixture->window().grab();
    QVERIFY2(picture.save(QDir(m_folder).filePath(file + QStringLiteral(".png"))), qPrintable(file));
    QVERIFY2(!isBlank(picture.toImage()), qPrintable(file));
    const QStringList cut = cutWords(m_fixture->window());
    QVERIFY2(cut.isEmpty(), qPrintable(file + QLatin1String(": ") + cut.join(QLatin1String("\n  "))));
}

void TestScreenshots::take(const QString &name)
{
    const QString only = qEnvironmentVariable("DESIGNER_SCREENSHOTS_SCHEME");
    if (only != QLatin1String("dark"))
        takeOne(name, Scheme::Light);
    if (only != QLatin1String("light"))
        takeOne(name, Scheme::Dark);
}

void TestScreenshots::replaceInBody(std::string_view what, const std::string &by)
{
    const std::size_t at = document().body().find(what);
    QVERIFY(at != std::string::npos);
    document().changeBody(QStringLiteral("Change"), {at, at + what.size(), by});
    waitForLive();
}

void TestScreenshots::test(const QString &outcome)
{
    key("Ctrl+Return");
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->says(outcome), 30000);
}

void TestScreenshots::foldPanel()
{
    for (auto *const button : m_fixture->window().findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->accessibleName().startsWith(QLatin1String("Fold")))
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL("nothing folds the panel");
}

void TestScreenshots::pages_data()
{
    QTest::addColumn<int>("page");
    const QStringList names{QStringLiteral("settings"), QStringLiteral("headers"), QStringLiteral("body"),
                            QStringLiteral("conditions"), QStringLiteral("notes")};
    for (int i = 0; i < names.size(); ++i)
        QTest::newRow(qPrintable(names[i])) << i;
}

void TestScreenshots::pages()
{
    QFETCH(int, page);
    chooseDestination(*m_fixture, purchase);
    key(qPrintable(QStringLiteral("Ctrl+%1").arg(page + 1)));
    take(QStringLiteral("page-") + QLatin1String(QTest::currentDataTag()));
    chooseDestination(*m_fixture, blank);
    key(qPrintable(QStringLiteral("Ctrl+%1").arg(page + 1)));
    take(QStringLiteral("page-") + QLatin1String(QTest::currentDataTag()) + QStringLiteral("-blank"));
}

void TestScreenshots::states_data()
{
    QTest::addColumn<QString>("state");
    for (const char *const state : {"body-empty",
                                    "body-error-with-note",
                                    "body-not-json",
                                    "body-find",
                                    "chip-not-saved",
                                    "chip-tested",
                                    "chip-changed",
                                    "test-accepted",
                                    "test-rejected",
                                    "test-refused-by-header",
                                    "test-full-with-timing",
                                    "test-folded",
                                    "live-strip",
                                    "activate-untested",
                                    "conditions-nested",
                                    "headers-with-errors",
                                    "notes-filled",
                                    "settings-with-errors",
                                    "finder",
                                    "finder-words",
                                    "finder-nothing",
                                    "two-windows",
                                    "drafts-failing"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void TestScreenshots::states()
{
    QFETCH(QString, state);
    chooseDestination(*m_fixture, purchase);
    key("Ctrl+3");
    toState(state);
    if (!QTest::currentTestFailed())
        take(state);
}

void TestScreenshots::chooseView(const QString &title)
{
    for (auto *const tabs : m_fixture->window().findChildren<QTabBar *>()) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->isVisible() && (tabs->tabText(i) == title || tabs->tabToolTip(i) == title))
                tabs->setCurrentIndex(i);
        }
    }
}

bool TestScreenshots::toTestState(const QString &state)
{
    if (state == QLatin1String("chip-tested")) {
        test(QStringLiteral("1 user accepted"));
    } else if (state == QLatin1String("test-accepted")) {
        auto rows = connection::headerRows(document().shell());
        for (connection::HeaderRow &row : rows) {
            if (row.name == "X-PARTNER-NAME")
                row.value = "ornekmoda";
        }
        change(connection::withHeaderRows(document().shell(), rows));
        test(QStringLiteral("1 user accepted"));
        key("Ctrl+S");
    } else if (state == QLatin1String("chip-changed")) {
        test(QStringLiteral("1 user accepted"));
        replaceInBody("{", "{ ");
    } else if (state == QLatin1String("test-rejected")) {
        replaceInBody(R"("event_group_id": "##properties.order_id##")", R"("x_group": 1)");
        test(QStringLiteral("Rejected: 0 of 1 users accepted"));
    } else if (state == QLatin1String("test-refused-by-header")) {
        change(connection::withHeaderRows(document().shell(), {{"Content-Type", "application/json", true}}));
        key("Ctrl+Return");
        static_cast<void>(
            QTest::qWaitFor([this] { return m_fixture->says(QStringLiteral("efused")); }, 10000));
    } else if (state == QLatin1String("test-full-with-timing")) {
        test(QStringLiteral("1 user accepted"));
        key("F11");
        chooseView(QStringLiteral("Headers and timing"));
    } else if (state == QLatin1String("test-folded")) {
        foldPanel();
    } else if (state == QLatin1String("live-strip")) {
        m_fixture->click(QStringLiteral("Live"));
    } else {
        return false;
    }
    return true;
}

bool TestScreenshots::toWindowState(const QString &state)
{
    Session &session = *m_fixture->window().session();
    if (state.startsWith(QLatin1String("finder"))) {
        key("Ctrl+K");
        if (state.endsWith(QLatin1String("words")))
            QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("pr"));
        if (state.endsWith(QLatin1String("nothing")))
            QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("zzz"));
    } else if (state == QLatin1String("two-windows")) {
        m_other = std::make_unique<Session>(session.folder());
        QSignalSpy shared(&session, &Session::sharedChanged);
        session.checkDisk();
        static_cast<void>(shared.wait());
    } else if (state == QLatin1String("drafts-failing")) {
        Q_EMIT session.draftsFailed(Error{ErrorCode::FileNotWritten,
                                          QStringLiteral("the disk is full"),
                                          QStringLiteral("delete what is not needed"),
                                          {},
                                          std::nullopt});
    } else {
        return false;
    }
    return true;
}

void TestScreenshots::toState(const QString &state)
{
    using namespace connection;
    if (toTestState(state) || toWindowState(state))
        return;
    if (state == QLatin1String("body-empty")) {
        document().replaceBody(QStringLiteral("Empty it"), {});
    } else if (state == QLatin1String("body-error-with-note")) {
        replaceInBody(R"("event_group_id": "##properties.order_id##")", R"("x_group": 1)");
        key("F8");
    } else if (state == QLatin1String("body-not-json")) {
        replaceInBody("[", "");
    } else if (state == QLatin1String("body-find")) {
        auto *const editor = m_fixture->find<CodeEditor>("bodyEditor");
        QVERIFY(editor);
        editor->setFocus();
        QTest::keySequence(editor, QKeySequence(QKeySequence::Find));
    } else if (state == QLatin1String("chip-not-saved")) {
        change(withText(document().shell(), key::label, "Purchases of the shop"));
    } else if (state == QLatin1String("activate-untested")) {
        auto *const active = m_fixture->find<QAbstractButton>("activeSwitch");
        QTest::mouseClick(active, Qt::LeftButton, {}, QPoint(active->width() - 10, active->height() / 2));
    } else if (state == QLatin1String("conditions-nested")) {
        change(withConditions(
            document().shell(),
            R"({"match":"all","rules":[{"type":"event_name","operator":"equals","value":"purchase"},)"
            R"({"match":"any","rules":[{"type":"property","field":"total","operator":"greater_than","value":100},)"
            R"({"match":"none","rules":[{"type":"user","field":"email","operator":"contains","value":"test"}]}]}]})"));
        key("Ctrl+4");
    } else if (state == QLatin1String("headers-with-errors")) {
        change(withHeaderRows(document().shell(),
                              {{"Content-Type", "text/plain", true},
                               {"X-PARTNER-NAME", "my shop", true},
                               {"X-REQUEST-TOKEN", "0123456789abcdef0123456789abcdef", true},
                               {"Authorization", "Bearer {{secret:SHOP_TOKEN}}", true},
                               {"Bad Name", "x", true},
                               {"X-Off", "y", false}}));
        key("Ctrl+2");
    } else if (state == QLatin1String("notes-filled")) {
        change(withNotes(document().shell(), "Agreed with the shop in spring.\nToken: ask Ayşe."));
        key("Ctrl+5");
    } else if (state == QLatin1String("settings-with-errors")) {
        change(withText(document().shell(), key::url, "http://unification.useinsider.com/api user"));
        change(withText(document().shell(), key::id, ""));
        key("Ctrl+1");
    } else {
        QFAIL("no such state");
    }
    waitForLive();
}

void TestScreenshots::screens()
{
    chooseDestination(*m_fixture, purchase);
    const QList<QAction *> actions = screenActions(*m_fixture);
    QCOMPARE(actions.size(), 4);
    for (QAction *const action : actions) {
        action->trigger();
        QString name = action->text().toLower();
        name.remove(QChar(0x2026)).replace(QLatin1Char(' '), QLatin1Char('-'));
        take(QStringLiteral("screen-") + name);
        QVERIFY2(QApplication::focusWidget(), qPrintable(name + QStringLiteral(" takes no focus")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }
}

void TestScreenshots::firstRun()
{
    m_fixture->close();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
    m_fixture->window().resize(m_size);
    waitForLive();
    take(QStringLiteral("first-run"));
}

void TestScreenshots::emptyWorkspace()
{
    while (m_fixture->window().session()->count() > 0)
        m_fixture->window().session()->remove(0);
    take(QStringLiteral("empty-workspace"));
}

void TestScreenshots::longTexts()
{
    using namespace connection;
    chooseDestination(*m_fixture, purchase);
    change(
        withText(document().shell(), key::label,
                 "Kullanıcılaştırılamayanlardan mısınız? Sipariş tamamlandı: Geschwindigkeitsüberschreitung "
                 "und Donaudampfschifffahrtsgesellschaft"));
    change(withText(document().shell(), key::url,
                    "https://unification.useinsider.com/" + std::string(20, 'x') + "/sipari%C5%9F/"
                        + std::string(160, 'y')));
    std::vector<HeaderRow> rows = headerRows(document().shell());
    rows.push_back(
        {"X-Rechtsschutzversicherungsgesellschaften-Und-Noch-Viel-Laenger",
         "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine " + std::string(120, 'z'),
         true});
    change(withHeaderRows(document().shell(), rows));
    change(withConditions(
        document().shell(),
        R"({"match":"all","rules":[{"type":"property","field":"cekoslovakyalilastiramadiklarimizdan.lieferadresse",)"
        R"("operator":"equals","value":"Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine"}]})"));
    for (int page = 1; page <= 5; ++page) {
        key(qPrintable(QStringLiteral("Ctrl+%1").arg(page)));
        waitForLive();
        take(QStringLiteral("long-texts-%1").arg(page));
    }
}

void TestScreenshots::longWords()
{
    LongWords words;
    QVERIFY(QCoreApplication::installTranslator(&words));
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
    m_fixture->window().session()->state().welcomed = true;
    m_fixture->window().resize(m_size);
    waitForLive();
    for (int page = 1; page <= 5; ++page) {
        key(qPrintable(QStringLiteral("Ctrl+%1").arg(page)));
        take(QStringLiteral("long-words-%1").arg(page));
    }
    for (const char *const state : {"finder", "two-windows", "drafts-failing"}) {
        QVERIFY(toWindowState(QLatin1String(state)));
        take(QStringLiteral("long-words-") + QLatin1String(state));
        if (QApplication::focusWidget())
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }
    m_other.reset();
    m_fixture.reset();
    QCoreApplication::removeTranslator(&words);
}

void TestScreenshots::wide()
{
    m_fixture->window().resize(1920, 1080);
    chooseDestination(*m_fixture, purchase);
    key("Ctrl+3");
    test(QStringLiteral("1 user accepted"));
    take(QStringLiteral("wide-1920x1080"));
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
