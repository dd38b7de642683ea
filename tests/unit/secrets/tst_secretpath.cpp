// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/privatefile.h"
#include "model/secrets/secretpath.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTemporaryDir>

using namespace seatscope;
using namespace Qt::StringLiterals;

/// The hard-to-guess path of the callback URL.
class TestSecretPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void generatesPathsThatDiffer()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray path = generateSecretPath();
            QCOMPARE(path.size(), 33); // '/' and 192 bits in base64
            QVERIFY2(isSecretPath(path), path.constData());
            seen.insert(path);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void knowsWhatIsHardToGuess_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("secret");
        const QByteArray letters = "abcdefghijklmnopqrstuv"; // 22
        QTest::newRow("22 characters") << QByteArray('/' + letters) << true;
        QTest::newRow("21 characters") << QByteArray('/' + letters.first(21)) << false;
        QTest::newRow("no slash") << QByteArray(letters + "wxyz") << false;
        QTest::newRow("root") << QByteArray("/") << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("all unreserved marks") << QByteArray('/' + letters + "-_.~09AZ") << true;
        for (const char mark : {'/', '?', '#', '%', ' ', '&', ':', '\xe4', '\0'})
            QTest::addRow("mark %d", mark) << QByteArray('/' + letters + mark) << false;
        QTest::newRow("endless") << QByteArray('/' + QByteArray(5000, 'x')) << false;
    }
    void knowsWhatIsHardToGuess()
    {
        QFETCH(QByteArray, path);
        QTEST(isSecretPath(path), "secret");
    }

    void makesTheFileOnceAndReadsItAgain()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"path"_s);
        const Result<QByteArray> made = openSecretPathFile(file);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QVERIFY(isSecretPath(*made));
        QVERIFY(readPrivateFile(file, 1000)); // and so has the right permissions
        QCOMPARE(openSecretPathFile(file).value_or(QByteArray()), *made);
    }

    void makesNoneThroughALink()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"path"_s);
        QVERIFY(QFile::link(dir.filePath(u"nothing"_s), file));
        const Result<QByteArray> path = openSecretPathFile(file);
        QVERIFY(!path);
        const QString said = path.error().message();
        QVERIFY2(said.startsWith(file) && said.contains(u"is a link to a file that does not exist. Remove"_s),
                 qPrintable(said));
    }

    void readsWhatAPersonWrote()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"path"_s);
        QVERIFY(replacePrivateFile(file, "0123456789abcdef0123456789abcdef\r\nnote\n"));
        QCOMPARE(openSecretPathFile(file).value_or(QByteArray()), QByteArray("/0123456789abcdef0123456789abcdef"));
        QVERIFY(replacePrivateFile(file, "/0123456789abcdef0123456789abcdef"));
        QCOMPARE(openSecretPathFile(file).value_or(QByteArray()), QByteArray("/0123456789abcdef0123456789abcdef"));
        QVERIFY(replacePrivateFile(file, "guess-me\n"));
        const Result<QByteArray> short_ = openSecretPathFile(file);
        QVERIFY(!short_);
        QVERIFY2(short_.error().message().contains(file), qPrintable(short_.error().message()));
        QVERIFY(!short_.error().message().contains(u"guess-me"_s));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther));
        QVERIFY(!openSecretPathFile(file));
        QVERIFY(!openSecretPathFile(u"/nowhere/path"_s));
    }
};

QTEST_GUILESS_MAIN(TestSecretPath)
#include "tst_secretpath.moc"
