// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/insider.h"
#include "json/document.h"
#include "json/layout.h"
#include "json/text.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <charconv>

using namespace designer;
using namespace designer::insider;

namespace {

QString casesFolder()
{
    return QStringLiteral(DESIGNER_SHARED_CASES "/insider");
}

std::string contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// "@generate: ...<x repeated until the body is 5,000,001 bytes>..."
std::string grown(std::string recipe)
{
    const std::size_t begin = recipe.find('<');
    const std::size_t end = recipe.find('>', begin);
    std::string digits;
    for (const char c : recipe.substr(begin, end - begin)) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    const std::size_t size = std::stoul(digits);
    const char filler = recipe[begin + 1];
    const std::size_t rest = recipe.size() - (end + 1 - begin);
    recipe.replace(begin, end + 1 - begin, std::string(size - rest, filler));
    return recipe;
}

std::string bodyOf(const json::Value &request)
{
    constexpr std::string_view mark = "@generate: ";
    if (const json::Value body = request.find("body"))
        return json::minified(body);
    std::string raw = request.find("raw_body").text();
    return raw.starts_with(mark) ? grown(raw.substr(mark.size())) : raw;
}

Request requestOf(const json::Value &request, const std::string &body)
{
    Request out;
    out.body = body;
    out.method = request.find("method").text();
    out.path = request.find("path").text();
    out.headers.emplace();
    for (const json::Member &header : request.find("headers").members())
        out.headers->push_back({header.nameText(), header.value.text()});
    return out;
}

/// The present of all cases: after their events, so that retention holds.
Moment now()
{
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 24);
}

QRegularExpression pathPattern(const QString &path)
{
    if (path == QLatin1String("$"))
        return QRegularExpression(QStringLiteral("^$"));
    QString pattern = QRegularExpression::escape(u'/' + path);
    pattern.replace(QStringLiteral("\\."), QStringLiteral("/"));
    pattern.replace(QStringLiteral("\\*"), QStringLiteral("[^/]+"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

std::string severityName(const json::Value &value)
{
    return value.text() == "warn" ? "warning" : value.text();
}

bool contains(const Findings &findings, const json::Value &expected)
{
    const QRegularExpression pattern = pathPattern(json::toQString(expected.find("path").text()));
    const bool isHeader = expected.find("path").text().starts_with("headers.");
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
        const bool isThere
            = isHeader || pattern.match(json::toQString(finding.payloadPointer.value_or("?"))).hasMatch();
        return finding.code == expected.find("code").text()
            && name(finding.severity) == severityName(expected.find("severity")) && isThere;
    });
}

bool expectsError(const json::Value &lint)
{
    const json::Elements list = lint.elements();
    for (const json::Value &entry : list) {
        if (entry.find("severity").text() == "error")
            return true;
    }
    return false;
}

} // namespace

class TestCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void cases_data();
    void cases();
};

void TestCases::cases_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(casesFolder());
    const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
    if (files.isEmpty())
        QTest::newRow("no cases") << QString();
}

void TestCases::cases()
{
    QFETCH(QString, file);
    if (file.isEmpty())
        QSKIP("the folder of recorded and documented cases is not here");
    const json::Document document(contentsOf(file));
    QVERIFY(document.isValid());
    const json::Value expected = document.root().find("expected");
    if (expected.find("status").raw() == "429")
        QSKIP("a rate cannot be seen in one request");

    const std::string body = bodyOf(document.root().find("request"));
    const Prediction prediction
        = predict(requestOf(document.root().find("request"), body), Profile::Proven, now());

    const json::Value expectedBody = expected.find("body");
    if (expectedBody.isNull()) {
        QCOMPARE(prediction.body.value_or("null"), std::string("null"));
        QCOMPARE(prediction.basis, Evidence::Undocumented);
    } else {
        QCOMPARE(QByteArray::number(prediction.status),
                 QByteArray::fromStdString(std::string(expected.find("status").raw())));
        QVERIFY(prediction.body);
        QCOMPARE(QByteArray::fromStdString(*prediction.body),
                 QByteArray::fromStdString(json::minified(expectedBody)));
        QVERIFY(prediction.basis != Evidence::Undocumented);
    }
    const json::Value lint = document.root().find("lint");
    const json::Elements findings = lint.elements();
    for (const json::Value &finding : findings) {
        if (finding.find("code").text() == "TIMESTAMP_FUTURE")
            continue;
        QVERIFY2(contains(prediction.findings, finding), json::minified(finding).c_str());
    }
    const QRegularExpression unfilled(QStringLiteral("%[1-9]"));
    for (const Finding &finding : prediction.findings) {
        QVERIFY2(finding.severity != Severity::Error || expectsError(lint), qPrintable(finding.message));
        QVERIFY2(!unfilled.match(finding.message).hasMatch(), qPrintable(finding.message));
    }
}

QTEST_GUILESS_MAIN(TestCases)

#include "tst_cases.moc"
