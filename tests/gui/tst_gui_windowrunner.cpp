// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/optionfields.h"
#include "app/windowrunner.h"
#include "model/journal/journalreader.h"
#include "model/secrets/secretpath.h"
#include "model/session/confignumbers.h"
#include "tests/gui/samples.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/httpclient.h"
#include "tests/support/testdata.h"
#include "ui/exchange/exportcontroller.h"
#include "ui/mainwindow.h"
#include "ui/settings/receivingpage.h"
#include "ui/settings/settingsfile.h"
#include "ui/settings/tokenedit.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Window and session as the settings and the command line want them, and the change from one to the other.
class TestWindowRunner : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    FakeSecretStore m_store;
    std::unique_ptr<WindowRunner> m_runner;

    void makeRunner(const QString &line = u"--listen 127.0.0.1:0"_s)
    {
        const QStringList arguments = QStringList{u"seatscope"_s, u"--journal"_s, m_dir->filePath(u"j.seatscope"_s)} +
                                      line.split(u' ', Qt::SkipEmptyParts);
        const auto options = parseWindow(arguments);
        QVERIFY2(options, options ? "" : qPrintable(options.error().text));
        m_runner = std::make_unique<WindowRunner>(*options, m_dir->filePath(u"secret-path"_s), m_store, m_clock);
    }
    void openRunner(const QString &line = u"--listen 127.0.0.1:0"_s)
    {
        makeRunner(line);
        QSignalSpy opened(m_runner.get(), &WindowRunner::opened);
        m_runner->open();
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(m_runner->window() && m_runner->window()->isVisible());
    }
    void applyAndWait(const SettingsChange &change)
    {
        QSignalSpy opened(m_runner.get(), &WindowRunner::opened);
        m_runner->apply(change);
        QTRY_COMPARE(opened.size(), 1);
    }
    /// Settings that do not depend on which ports are taken.
    static void saveFreePort()
    {
        WindowSettings saved;
        saved.session.port = 0;
        saveSettings(saved);
    }
    QByteArray stored() const
    {
        QSettings().sync();
        QFile file(QSettings().fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"SeatScope test"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QGuiApplication::setQuitOnLastWindowClosed(false);
    }
    void init()
    {
        failOnAnyGuiWarning();
        QSettings().clear();
        m_dir = std::make_unique<QTemporaryDir>();
        m_store.secret.reset();
        m_store.trouble.reset();
        m_store.writes = 0;
    }
    void cleanup() { m_runner.reset(); }

    void everyOptionWinsOverTheSettings()
    {
        // One option at a time: it copies its own fields and nothing else.
        SessionConfig from;
        from.journalPath = u"j"_s;
        from.address = QHostAddress(u"::1"_s);
        from.admission.path = "/x";
        from.admission.allowedApps = {SdkAppId(5)};
        from.tls = {u"c"_s, u"k"_s};
        from.allowOpen = true;
        from.keepsReplaysOut = true;
        from.limits.countLoopback = true;
        for (const ConfigNumber &number : configNumbers()) {
            number.set(from, number.least + 1);
            SessionConfig to;
            copyFields({QString(number.name)}, from, to);
            for (const ConfigNumber &other : configNumbers())
                QCOMPARE(other.get(to), other.get(other.name == number.name ? from : SessionConfig()));
        }
        SessionConfig to;
        copyFields({u"token-file"_s, u"demo"_s}, from, to);
        QVERIFY(to.journalPath.isEmpty() && to.admission.path == "/" && !to.allowOpen && !to.keepsReplaysOut);
        copyFields({u"listen"_s, u"path"_s, u"sdkappid"_s, u"tls-cert"_s, u"allow-open"_s, u"keep-replays-out"_s,
                    u"count-loopback"_s},
                   from, to);
        QCOMPARE(to.address, from.address);
        QCOMPARE(to.admission.path, QByteArray("/x"));
        QCOMPARE(to.admission.allowedApps, from.admission.allowedApps);
        QCOMPARE(to.tls.key, u"k"_s);
        QVERIFY(to.allowOpen && to.keepsReplaysOut && to.limits.countLoopback);
    }

    void startsWithSettingsAndOptions()
    {
        WindowSettings saved;
        saved.session.port = 1;
        saved.session.admission.path = "/saved";
        saved.session.limits.bodyBytes = 77;
        saved.session.limits.headBytes = 777;
        saveSettings(saved);
        openRunner(u"--listen 127.0.0.1:0 --max-body 88"_s);
        const SessionConfig &config = m_runner->session()->config();
        QCOMPARE(config.port, 0);
        QCOMPARE(config.admission.path, QByteArray("/saved"));
        QCOMPARE(config.limits.bodyBytes, 88);
        QCOMPARE(config.limits.headBytes, 777);
        // And what the command line decides is not saved.
        SettingsChange change{saved, std::nullopt};
        change.settings.session.limits.bodyBytes = 88;
        change.settings.session.limits.headBytes = 778;
        applyAndWait(change);
        QCOMPARE(loadSettings().session.limits.bodyBytes, 77);
        QCOMPARE(loadSettings().session.limits.headBytes, 778);
        QCOMPARE(m_runner->session()->config().limits.bodyBytes, 88);
    }

    void applyingListensAnewAndKeepsTheJournal()
    {
        openRunner();
        HttpClient client;
        const QByteArray body = testData(u"corpus/seat-kick.json"_s);
        QCOMPARE(client.post(m_runner->session()->callbackUrl(), body).status, 200);
        m_runner->window()->findChild<QDockWidget *>(u"inspector"_s)->hide();
        m_runner->openSettings();
        QVERIFY(m_runner->settingsDialog());
        const QPointer<MainWindow> before = m_runner->window();
        const int port = m_runner->session()->callbackUrl().port();
        SettingsChange change;
        change.settings.session.admission.path = "/hook";
        applyAndWait(change);
        QVERIFY(!before);
        QVERIFY(!m_runner->settingsDialog());
        QCOMPARE(m_runner->session()->callbackUrl().port(), port);
        QVERIFY(m_runner->window()->findChild<QDockWidget *>(u"inspector"_s)->isHidden());
        QCOMPARE(m_runner->session()->callbackUrl().path(), u"/hook"_s);
        QCOMPARE(client.post(m_runner->session()->callbackUrl(), body).status, 200);
        QTRY_COMPARE(m_runner->session()->lastSequence(), Sequence(2));
        QCOMPARE(loadSettings().session.admission.path, QByteArray("/hook"));
    }

    void applyButtonOfTheSettingsWorks()
    {
        openRunner();
        m_runner->openSettings();
        m_runner->settingsDialog()->receivingPage()->appsEdit()->setText(u"42"_s);
        QSignalSpy opened(m_runner.get(), &WindowRunner::opened);
        m_runner->settingsDialog()->applyButton()->click();
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_runner->session()->config().admission.allowedApps, std::set<SdkAppId>{SdkAppId(42)});
    }

    void badSettingsChangeNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("port taken") << u"port"_s;
        QTest::newRow("no certificate") << u"tls"_s;
        QTest::newRow("open to everybody") << u"open"_s;
        QTest::newRow("limits that do not go together") << u"limits"_s;
        QTest::newRow("keychain locked") << u"keychain"_s;
        QTest::newRow("no token in the keychain") << u"empty"_s;
    }
    void badSettingsChangeNothing()
    {
        QFETCH(QString, what);
        saveFreePort();
        openRunner({});
        const QUrl url = m_runner->session()->callbackUrl();
        m_runner->openSettings();
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        SettingsChange change;
        change.settings.session.port = 0;
        change.settings.session.admission.path = "/changed";
        if (what == u"port"_s) {
            change.settings.session.port = taken.serverPort();
        } else if (what == u"tls"_s) {
            change.settings.session.tls = {u"/nowhere/c"_s, u"/nowhere/k"_s};
        } else if (what == u"open"_s) {
            change.settings.session.address = QHostAddress(QHostAddress::AnyIPv4);
        } else if (what == u"limits"_s) {
            change.settings.session.limits.unfinishedBytes = 1000;
        } else {
            change.settings.tokenInKeychain = true;
            change.newToken = what == u"keychain"_s ? std::optional<QByteArray>("xxxxyyyy") : std::nullopt;
            if (what == u"keychain"_s)
                m_store.trouble = Error{u"locked"_s, u"keychain"_s, {}};
        }
        m_runner->apply(change);
        QTRY_VERIFY(m_runner->settingsDialog() && !m_runner->settingsDialog()->problem().isEmpty());
        QCOMPARE(m_runner->session()->callbackUrl(), url);
        HttpClient client;
        QCOMPARE(client.post(url, testData(u"corpus/seat-kick.json"_s)).status, 200);
        QCOMPARE(loadSettings().session.admission.path, QByteArray("/"));
    }

    void whatRunsIsNotCutShort()
    {
        openRunner();
        const QPointer<MainWindow> window = m_runner->window();
        window->exporting()->start(
            {ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, false, m_dir->filePath(u"a.jsonl"_s)}, {});
        m_runner->openSettings();
        m_runner->apply({loadSettings(), std::nullopt});
        QVERIFY2(m_runner->settingsDialog()->problem().contains(u"An export is running"_s),
                 qPrintable(m_runner->settingsDialog()->problem()));
        QTRY_VERIFY(!window->exporting()->isRunning());
        QVERIFY(window);
        applyAndWait({loadSettings(), std::nullopt});
        QVERIFY(!window);
    }

    void oldSettingsGoOnWhenTheNewOnesCannotStart()
    {
        saveFreePort();
        openRunner({});
        // Nothing can be seen of this before the session is started: the own port on an address that is not here.
        SettingsChange change;
        change.settings.session.admission.path = "/changed";
        change.settings.session.address = QHostAddress(u"192.0.2.1"_s);
        change.settings.session.allowOpen = true;
        change.settings.session.port = static_cast<quint16>(m_runner->session()->callbackUrl().port());
        const QUrl url = m_runner->session()->callbackUrl();
        m_runner->apply(change);
        QTRY_VERIFY(m_runner->settingsDialog());
        QVERIFY2(m_runner->settingsDialog()->problem().contains(u"192.0.2.1"_s),
                 qPrintable(m_runner->settingsDialog()->problem()));
        QVERIFY(m_runner->window() && m_runner->window()->isVisible());
        QCOMPARE(m_runner->session()->callbackUrl(), url);
        HttpClient client;
        QCOMPARE(client.post(url, testData(u"corpus/seat-kick.json"_s)).status, 200);
    }

    void tokenGoesToTheKeychainAndNowhereElse()
    {
        openRunner();
        SettingsChange change;
        change.settings.tokenInKeychain = true;
        change.newToken = "Tr0ub4dor-and-3";
        applyAndWait(change);
        QCOMPARE(m_store.secret, std::optional<QByteArray>("Tr0ub4dor-and-3"));
        QCOMPARE(m_runner->session()->config().admission.token, QByteArray("Tr0ub4dor-and-3"));
        HttpClient client;
        QCOMPARE(client.post(m_runner->session()->callbackUrl(), testData(u"corpus/seat-kick.json"_s)).status, 403);
        QSignalSpy tested(m_runner->session(), &Session::testCallbackDone);
        m_runner->session()->sendTestCallback();
        QTRY_COMPARE(tested.size(), 1);
        QVERIFY2(tested[0][0].toBool(), qPrintable(tested[0][1].toString()));
        QVERIFY(stored().contains("tokenInKeychain=true"));
        QVERIFY(!stored().contains("Tr0ub4dor"));
        // The next start takes it from there.
        m_runner.reset();
        openRunner();
        QCOMPARE(m_runner->session()->config().admission.token, QByteArray("Tr0ub4dor-and-3"));
        applyAndWait({});
        QVERIFY(!m_store.secret);
        QVERIFY(m_runner->session()->config().admission.token.isEmpty());
    }

    void usesTheTokenThatTheKeychainHolds()
    {
        m_store.secret = "Tr0ub4dor-and-3";
        openRunner();
        QVERIFY(m_runner->session()->config().admission.token.isEmpty());
        m_runner->openSettings();
        SettingsDialog *dialog = m_runner->settingsDialog();
        QVERIFY(dialog);
        dialog->receivingPage()->token()->useStoredBox()->click();
        QSignalSpy opened(m_runner.get(), &WindowRunner::opened);
        dialog->applyButton()->click();
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_runner->session()->config().admission.token, QByteArray("Tr0ub4dor-and-3"));
        QCOMPARE(m_store.writes, 0);
        QVERIFY(loadSettings().tokenInKeychain);
    }

    void theKeychainsTokenStaysWhenItCannotBeUsed()
    {
        saveFreePort();
        m_store.secret = "Tr0ub4dor-and-3";
        openRunner({});
        // Found out only when the session starts, after the keychain was asked.
        SettingsChange change;
        change.settings.tokenInKeychain = true;
        change.settings.session.address = QHostAddress(u"192.0.2.1"_s);
        change.settings.session.port = static_cast<quint16>(m_runner->session()->callbackUrl().port());
        m_runner->apply(change);
        QTRY_VERIFY(m_runner->settingsDialog());
        QVERIFY(m_runner->session()->config().admission.token.isEmpty());
        QCOMPARE(m_store.secret, std::optional<QByteArray>("Tr0ub4dor-and-3"));
        // Nothing more is under way that could take it.
        QSignalSpy opened(m_runner.get(), &WindowRunner::opened);
        m_runner->apply({loadSettings(), std::nullopt});
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_store.secret, std::optional<QByteArray>("Tr0ub4dor-and-3"));
        QCOMPARE(m_store.writes, 0);
    }

    void secretPathGoesToAPrivateFile()
    {
        openRunner();
        SettingsChange change;
        change.settings.session.admission.path = generateSecretPath();
        change.settings.session.admission.pathIsSecret = true;
        applyAndWait(change);
        const QString file = m_dir->filePath(u"secret-path"_s);
        QCOMPARE(openSecretPathFile(file).value_or(QByteArray()), change.settings.session.admission.path);
        QVERIFY(!stored().contains(change.settings.session.admission.path.mid(1)));
        m_runner.reset();
        openRunner();
        QCOMPARE(m_runner->session()->callbackUrl().path().toLatin1(), change.settings.session.admission.path);
        applyAndWait({});
        QVERIFY(!QFile::exists(file));
        QCOMPARE(m_runner->session()->callbackUrl().path(), u"/"_s);
    }

    void settingsMendWhatKeepsTheWindowFromOpening()
    {
        WindowSettings saved;
        saved.session.port = 0;
        saved.session.address = QHostAddress(QHostAddress::AnyIPv4);
        saveSettings(saved);
        makeRunner({});
        QSignalSpy cannot(m_runner.get(), &WindowRunner::cannotOpen);
        m_runner->open();
        QTRY_COMPARE(cannot.size(), 1);
        QVERIFY(cannot[0][0].toString().contains(u"0.0.0.0"_s));
        QVERIFY(!m_runner->window());
        m_runner->openSettings(cannot[0][0].toString());
        QCOMPARE(m_runner->settingsDialog()->problem(), cannot[0][0].toString());
        QSignalSpy finished(m_runner.get(), &WindowRunner::finished);
        saved.session.address = QHostAddress(QHostAddress::LocalHost);
        applyAndWait({saved, std::nullopt});
        QVERIFY(m_runner->window()->isVisible());
        QVERIFY(finished.isEmpty());
        m_runner->window()->close();
        QCOMPARE(finished.size(), 1);
    }

    void demoGoesOnAfterAChange()
    {
        openRunner(u"--listen 127.0.0.1:0 --demo"_s);
        QTRY_VERIFY(m_runner->session()->lastSequence() > Sequence(0));
        SettingsChange change;
        change.settings.session.admission.path = "/hook";
        applyAndWait(change);
        const Sequence before = m_runner->session()->lastSequence();
        QTRY_VERIFY(m_runner->session()->lastSequence() > before);
    }
};

QTEST_MAIN(TestWindowRunner)
#include "tst_gui_windowrunner.moc"
