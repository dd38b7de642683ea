// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/privatefile.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace seatscope;
using namespace Qt::StringLiterals;

/// Files that only their owner may read.
class TestPrivateFile : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString make(const QByteArray &content, mode_t mode) const
    {
        const QString path = m_dir->filePath(u"secret"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        file.close();
        return ::chmod(QFile::encodeName(path).constData(), mode) == 0 ? path : QString();
    }

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void asksForPermissionsOfTheOwnerOnly_data()
    {
        QTest::addColumn<uint>("mode");
        QTest::addColumn<bool>("accepted");
        const std::initializer_list<std::pair<uint, bool>> modes = {
            {0600, true},  {0400, true},  {0700, true},  {0640, false}, {0604, false}, {0620, false},
            {0602, false}, {0610, false}, {0601, false}, {0644, false}, {0777, false}};
        for (const auto &[mode, accepted] : modes)
            QTest::newRow(qPrintable(QString::number(mode, 8))) << mode << accepted;
    }
    void asksForPermissionsOfTheOwnerOnly()
    {
        QFETCH(uint, mode);
        QFETCH(bool, accepted);
        const QString path = make("hush", mode);
        const Result<QByteArray> content = readPrivateFile(path, 100);
        QCOMPARE(content.has_value(), accepted);
        if (content) {
            QCOMPARE(*content, QByteArray("hush"));
        } else {
            const QString words = content.error().message();
            QVERIFY2(words.contains(path) && words.contains(u"chmod 600"_s), qPrintable(words));
            QVERIFY(!words.contains(u"hush"_s));
        }
    }

    void refusesWhatIsNoFile()
    {
        QVERIFY(!readPrivateFile(m_dir->path(), 100));
        const QString pipe = m_dir->filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        // It must not wait for a writer either.
        const Result<QByteArray> content = readPrivateFile(pipe, 100);
        QVERIFY(!content);
        QVERIFY(content.error().message().contains(u"regular file"_s));
        QVERIFY(!readPrivateFile(u"/dev/zero"_s, 100));
        QVERIFY(!readPrivateFile(m_dir->filePath(u"none"_s), 100));
    }

    void readsSharedFilesWhereNothingIsSecret()
    {
        const QString path = make("known", 0644);
        QCOMPARE(readRegularFile(path, 5).value_or(QByteArray()), QByteArray("known"));
        QVERIFY(!readRegularFile(path, 4));
        QVERIFY(!readRegularFile(m_dir->path(), 100));
        const QString link = m_dir->filePath(u"link"_s);
        QVERIFY(QFile::link(path, link));
        QCOMPARE(readRegularFile(link, 5).value_or(QByteArray()), QByteArray("known"));
    }

    void saysWhatToDo()
    {
        const QString none = m_dir->filePath(u"none"_s);
        const QString link = m_dir->filePath(u"link"_s);
        QVERIFY(QFile::link(none, link));
        const auto said = [](const auto &result) { return result ? QString() : result.error().message(); };
        const std::initializer_list<std::pair<QString, QString>> messages = {
            {said(readPrivateFile(none, 100)), QString(none + u": cannot be read: there is no such file. Check"_s)},
            {said(readPrivateFile(make("x", 0600) + u"/y"_s, 100)), u"there is no such file. Check"_s},
            {said(readPrivateFile(link, 100)), QString(link + u": is a link to a file that does not exist. Mend"_s)},
            {said(readPrivateFile(m_dir->path(), 100)), u"is no regular file. Name"_s},
            {said(makePrivateFile(u"/nowhere/x"_s, "x")), u"/nowhere/x: cannot be written: "_s},
            {said(makePrivateFile(u"/nowhere/x"_s, "x")), u". Name a file in a folder that exists"_s},
            {said(replacePrivateFile(u"/nowhere/x"_s, "x")), u". Name a file in a folder that exists"_s},
        };
        for (const auto &[message, words] : messages)
            QVERIFY2(message.contains(words), qPrintable(message));
    }

    void refusesFilesOfOthers()
    {
        const QString path = make("hush", 0600);
        if (::geteuid() != 0)
            QSKIP("only root can give a file away");
        QCOMPARE(::chown(QFile::encodeName(path).constData(), 4711, 4711), 0);
        const Result<QByteArray> content = readPrivateFile(path, 100);
        QVERIFY(!content);
        QVERIFY(content.error().message().contains(u"another user"_s));
    }

    void refusesMoreThanTheMost()
    {
        const QString path = make(QByteArray(101, 'x'), 0600);
        QVERIFY(!readPrivateFile(path, 100));
        QVERIFY(readPrivateFile(path, 101));
    }

    void makesPrivateFilesOnceAndReplacesThem()
    {
        const QString path = m_dir->filePath(u"new"_s);
        const mode_t before = ::umask(0);
        const Result<void> made = makePrivateFile(path, "one");
        ::umask(before);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QVERIFY(!makePrivateFile(path, "two"));
        QCOMPARE(readPrivateFile(path, 100).value_or(QByteArray()), QByteArray("one"));
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0666), 0);
        QVERIFY(replacePrivateFile(path, "three"));
        QCOMPARE(readPrivateFile(path, 100).value_or(QByteArray()), QByteArray("three"));
        QVERIFY(!makePrivateFile(u"/nowhere/x"_s, "x"));
        QVERIFY(!replacePrivateFile(u"/nowhere/x"_s, "x"));
    }
};

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"
