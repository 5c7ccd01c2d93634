// SPDX-License-Identifier: GPL-3.0-or-later
#include "../pictures.h"
#include "conditionsfixture.h"

#include <QDir>
#include <QPushButton>

using namespace designer;
using namespace designer::ui;

/// How the page looks in its states, light and dark: nothing is cut, nothing lies on top of another.
class TestConditionsGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnWarnings(); }
    void pictures_data();
    void pictures();
    void popups_data();
    void popups();
};

namespace {

const char *const faulty = R"({"match": "all", "rules": [
  {"type": "property", "field": "", "operator": "equals", "value": "x"},
  {"type": "property", "field": "properties.price", "operator": "greater_than", "value": "99,90"},
  {"type": "path", "field": "created_at", "operator": "before", "value": "yesterday"},
  {"type": "event_name", "operator": "regex", "value": "(shoes"},
  {"type": "event_name", "operator": "equals", "value": ""},
  {"match": "some", "rules": []},
  {"type": "property", "field": "properties.x", "operator": "resembles", "value": {"a": 1}},
  5]})";

std::string deep(int depth)
{
    const std::string rule
        = R"({"type": "property", "field": "properties.price", "operator": "at_least", "value": 10})";
    return depth == 0 ? rule
                      : R"({"match": ")" + std::string(depth % 2 ? "any" : "all") + R"(", "rules": [)" + rule
            + "," + deep(depth - 1) + "]}";
}

const char *const longTexts = R"({"match": "any", "rules": [
  {"type": "property", "field": "properties.Müşteri_İletişim_Tercihleri.güncelleme_tarihi_ve_saati", "operator": "not_contains", "value": "İstanbul’daki çok uzun bir mağaza adı: Kadıköy Çarşı Şubesi, Üçüncü Kat", "ignore_case": true},
  {"type": "user", "field": "user.Rechnungsadressänderungsbestätigungskennzeichen", "operator": "one_of", "value": ["Donaudampfschifffahrtsgesellschaftskapitän", "Rindfleischetikettierung, streng", "Größe"]}
  ]})";

const char *const lists = R"({"match": "any", "rules": [
  {"type": "property", "field": "properties.items", "operator": "one_of", "value": ["Kadıköy, İstanbul", 5, "5"]},
  {"type": "user", "field": "user.name", "operator": "equals", "value": "Ayşe"},
  {"type": "user", "field": "user.country", "operator": "one_of", "value": []}
  ]})";

void save(const QPixmap &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("DESIGNER_GALLERY");
    const QString scheme = theme().isDark() ? QStringLiteral("dark") : QStringLiteral("light");
    QVERIFY(folder.isEmpty()
            || picture.save(QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name, scheme))));
}

} // namespace

void TestConditionsGallery::initTestCase()
{
    theme().apply(*qApp);
}

void TestConditionsGallery::pictures_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QSize>("size");
    QTest::newRow("lists") << QByteArray(lists) << QSize(1024, 616);
    QTest::newRow("empty") << QByteArray() << QSize(1024, 616);
    QTest::newRow("picture") << QByteArray(pictureTree) << QSize(1024, 616);
    QTest::newRow("errors") << QByteArray(faulty) << QSize(1024, 616);
    QTest::newRow("deep") << QByteArray::fromStdString(deep(9)) << QSize(1024, 616);
    QTest::newRow("long") << QByteArray(longTexts) << QSize(768, 416);
    QTest::newRow("picture-narrow") << QByteArray(pictureTree) << QSize(768, 416);
}

void TestConditionsGallery::pictures()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QSize, size);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        theme().setScheme(scheme);
        PageBench bench(conditions.toStdString(), size);
        bench.setSample(purchase, QStringLiteral("Purchase, one product"));
        bench.evaluate();
        for (QPushButton *each : bench.page().findChildren<QPushButton *>(QStringLiteral("noteLink")))
            each->setChecked(qEnvironmentVariableIsSet("DESIGNER_UNFOLDED"));
        QApplication::processEvents();
        const QPixmap picture = bench.page().grab();
        QCOMPARE(picture.size(), size);
        save(picture, QString::fromLatin1(QTest::currentDataTag()));
    }
}

void TestConditionsGallery::popups_data()
{
    QTest::addColumn<bool>("isLong");
    QTest::addColumn<int>("rule");
    QTest::newRow("values") << false << 2;
    QTest::newRow("lines") << false << 1;
    QTest::newRow("lines-long") << true << 3;
}

void TestConditionsGallery::popups()
{
    QFETCH(bool, isLong);
    QFETCH(int, rule);
    LongWords words;
    if (isLong)
        QCoreApplication::installTranslator(&words);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        theme().setScheme(scheme);
        PageBench bench(lists, {1024, 616});
        bench.setSample(purchase, QStringLiteral("Purchase, one product"));
        bench.evaluate();
        QTest::keyClick(bench.row(static_cast<std::size_t>(rule))->stops().at(3), Qt::Key_Down);
        QWidget *const popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QApplication::processEvents();
        QVERIFY(rule == 2 || popup->minimumSizeHint().height() <= popup->height()); // a list scrolls
        save(popup->grab(), QString::fromLatin1(QTest::currentDataTag()));
        popup->close();
    }
    QCoreApplication::removeTranslator(&words);
}

QTEST_MAIN(TestConditionsGallery)
#include "tst_conditionsgallery.moc"
