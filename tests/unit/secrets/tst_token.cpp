// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/token.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

using namespace seatscope;
using namespace Qt::StringLiterals;

/// Where the token of callback authentication comes from.
class TestToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsTheTokenOfAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("token"); // empty: refused
        QTest::newRow("line") << QByteArray("xxxxyyyy\n") << QByteArray("xxxxyyyy");
        QTest::newRow("no line end") << QByteArray("xxxxyyyy") << QByteArray("xxxxyyyy");
        QTest::newRow("CRLF, more lines") << QByteArray("xxxxyyyy\r\nmore\n") << QByteArray("xxxxyyyy");
        QTest::newRow("longest") << QByteArray(128, 'x') << QByteArray(128, 'x');
        QTest::newRow("too long") << QByteArray(129, 'x') << QByteArray();
        QTest::newRow("huge") << QByteArray(100'000, 'x') << QByteArray();
        QTest::newRow("empty line") << QByteArray("\nxxxx") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("not only ASCII") << QByteArray("t\xc3\xb6ken\n") << QByteArray("t\xc3\xb6ken");
        QTest::newRow("blank inside") << QByteArray("xxxx yyyy\n") << QByteArray("xxxx yyyy");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfxxxxyyyy\n") << QByteArray();
        QTest::newRow("NUL") << QByteArray("xxxx\0yyyy\n", 10) << QByteArray();
        QTest::newRow("tabulator") << QByteArray("xxxx\tyyyy\n") << QByteArray();
        QTest::newRow("escape") << QByteArray("xxxx\x1byyyy\n") << QByteArray();
        QTest::newRow("carriage return inside") << QByteArray("xxxx\ryyyy\n") << QByteArray();
        QTest::newRow("delete") << QByteArray("xxxx\x7f\n") << QByteArray();
        QTest::newRow("control character beyond ASCII") << QByteArray("xxxx\xc2\x85yyyy\n") << QByteArray();
        QTest::newRow("line separator") << QByteArray("xxxx\xe2\x80\xa8yyyy\n") << QByteArray();
        QTest::newRow("no UTF-8") << QByteArray("xxxx\xff\n") << QByteArray();
        QTest::newRow("cut off UTF-8") << QByteArray("xxxx\xc3\n") << QByteArray();
        QTest::newRow("surrogate") << QByteArray("xxxx\xed\xa0\x80\n") << QByteArray();
        QTest::newRow("UTF-16") << QByteArray("\xff\xfex\0x\0\n\0", 8) << QByteArray();
        QTest::newRow("blank before") << QByteArray(" xxxxyyyy\n") << QByteArray();
        QTest::newRow("blank behind") << QByteArray("xxxxyyyy \n") << QByteArray();
        QTest::newRow("no-break space behind") << QByteArray("xxxxyyyy\xc2\xa0\n") << QByteArray();
        QTest::newRow("blanks alone") << QByteArray("   \n") << QByteArray();
    }

    void readsTheTokenOfAFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, token);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        file.close();
        const Result<QByteArray> read = readTokenFile(file.fileName());
        QCOMPARE(read.has_value(), !token.isEmpty());
        if (read)
            QCOMPARE(*read, token);
        else
            QVERIFY(read.error().message().contains(file.fileName()) && !read.error().remedy.isEmpty());
        QVERIFY(read || !read.error().message().contains(u"xxxx"_s));
    }

    void tellsThatATokenFileIsMissing()
    {
        const Result<QByteArray> read = readTokenFile(u"/nowhere/token"_s);
        QVERIFY(!read);
        QVERIFY(read.error().message().contains(u"/nowhere/token"_s) && !read.error().remedy.isEmpty());
    }

    void takesTheTokenOutOfTheEnvironment()
    {
        qputenv(tokenVariable, "xxxxyyyy");
        QVERIFY(hasTokenInEnvironment());
        const char *memory = ::getenv(tokenVariable);
        QVERIFY(memory != nullptr);
        const Result<QByteArray> token = takeTokenFromEnvironment();
        QVERIFY(token);
        QCOMPARE(*token, QByteArray("xxxxyyyy"));
        QVERIFY(!hasTokenInEnvironment());
        QVERIFY(::getenv(tokenVariable) == nullptr);
        QCOMPARE(QByteArray(memory), QByteArray());
    }

    void refusesAnEmptyVariable()
    {
        qputenv(tokenVariable, "");
        QVERIFY(hasTokenInEnvironment());
        const Result<QByteArray> token = takeTokenFromEnvironment();
        QVERIFY(!token);
        QVERIFY(token.error().message().contains(u"SEATSCOPE_TOKEN"_s));
    }

    void quotesNothingOfAWrongToken()
    {
        const Result<QByteArray> token = tokenFromText(QByteArray(200, 'Q'), u"here"_s);
        QVERIFY(!token);
        QVERIFY(!token.error().message().contains(u"QQ"_s));
    }
};

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
