// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/secretinput.h"
#include "app/tokencommand.h"
#include "app/tokensource.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/testmain.h"

#include <QScopeGuard>

#include <array>
#include <fcntl.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The token of the keychain, on the command line.
class TestTokenCommand : public QObject {
    Q_OBJECT

    FakeSecretStore m_store;
    std::array<int, 2> m_pipe{-1, -1};
    std::array<int, 2> m_never{-1, -1};

    void type(const QByteArray &text)
    {
        QCOMPARE(::write(m_pipe[1], text.constData(), static_cast<size_t>(text.size())), text.size());
        ::close(std::exchange(m_pipe[1], -1));
    }

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_store.secret.reset();
        m_store.trouble.reset();
        QCOMPARE(::pipe2(m_pipe.data(), O_CLOEXEC), 0);
        QCOMPARE(::pipe2(m_never.data(), O_CLOEXEC), 0);
    }
    void cleanup()
    {
        for (const int end : {m_pipe[0], m_pipe[1], m_never[0], m_never[1]})
            ::close(end);
    }

    void forgetsAndTells()
    {
        m_store.secret = "xxxxyyyy";
        QCOMPARE(runToken({TokenAction::Status}, m_store), ExitCode::Done);
        QCOMPARE(m_store.secret, std::optional<QByteArray>("xxxxyyyy"));
        QCOMPARE(runToken({TokenAction::Forget}, m_store), ExitCode::Done);
        QVERIFY(!m_store.secret);
    }

    void failsWithAKeychainThatDoesNotWork()
    {
        m_store.trouble = Error{u"locked"_s, u"keychain"_s, u"Unlock it"_s};
        QCOMPARE(runToken({TokenAction::Status}, m_store), ExitCode::Failed);
        QCOMPARE(runToken({TokenAction::Forget}, m_store), ExitCode::Failed);
    }

    void servesFromTheKeychain()
    {
        const SignalNotifier signalNotifier;
        const TokenSource keychain{TokenSource::Kind::Keychain, {}};
        const Result<QByteArray> none = awaitToken(keychain, m_store, signalNotifier);
        QVERIFY(!none);
        QVERIFY(none.error().message().contains(u"seatscope token --store"_s));
        m_store.secret = "xxxxyyyy";
        QCOMPARE(awaitToken(keychain, m_store, signalNotifier).value_or(QByteArray()), QByteArray("xxxxyyyy"));
        m_store.secret = QByteArray(500, 'Q');
        const Result<QByteArray> broken = awaitToken(keychain, m_store, signalNotifier);
        QVERIFY(!broken && !broken.error().message().contains(u"QQ"_s));
        QCOMPARE(awaitToken({}, m_store, signalNotifier).value_or("?"), QByteArray());
    }

    void readsOneLine()
    {
        type("xxxxyyyy\nmore\n");
        const Result<QByteArray> line = readSecretLine(m_pipe[0], m_never[0], "Token: ");
        QVERIFY(line && line->startsWith("xxxxyyyy\n"));
    }

    void readsToTheEnd()
    {
        type("xxxxyyyy");
        QCOMPARE(readSecretLine(m_pipe[0], m_never[0], {}).value_or(QByteArray()), QByteArray("xxxxyyyy"));
    }

    void givesUpWhenInterrupted()
    {
        QCOMPARE(::write(m_never[1], "x", 1), 1);
        QVERIFY(!readSecretLine(m_pipe[0], m_never[0], {}));
    }

    void showsNothingOnATerminal()
    {
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0)
            QSKIP("no pseudo terminals here");
        std::array<char, 128> name{};
        QCOMPARE(::ptsname_r(terminal, name.data(), name.size()), 0);
        const int side = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
        QVERIFY(side >= 0);
        const auto echoes = [side] {
            termios state{};
            return ::tcgetattr(side, &state) == 0 && (state.c_lflag & ECHO) != 0;
        };
        QVERIFY(echoes());
        Result<QByteArray> line;
        std::thread reader([&] { line = readSecretLine(side, m_never[0], {}); });
        const auto end = qScopeGuard([&] {
            static_cast<void>(::write(m_never[1], "x", 1) == 1);
            if (reader.joinable())
                reader.join();
        });
        QTRY_VERIFY(!echoes());
        QCOMPARE(::write(terminal, "xxxxyyyy\n", 9), 9);
        reader.join();
        QVERIFY(line);
        QCOMPARE(*line, QByteArray("xxxxyyyy\n"));
        std::array<char, 64> shown{};
        const ssize_t count = ::read(terminal, shown.data(), shown.size());
        QVERIFY(!QByteArray(shown.data(), count).contains("xxxx"));
        QVERIFY(echoes());
        ::close(side);
        ::close(terminal);
    }
};

QTEST_GUILESS_MAIN(TestTokenCommand)
#include "tst_tokencommand.moc"
