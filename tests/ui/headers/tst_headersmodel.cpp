// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakestore.h"
#include "ui/headers/headersmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace designer;
using namespace designer::ui;
using namespace Qt::Literals::StringLiterals;

class TestHeadersModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyEditIsOneStepAndBack_data();
    void everyEditIsOneStepAndBack();
    void aDraftIsNoPartOfTheDocument();
    void tellsTheViewsOnlyWhatChanged();
    void movesStayOnTheirSide();
    void aCredentialLeavesDocumentAndHistory();
    void aKeychainThatRefusesLosesNothing();
    void saysWhatIsToBeDoneAboutAValue_data();
    void saysWhatIsToBeDoneAboutAValue();
    void showsDots_data();
    void showsDots();

private:
    using Edit = std::function<void(HeadersModel &)>;
    [[nodiscard]] std::string shown() const;
    [[nodiscard]] std::string bytes() const { return m_document->whole()->bytes(); }

    secrets::FakeStore *m_store = nullptr;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<ConnectionDocument> m_document;
    std::unique_ptr<HeadersModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

Q_DECLARE_METATYPE(designer::ui::HeaderAct)
Q_DECLARE_METATYPE(std::function<void(designer::ui::HeadersModel &)>)

namespace {

const std::string file = R"({
  "endpoint_id": "shop",
  "request_format": {"a": 1},
  "headers": { "A": "1",  "B": "t\u00fc", "X-Token": "canary-7f3" },
  "x_designer": {"headers_off": {"C": "3", "D": "4"}, "other": 1.50}
})";

} // namespace

void TestHeadersModel::init()
{
    auto store = std::make_unique<secrets::FakeStore>();
    m_store = store.get();
    m_model.reset();
    m_keeper = std::make_unique<SecretKeeper>(std::move(store));
    m_document = std::make_unique<ConnectionDocument>(connection::Connection::load(file).value());
    m_model = std::make_unique<HeadersModel>(*m_keeper);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setDocument(m_document.get());
}

std::string TestHeadersModel::shown() const
{
    std::string out;
    for (const connection::HeaderRow &row : m_model->headers())
        out += (row.on ? "" : "off ") + row.name + '=' + row.value + '|';
    return out;
}

void TestHeadersModel::everyEditIsOneStepAndBack_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("step");
    const auto row = [](const char *name, const Edit &edit, const char *rows, const char *step) {
        QTest::newRow(name) << edit << QByteArray(rows) << QString::fromUtf8(step);
    };
    row(
        "value", [](HeadersModel &m) { m.setData(m.index(0, HeadersModel::Value), u"9"_s, Qt::EditRole); },
        "A=9|B=tü|X-Token=canary-7f3|off C=3|off D=4|", "Change the header A");
    row(
        "name", [](HeadersModel &m) { m.setData(m.index(0, HeadersModel::Name), u"Z"_s, Qt::EditRole); },
        "Z=1|B=tü|X-Token=canary-7f3|off C=3|off D=4|", "Rename the header A");
    row(
        "off",
        [](HeadersModel &m) { m.setData(m.index(0, HeadersModel::On), Qt::Unchecked, Qt::CheckStateRole); },
        "B=tü|X-Token=canary-7f3|off A=1|off C=3|off D=4|", "Switch the header A off");
    row(
        "on", [](HeadersModel &m) { m.setOn(4, true); }, "A=1|B=tü|X-Token=canary-7f3|D=4|off C=3|",
        "Switch the header D on");
    row(
        "down", [](HeadersModel &m) { m.moveTo(0, 1); }, "B=tü|A=1|X-Token=canary-7f3|off C=3|off D=4|",
        "Move the header A");
    row(
        "remove", [](HeadersModel &m) { m.remove(3); }, "A=1|B=tü|X-Token=canary-7f3|off D=4|",
        "Remove the header C");
    row(
        "add",
        [](HeadersModel &m) {
            const int draft = m.startDraft();
            m.setData(m.index(draft, HeadersModel::Value), u"v"_s, Qt::EditRole);
            m.setData(m.index(draft, HeadersModel::Name), u"N"_s, Qt::EditRole);
        },
        "A=1|B=tü|X-Token=canary-7f3|N=v|off C=3|off D=4|", "Add the header N");
    row(
        "all",
        [](HeadersModel &m) {
            m.replaceAll(u"Paste"_s, {{"X", "1", true}});
        },
        "X=1|", "Paste");
}

void TestHeadersModel::everyEditIsOneStepAndBack()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, rows);
    const std::string before = bytes();
    edit(*m_model);
    QCOMPARE(QByteArray::fromStdString(shown()), rows);
    QCOMPARE(m_document->undoStack().count(), 1);
    QTEST(m_document->undoStack().undoText(), "step");
    m_document->undo();
    QCOMPARE(bytes(), before);
    m_document->redo();
    QCOMPARE(QByteArray::fromStdString(shown()), rows);
}

void TestHeadersModel::aDraftIsNoPartOfTheDocument()
{
    const int row = m_model->startDraft();
    QCOMPARE(m_model->startDraft(), row); // there is one at most
    QCOMPARE(m_model->rowCount(), 6);
    m_model->setData(m_model->index(row, HeadersModel::Value), u"v"_s, Qt::EditRole);
    QVERIFY(!m_document->isModified());
    m_model->remove(row);
    QCOMPARE(m_model->rowCount(), 5);
    QVERIFY(!m_document->isModified());
}

void TestHeadersModel::tellsTheViewsOnlyWhatChanged()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy count(m_model.get(), &HeadersModel::countChanged);
    const QPersistentModelIndex last = m_model->index(4, HeadersModel::Name);
    m_model->remove(1);
    QCOMPARE(last.row(), 3);
    m_document->undo();
    QCOMPARE(last.row(), 4);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(count.count(), 2);
    m_document->changeShell(u"Other"_s, {}, connection::withNotes(m_document->shell(), "n"));
    QCOMPARE(count.count(), 2);
}

void TestHeadersModel::movesStayOnTheirSide()
{
    m_model->moveTo(2, 4);
    m_model->moveTo(3, 0);
    QVERIFY(!m_document->isModified());
}

void TestHeadersModel::aCredentialLeavesDocumentAndHistory()
{
    m_model->setData(m_model->index(0, HeadersModel::Value), u"first"_s, Qt::EditRole);
    m_model->setData(m_model->index(2, HeadersModel::Value), u"Bearer canary-9c1"_s, Qt::EditRole);
    m_model->setData(m_model->index(0, HeadersModel::Value), u"second"_s, Qt::EditRole);
    m_model->keepAsSecret(2, SecretKeeper::Place::Keychain);
    const std::string reference = "Bearer {{secret:SHOP_TOKEN}}";
    QTRY_COMPARE(m_model->header(2).value, reference);
    QCOMPARE(std::string(m_store->values.at("SHOP_TOKEN").reveal()), "canary-9c1");
    QVERIFY(m_document->isModified());
    const auto isClean = [&] {
        return bytes().find("canary-9c1") == std::string::npos
            && !m_document->undoStack().undoText().contains(u"canary"_s);
    };
    QVERIFY(isClean());
    while (m_document->undoStack().canUndo()) {
        m_document->undo();
        QVERIFY(isClean());
    }
    while (m_document->undoStack().canRedo()) {
        m_document->redo();
        QVERIFY(isClean());
    }
    QCOMPARE(m_model->header(2).value, reference);
    QCOMPARE(m_model->header(0).value, "second");
}

void TestHeadersModel::aKeychainThatRefusesLosesNothing()
{
    m_store->state = secrets::Store::State::Locked;
    m_model->keepAsSecret(2, SecretKeeper::Place::Keychain);
    const auto offers = [&](HeaderAct act) {
        const std::vector<HeaderNote> notes = m_model->notes(2);
        return !notes.empty() && notes.front().act == act;
    };
    QVERIFY(offers(HeaderAct::KeepAsSecret));
    QTRY_VERIFY(offers(HeaderAct::KeepForSession));
    QCOMPARE(m_model->header(2).value, "canary-7f3");
    QVERIFY(!m_document->isModified());
    m_model->keepAsSecret(2, SecretKeeper::Place::Session);
    QTRY_COMPARE(m_model->header(2).value, "{{secret:SHOP_TOKEN}}");
    QCOMPARE(m_keeper->state("SHOP_TOKEN"), SecretKeeper::State::Session);
    QVERIFY(m_document->isModified());
}

void TestHeadersModel::saysWhatIsToBeDoneAboutAValue_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("says"); // empty: nothing
    QTest::addColumn<HeaderAct>("act");
    QTest::newRow("a plain credential") << QByteArray("canary") << u"plain text"_s << HeaderAct::KeepAsSecret;
    QTest::newRow("a word to write over")
        << QByteArray("YOUR_INSIDER_TOKEN") << u"“YOUR_INSIDER_TOKEN”"_s << HeaderAct::EnterSecret;
    QTest::newRow("one behind a scheme")
        << QByteArray("Bearer YOUR_TOKEN") << u"“YOUR_TOKEN”"_s << HeaderAct::EditValue;
    QTest::newRow("a partner to write over")
        << QByteArray("your_partner_name") << u"Write your partner name here"_s << HeaderAct::EnterSecret;
    QTest::newRow("a placeholder") << QByteArray("##user.token##") << QString() << HeaderAct::None;
}

/// No lock stands beside what is not locked away.
void TestHeadersModel::saysWhatIsToBeDoneAboutAValue()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, says);
    m_model->setValue(2, value.toStdString());
    const std::vector<HeaderNote> notes = m_model->notes(2);
    QCOMPARE(notes.empty(), says.isEmpty());
    if (notes.empty())
        return;
    QVERIFY2(notes.front().sentence.contains(says), qPrintable(notes.front().sentence));
    QTEST(notes.front().act, "act");
    QCOMPARE(notes.front().tone, Tone::Warning);
    QVERIFY(!notes.front().isAboutSecret);
}

void TestHeadersModel::showsDots_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("dots");
    const QString dots(16, QChar(u'•'));
    QTest::newRow("a plain credential") << QByteArray("canary") << dots;
    QTest::newRow("a reference") << QByteArray("{{secret:S}}") << dots;
    QTest::newRow("a reference in a text")
        << QByteArray("Bearer {{secret:S}}!") << u"Bearer "_s + dots + u'!';
    QTest::newRow("a reference without a value") << QByteArray("{{secret:None}}") << u"no value yet"_s;
    QTest::newRow("one in a text") << QByteArray("Bearer {{secret:None}}!") << u"Bearer (no value yet)!"_s;
    QTest::newRow("a placeholder") << QByteArray("##user.token##") << "##user.token##";
    QTest::newRow("a word to write over") << QByteArray("YOUR_TOKEN") << "YOUR_TOKEN";
    QTest::newRow("nothing") << QByteArray() << "";
}

void TestHeadersModel::showsDots()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, dots);
    m_store->values.insert_or_assign("S", secrets::Secret(std::string("canary")));
    m_model->setValue(2, value.toStdString());
    const QModelIndex index = m_model->index(2, HeadersModel::Value);
    QCOMPARE(m_model->lacksValue(2), value.contains("{{"));
    static_cast<void>(m_model->notes(2)); // as a view does, which has the keychain asked
    QTRY_COMPARE(index.data(Qt::DisplayRole).toString(), dots);
    QCOMPARE(m_model->lacksValue(2), value.contains("None"));
    const QString spoken = index.data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken.startsWith(u"hidden value"_s), dots.contains(u'•'));
    QCOMPARE(spoken.contains(u"no value yet"_s), value.contains("None"));
    QVERIFY(!spoken.contains(u"canary"_s));
    QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"canary"_s));
    if (value != "canary")
        return;
    m_model->toggleReveal(2);
    QCOMPARE(index.data(Qt::DisplayRole).toString(), u"canary"_s);
    m_model->toggleReveal(2);
    QTEST(index.data(Qt::DisplayRole).toString(), "dots");
}

QTEST_GUILESS_MAIN(TestHeadersModel)
#include "tst_headersmodel.moc"
