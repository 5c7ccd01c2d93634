// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "fakestore.h"
#include "ui/common/messageline.h"
#include "ui/headers/headerspage.h"
#include "ui/headers/headersview.h"
#include "ui/headers/secreteditor.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <map>
#include <memory>

using namespace designer;
using namespace designer::ui;
using namespace Qt::Literals::StringLiterals;
using Column = HeadersModel::Column;

class TestHeadersPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().apply(*qobject_cast<QApplication *>(QCoreApplication::instance())); }
    void init();
    void cleanup();
    void aHeaderIsAddedByKeys();
    void aNameIsChosenFromTheList();
    void anUnnamedRowIsNotKept();
    void keysEditTheRow_data();
    void keysEditTheRow();
    void mouseSwitchesAndRemoves();
    void theHandleIsDragged();
    void partnerNameIsMended_data();
    void partnerNameIsMended();
    void whatIsMissingIsAdded();
    void pastes_data();
    void pastes();
    void secretStates_data();
    void secretStates();
    void aSecretIsPutIntoTheKeychain();
    void aLockedKeychainIsSaid();
    void aSilentKeychainKeepsItForTheSession();
    void anEmptyTokenBecomesASecret();
    void aPlainTokenIsKeptAsASecret();
    void theEyeIsShutWhereThereIsNothing();
    void theEyeOpensForAMoment();
    void theEyeDoesNotDisturbTheEditor_data();
    void theEyeDoesNotDisturbTheEditor();
    void typingIsNotLostToAFinding();
    void revealFocusesTheRow();
    void everyControlHasAName();
    void pictures_data();
    void pictures();

private:
    void open(const std::string &headers, const std::string &off = "{}");
    void live();
    void start(std::chrono::milliseconds revealTime);
    [[nodiscard]] std::string bytes() const { return m_document->whole()->bytes(); }
    [[nodiscard]] HeadersModel &model() { return m_page->model(); }
    [[nodiscard]] QLineEdit *editor() { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }
    [[nodiscard]] QPoint centre(int row, int column) const;
    void click(int row, int column);
    void clickLink(int row);
    void go(int row, int column);
    [[nodiscard]] QString spoken() const;

    secrets::FakeStore *m_store = nullptr;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<ConnectionDocument> m_document;
    std::unique_ptr<HeadersPage> m_page;
    HeadersView *m_view = nullptr;
};

namespace {

LiveState evaluated(ConnectionDocument &document)
{
    const std::atomic<bool> never{false};
    LiveState out;
    out.evaluation = std::make_shared<testrun::Evaluation>(
        testrun::evaluate({document.parts(), std::nullopt, {}}, never));
    return out;
}

const std::string good = R"({"X-PARTNER-NAME": "ornekmoda", "X-REQUEST-TOKEN": "{{secret:INSIDER_TOKEN}}"})";

} // namespace

void TestHeadersPage::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    start(std::chrono::seconds(10));
}

void TestHeadersPage::start(std::chrono::milliseconds revealTime)
{
    cleanup();
    auto store = std::make_unique<secrets::FakeStore>();
    m_store = store.get();
    m_keeper = std::make_unique<SecretKeeper>(std::move(store), revealTime);
    m_page = std::make_unique<HeadersPage>(*m_keeper);
    m_view = m_page->findChild<HeadersView *>();
    open(good, R"({"X-Debug": "1"})");
    m_page->resize(1024, 320);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestHeadersPage::cleanup()
{
    m_page.reset();
    m_document.reset();
    m_keeper.reset();
    theme().setScheme(Scheme::Light);
}

void TestHeadersPage::open(const std::string &headers, const std::string &off)
{
    m_page->setDocument(nullptr);
    const std::string file
        = R"({"endpoint_id": "shop", "endpoint_url": "https://unification.useinsider.com/api/user/v1/upsert",)"
          R"( "request_format": {"users": []}, "headers": )"
        + headers + R"(, "x_designer": {"headers_off": )" + off + "}}";
    m_document = std::make_unique<ConnectionDocument>(connection::Connection::load(file).value());
    m_page->setDocument(m_document.get());
    live();
}

void TestHeadersPage::live()
{
    m_page->showLive(evaluated(*m_document));
}

QPoint TestHeadersPage::centre(int row, int column) const
{
    return m_view->visualRect(m_view->model()->index(row, column)).center();
}

void TestHeadersPage::click(int row, int column)
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(row, column));
}

/// Wherever in the row's value it stands: found as a person finds it, by the hand over it.
void TestHeadersPage::clickLink(int row)
{
    const QRect cell = m_view->visualRect(m_view->model()->index(row, Column::Value));
    for (int y = cell.top() + 4; y < cell.bottom(); y += 4) {
        for (int x = cell.left() + 4; x < cell.right(); x += 4) {
            QTest::mouseMove(m_view->viewport(), {x, y});
            if (m_view->viewport()->cursor().shape() == Qt::PointingHandCursor) {
                QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {x, y});
                return;
            }
        }
    }
    QFAIL("there is no link in this row");
}

void TestHeadersPage::go(int row, int column)
{
    m_view->setFocus();
    m_view->setCurrentIndex(m_view->model()->index(row, column));
}

/// All that a screen reader could say of the page.
QString TestHeadersPage::spoken() const
{
    QString out;
    for (const QWidget *widget : m_page->findChildren<QWidget *>())
        out += widget->accessibleName() + widget->accessibleDescription() + widget->toolTip() + u'\n';
    const QAbstractItemModel *model = m_view->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole,
                                   Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole})
                out += model->index(row, column).data(role).toString() + u'\n';
        }
    }
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view);
    for (int i = 0; table && i < table->childCount(); ++i) {
        if (const QAccessibleInterface *cell = table->child(i))
            out += cell->text(QAccessible::Name) + cell->text(QAccessible::Value)
                + cell->text(QAccessible::Description) + u'\n';
    }
    return out;
}

void TestHeadersPage::aHeaderIsAddedByKeys()
{
    const std::string before = bytes();
    QSignalSpy count(m_page.get(), &HeadersPage::headerCountChanged);
    m_page->findChild<QPushButton *>(u"addButton"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(editor());
    QTest::keyClicks(editor(), u"My-Name"_s);
    QCOMPARE(bytes(), before);
    QTest::keyClick(editor(), Qt::Key_Tab);
    QCOMPARE(model().header(2), (connection::HeaderRow{"My-Name", "", true}));
    QVERIFY(editor());
    QVERIFY(editor()->accessibleName().contains(u"My-Name"_s));
    QTest::keyClicks(editor(), u"v 1"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(model().header(2), (connection::HeaderRow{"My-Name", "v 1", true}));
    QCOMPARE(QApplication::focusWidget(), m_view);
    QCOMPARE(m_page->headerCount(), 4);
    QCOMPARE(count.count(), 1);
    m_document->undo();
    m_document->undo();
    QCOMPARE(bytes(), before);
}

void TestHeadersPage::aNameIsChosenFromTheList()
{
    m_page->findChild<QPushButton *>(u"addButton"_s)->click();
    QLineEdit *name = editor();
    QVERIFY(name);
    QTest::keyClicks(name, u"plat"_s);
    QWidget *list = name->completer()->popup();
    QTRY_VERIFY(list->isVisible());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(m_page->headerCount(), 4);
    QCOMPARE(model().header(2).name, "X-PLATFORM-NAME");
    QTRY_VERIFY(editor() && editor()->accessibleName().contains(u"X-PLATFORM-NAME"_s));
}

void TestHeadersPage::anUnnamedRowIsNotKept()
{
    const std::string before = bytes();
    m_page->findChild<QPushButton *>(u"addButton"_s)->click();
    QTest::keyClicks(editor(), u"abc"_s);
    QTest::keyClick(editor(), Qt::Key_Escape); // shuts the list, where it is open
    if (editor())
        QTest::keyClick(editor(), Qt::Key_Escape);
    QTRY_COMPARE(model().rowCount(), 3);
    QCOMPARE(bytes(), before);
}

void TestHeadersPage::keysEditTheRow_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("step");
    const auto row = [](const char *name, int key, int modifiers, int at, int column, const char *step) {
        QTest::newRow(name) << key << modifiers << at << column << QString::fromUtf8(step);
    };
    row("Space switches off", Qt::Key_Space, 0, 0, Column::Name, "Switch the header X-PARTNER-NAME off");
    row("Space switches on", Qt::Key_Space, 0, 2, Column::Value, "Switch the header X-Debug on");
    row("Delete", Qt::Key_Delete, 0, 0, Column::Name, "Remove the header X-PARTNER-NAME");
    row("Return on the cross", Qt::Key_Return, 0, 0, Column::Remove, "Remove the header X-PARTNER-NAME");
    row("Alt+Down", Qt::Key_Down, Qt::AltModifier, 0, Column::Name, "Move the header X-PARTNER-NAME");
    row("Alt+Up", Qt::Key_Up, Qt::AltModifier, 1, Column::Name, "Move the header X-REQUEST-TOKEN");
}

void TestHeadersPage::keysEditTheRow()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(int, row);
    QFETCH(int, column);
    const std::string before = bytes();
    go(row, column);
    QTest::keyClick(m_view, static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    QTEST(m_document->undoStack().undoText(), "step");
    QVERIFY(bytes() != before);
    m_document->undo();
    QCOMPARE(bytes(), before);
}

void TestHeadersPage::mouseSwitchesAndRemoves()
{
    click(0, Column::On);
    QCOMPARE(model().header(1).name, "X-PARTNER-NAME");
    QVERIFY(!model().header(1).on);
    click(2, Column::Remove);
    QCOMPARE(m_page->headerCount(), 2);
    QCOMPARE(m_document->undoStack().undoText(), u"Remove the header X-Debug"_s);
}

void TestHeadersPage::theHandleIsDragged()
{
    QWidget *area = m_view->viewport();
    QTest::mousePress(area, Qt::LeftButton, {}, centre(1, Column::Handle));
    QTest::mouseMove(area, centre(0, Column::Handle));
    QTest::mouseMove(area, {centre(0, Column::Handle).x(), 2});
    QTest::mouseRelease(area, Qt::LeftButton, {}, {centre(0, Column::Handle).x(), 2});
    QCOMPARE(model().header(0).name, "X-REQUEST-TOKEN");
    QCOMPARE(m_view->currentIndex().row(), 0);
}

void TestHeadersPage::partnerNameIsMended_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("by the mouse") << false;
    QTest::newRow("by Alt+Return") << true;
}

void TestHeadersPage::partnerNameIsMended()
{
    QFETCH(bool, byKey);
    open(R"({"X-PARTNER-NAME": "Ornek Moda", "X-REQUEST-TOKEN": "{{secret:T}}"})");
    const std::string before = bytes();
    QCOMPARE(model().notes(0).back().wayOut, u"Use ornekmoda"_s);
    QVERIFY(
        model().index(0, Column::Value).data(Qt::AccessibleTextRole).toString().contains(u"lower case"_s));
    if (byKey) {
        go(0, Column::Name);
        QTest::keyClick(m_view, Qt::Key_Return, Qt::AltModifier);
    } else {
        clickLink(0);
    }
    QCOMPARE(model().header(0).value, "ornekmoda");
    QCOMPARE(m_document->undoStack().count(), 1);
    live();
    QVERIFY(model().notes(0).empty());
    m_document->undo();
    QCOMPARE(bytes(), before);
}

void TestHeadersPage::whatIsMissingIsAdded()
{
    open(R"({"X-PARTNER-NAME": "ornekmoda"})");
    auto *message = m_page->findChild<MessageLine *>(u"missingMessage"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(u"Add X-REQUEST-TOKEN"_s));
    Q_EMIT message->linkActivated(u"X-REQUEST-TOKEN"_s);
    QCOMPARE(model().header(1).name, "X-REQUEST-TOKEN");
    QCOMPARE(m_document->undoStack().count(), 1);
    live();
    QVERIFY(!message->isVisible());
    QCOMPARE(model().notes(1).back().act, HeaderAct::EnterSecret); // it is empty
}

void TestHeadersPage::pastes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("said");
    QTest::newRow("lines") << "X-A: 1\nX-B: 2" << 5 << "2 header(s) pasted.";
    QTest::newRow("JSON") << R"({"X-A": "1"})" << 4 << "1 header(s) pasted.";
    QTest::newRow("in part") << "X-A: 1\nnothing" << 4 << "1 header(s) pasted. 1 line(s) could not be read.";
    QTest::newRow("nothing") << "hello" << 3
                             << "No header could be read; copy lines such as Name: value, or JSON.";
}

void TestHeadersPage::pastes()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    const std::string before = bytes();
    QApplication::clipboard()->setText(text);
    go(0, Column::Name);
    QTest::keySequence(m_view, QKeySequence::Paste);
    QCOMPARE(m_page->headerCount(), count);
    QTEST(m_page->findChild<MessageLine *>(u"barMessage"_s)->text(), "said");
    m_document->undo();
    QCOMPARE(bytes(), before);
}

void TestHeadersPage::secretStates_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("wayOut");
    using State = secrets::Store::State;
    QTest::newRow("absent") << static_cast<int>(State::Absent) << "INSIDER_TOKEN, not in your keychain yet"
                            << "Put it into your keychain";
    QTest::newRow("locked") << static_cast<int>(State::Locked) << "INSIDER_TOKEN, keychain locked"
                            << "Unlock";
    QTest::newRow("denied") << static_cast<int>(State::Denied)
                            << "INSIDER_TOKEN, keychain denied access. Allow it when your keychain asks"
                            << "Try again";
    QTest::newRow("silent") << static_cast<int>(State::Unreachable)
                            << "INSIDER_TOKEN, keychain does not answer. Start your keychain program"
                            << "Try again";
}

void TestHeadersPage::secretStates()
{
    QFETCH(int, state);
    QFETCH(QString, said);
    QTRY_COMPARE(m_keeper->state("INSIDER_TOKEN"), SecretKeeper::State::Absent);
    m_store->state = static_cast<secrets::Store::State>(state);
    m_keeper->ask("INSIDER_TOKEN");
    QTRY_VERIFY(model().notes(1).front().sentence.startsWith(said));
    QTEST(model().notes(1).front().wayOut, "wayOut");
    QVERIFY(spoken().contains(said));
}

void TestHeadersPage::aSecretIsPutIntoTheKeychain()
{
    const std::string before = bytes();
    go(1, Column::Value);
    QTest::keyClick(m_view, Qt::Key_Return);
    QLineEdit *value = editor();
    QVERIFY(value);
    QCOMPARE(value->echoMode(), QLineEdit::Password);
    QTest::keyClicks(value, u"canary-1"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE(model().notes(1).front().sentence, u"INSIDER_TOKEN, in your keychain"_s);
    QCOMPARE(std::string(m_store->values.at("INSIDER_TOKEN").reveal()), "canary-1");
    QVERIFY(!m_page->findChild<SecretEditor *>()->isVisible());
    QCOMPARE(value->text(), QString());
    QCOMPARE(bytes(), before);
    QVERIFY(!m_document->isModified());
    QVERIFY(!spoken().contains(u"canary"_s));
}

void TestHeadersPage::aLockedKeychainIsSaid()
{
    m_store->state = secrets::Store::State::Locked;
    go(1, Column::Value);
    QTest::keyClick(m_view, Qt::Key_Return);
    QTest::keyClicks(editor(), u"canary-2"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    auto *message = m_page->findChild<MessageLine *>(u"editorMessage"_s);
    QTRY_VERIFY(message->text().contains(u"Not kept"_s));
    QVERIFY(!message->text().contains(u"keychain"_s)); // which the row says above it
    QCOMPARE(model().notes(1).front().sentence, u"INSIDER_TOKEN, keychain locked"_s);
    QCOMPARE(model().shownValue(1), u"not readable now"_s);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"sessionButton"_s), Qt::LeftButton);
    QTRY_COMPARE(model().notes(1).front().sentence, u"INSIDER_TOKEN, for this session only"_s);
    QVERIFY(!m_page->findChild<SecretEditor *>()->isVisible());
}

/// What was typed is not lost where nobody answers.
void TestHeadersPage::aSilentKeychainKeepsItForTheSession()
{
    m_store->state = secrets::Store::State::Unreachable;
    go(1, Column::Value);
    QTest::keyClick(m_view, Qt::Key_Return);
    QTest::keyClicks(editor(), u"canary-2"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(model().notes(1).front().sentence, u"INSIDER_TOKEN, for this session only"_s);
    QVERIFY(!m_page->findChild<SecretEditor *>()->isVisible());
    QVERIFY(m_page->findChild<MessageLine *>(u"barMessage"_s)->text().contains(u"for this session only"_s));
    QVERIFY(bytes().find("canary") == std::string::npos);
}

void TestHeadersPage::anEmptyTokenBecomesASecret()
{
    open(R"({"X-PARTNER-NAME": "ornekmoda", "X-REQUEST-TOKEN": ""})");
    clickLink(1);
    QVERIFY(editor());
    QTest::keyClicks(editor(), u"canary-3"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(model().header(1).value, "{{secret:SHOP_REQUEST_TOKEN}}");
    QCOMPARE(m_document->undoStack().count(), 1);
    QVERIFY(bytes().find("canary") == std::string::npos);
}

void TestHeadersPage::aPlainTokenIsKeptAsASecret()
{
    open(R"({"X-PARTNER-NAME": "ornekmoda", "X-REQUEST-TOKEN": "canary-4"})");
    QVERIFY(!spoken().contains(u"canary"_s));
    clickLink(1);
    QTRY_COMPARE(model().header(1).value, "{{secret:SHOP_REQUEST_TOKEN}}");
    QVERIFY(m_document->isModified());
    m_document->undo();
    QVERIFY(bytes().find("canary") == std::string::npos);
    QVERIFY(!spoken().contains(u"canary"_s));
    QVERIFY(!m_document->undoStack().undoText().contains(u"canary"_s));
}

void TestHeadersPage::theEyeIsShutWhereThereIsNothing()
{
    QTRY_COMPARE(m_keeper->state("INSIDER_TOKEN"), SecretKeeper::State::Absent);
    QVERIFY(!model().canReveal(1));
    QVERIFY(model().index(1, Column::Eye).data(Qt::ToolTipRole).toString().contains(u"nothing to show"_s));
    m_store->values.insert_or_assign("INSIDER_TOKEN", secrets::Secret(std::string("canary-5")));
    m_keeper->ask("INSIDER_TOKEN");
    QTRY_VERIFY(model().canReveal(1));
    QVERIFY(!model().index(1, Column::Eye).data(Qt::ToolTipRole).toString().contains(u"nothing to show"_s));
}

void TestHeadersPage::theEyeOpensForAMoment()
{
    start(std::chrono::milliseconds(1));
    m_store->values.insert_or_assign("INSIDER_TOKEN", secrets::Secret(std::string("canary-5")));
    const QModelIndex value = model().index(1, Column::Value);
    QSignalSpy changed(&model(), &QAbstractItemModel::dataChanged);
    bool wasSeen = false;
    connect(&model(), &QAbstractItemModel::dataChanged, this,
            [&] { wasSeen = wasSeen || value.data().toString() == u"canary-5"_s; });
    click(1, Column::Eye);
    QTRY_VERIFY(wasSeen);
    QTRY_VERIFY(!value.data().toString().contains(u"canary"_s));
    model().disconnect(this);
}

void TestHeadersPage::theEyeDoesNotDisturbTheEditor_data()
{
    QTest::addColumn<bool>("runsOut");
    QTest::addColumn<bool>("forSession");
    QTest::newRow("kept while the old value is shown") << false << false;
    QTest::newRow("kept for the session while the old value is shown") << false << true;
    QTest::newRow("the old value hides while the new one is typed") << true << false;
}

void TestHeadersPage::theEyeDoesNotDisturbTheEditor()
{
    QFETCH(bool, runsOut);
    QFETCH(bool, forSession);
    m_store->values.insert_or_assign("INSIDER_TOKEN", secrets::Secret(std::string("canary-6")));
    click(1, Column::Eye);
    QTRY_VERIFY(m_keeper->revealed("INSIDER_TOKEN"));
    go(1, Column::Value);
    QTest::keyClick(m_view, Qt::Key_Return);
    QLineEdit *value = editor();
    QVERIFY(value);
    QTest::keyClicks(value, u"canary-7"_s);
    if (runsOut) {
        m_keeper->hide(); // as it does by itself, later
        QVERIFY(value->isVisible());
        QCOMPARE(value->text(), u"canary-7"_s);
    }
    QSignalSpy kept(m_keeper.get(), &SecretKeeper::kept);
    if (forSession)
        m_page->findChild<QPushButton *>(u"sessionButton"_s)->click();
    else
        QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE(kept.count(), 1);
    QCOMPARE(kept.front().front().toString(), u"INSIDER_TOKEN"_s);
    QVERIFY(!value->isVisible());
    m_keeper->reveal("INSIDER_TOKEN");
    QTRY_COMPARE(m_keeper->revealed("INSIDER_TOKEN"), std::optional(std::string_view("canary-7")));
    QVERIFY(!m_store->values.contains(""));
}

void TestHeadersPage::typingIsNotLostToAFinding()
{
    go(0, Column::Value);
    QTest::keyClick(m_view, Qt::Key_Return);
    QTest::keyClicks(editor(), u"abc"_s);
    const QString typed = editor()->text();
    model().setFindings({Finding{}});
    QVERIFY(editor());
    QCOMPARE(editor()->text(), typed);
}

void TestHeadersPage::revealFocusesTheRow()
{
    m_page->reveal(u"/x_designer/headers_off/X-Debug"_s);
    QCOMPARE(m_view->currentIndex().row(), 2);
    QCOMPARE(QApplication::focusWidget(), m_view);
}

void TestHeadersPage::everyControlHasAName()
{
    m_view->editCell(0, Column::Name);
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool isInner = qobject_cast<const QHeaderView *>(widget->parentWidget())
            || qobject_cast<const QHeaderView *>(widget);
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(m_page.get()) || isInner)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(widget->objectName()));
    }
    for (int row = 0; row < model().rowCount(); ++row) {
        for (int column = 0; column < Column::ColumnCount; ++column)
            QVERIFY(!model().index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty());
    }
}

void TestHeadersPage::pictures_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind :
         {"filled", "error", "turkish", "empty", "adding", "secret", "absent", "locked", "denied", "silent"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestHeadersPage::pictures()
{
    QFETCH(QByteArray, kind);
    m_store->values.insert_or_assign("INSIDER_TOKEN", secrets::Secret(std::string("v")));
    const std::string wrong
        = R"({"X-PARTNER-NAME": "OrnekModa", "X-REQUEST-TOKEN": "{{secret:INSIDER_TOKEN}}"})";
    if (kind == "filled")
        open(R"({"X-PARTNER-NAME": "ornekmoda", "X-REQUEST-TOKEN": "plain", "X-User": "##user.id##",)"
             R"( "Authorization": "Bearer {{secret:INSIDER_TOKEN}}"})",
             R"({"X-Debug": "1"})");
    else if (kind == "error")
        open(
            R"({"X-PARTNER-NAME": "OrnekModa", "X-API-KEY": "", "X-REQUEST-TOKEN": "", "X-a": "1", "x-A": "2"})");
    else if (kind == "turkish")
        open(
            R"({"X-PARTNER-NAME": "Çok Uzun Bir Mağaza Adı: Müşterilerimizin Alışverişlerini Gönderen Bağlantı )"
            R"(Ve Daha Da Uzun Sürsün Diye Birkaç Kelime Daha Ekleyelim", "X-REQUEST-TOKEN": "{{secret:INSIDER_TOKEN}}"})",
            R"({"X-Açıklama-Çok-Uzun-Bir-Başlık-Adı-Burada": "değer ##properties.kategori##"})");
    else if (kind == "empty")
        open("{}");
    else
        open(wrong, R"({"X-Debug": "1"})");
    QCoreApplication::processEvents(); // the keychain's answers
    using State = secrets::Store::State;
    const std::map<QByteArray, State> troubles{{"absent", State::Absent},
                                               {"locked", State::Locked},
                                               {"denied", State::Denied},
                                               {"silent", State::Unreachable}};
    if (const auto trouble = troubles.find(kind); trouble != troubles.end()) {
        m_store->state = trouble->second;
        m_keeper->ask("INSIDER_TOKEN");
        QTRY_VERIFY(!model().notes(1).front().wayOut.isEmpty());
    }
    if (kind == "adding") {
        m_page->findChild<QPushButton *>(u"addButton"_s)->click();
        QTest::keyClicks(editor(), u"X-"_s);
    } else if (kind == "secret") {
        go(1, Column::Value);
        QTest::keyClick(m_view, Qt::Key_Return);
    }
    QCoreApplication::processEvents();
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        theme().setScheme(scheme);
        QCoreApplication::processEvents();
        const QImage image = m_page->grab().toImage();
        QCOMPARE(image.width(), 1024);
        const QString folder = qEnvironmentVariable("DESIGNER_PICTURES");
        const auto name = QLatin1String(scheme == Scheme::Light ? "light" : "dark");
        if (folder.isEmpty())
            continue;
        QVERIFY(image.save(
            QDir(folder).filePath(QStringLiteral("headers-%1-%2.png").arg(QLatin1String(kind), name))));
        if (kind == "adding" && editor())
            editor()->completer()->popup()->grab().save(
                QDir(folder).filePath(QStringLiteral("headers-list-%1.png").arg(name)));
    }
}

QTEST_MAIN(TestHeadersPage)
#include "tst_headerspage.moc"
