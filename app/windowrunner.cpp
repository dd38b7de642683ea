// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowrunner.h"

#include "app/optionfields.h"
#include "model/receive/tlsidentity.h"
#include "model/secrets/privatefile.h"
#include "model/secrets/secretpath.h"
#include "model/secrets/token.h"
#include "model/session/confignumbers.h"
#include "model/session/openlistening.h"
#include "ui/closingquestion.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingsfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QStatusBar>
#include <QTcpServer>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Callbacks a second of the demo: lively, but slow enough to follow.
constexpr double demoRate = 4;

} // namespace

WindowRunner::WindowRunner(WindowOptions options, const QString &secretPathFile, SecretStore &store, const Clock &clock)
    : m_options(std::move(options)),
      m_secretPathFile(secretPathFile),
      m_store(store),
      m_clock(clock)
{
}

WindowRunner::~WindowRunner()
{
    delete m_dialog;
    m_demo.reset();
    m_window.reset();
    m_session.reset();
}

void WindowRunner::open()
{
    m_now.settings = loadSettings();
    if (const Result<void> read = readGivenSecrets(); !read) {
        Q_EMIT cannotOpen(read.error().message());
        return;
    }
    const auto fail = [this](const Error &error) { Q_EMIT cannotOpen(error.message()); };
    withToken(
        m_now.settings, std::nullopt,
        [this, fail](const QByteArray &token) {
            m_now.token = token;
            if (const Result<void> started = startSession(effective(m_now)); !started) {
                fail(started.error());
                return;
            }
            showWindow();
            if (m_options.demo)
                startDemo();
            Q_EMIT opened();
        },
        fail);
}

Result<void> WindowRunner::readGivenSecrets()
{
    ListenOptions &listen = m_options.listen;
    const Result<QByteArray> token = readToken(listen.token);
    if (!token)
        return tl::unexpected<Error>(token.error());
    m_now.token = *token;
    if (Result<void> given = openSecretPath(listen.secretPathFile, listen.session.admission); !given)
        return given;
    if (!m_now.settings.session.admission.pathIsSecret)
        return {};
    return openSecretPath(m_secretPathFile, m_now.settings.session.admission);
}

bool WindowRunner::isTokenGiven() const
{
    return m_options.listen.token.kind != TokenSource::Kind::None;
}

void WindowRunner::withToken(const WindowSettings &settings, const std::optional<QByteArray> &newToken,
                             const std::function<void(const QByteArray &token)> &use, const Fail &fail)
{
    const bool isWanted = isTokenGiven() || settings.tokenInKeychain;
    const bool isTyped = newToken && !isTokenGiven();
    if (!isWanted) {
        use({});
    } else if (isTyped) {
        const Result<QByteArray> token = tokenFromText(*newToken, tr("the token that was typed"));
        token ? use(*token) : fail(token.error());
    } else if (!m_now.token.isEmpty()) {
        use(m_now.token);
    } else {
        m_store.read(this, [use, fail](const Result<std::optional<QByteArray>> &found) {
            if (found && !*found) {
                fail({tr("the keychain holds no token"), tr("keychain"),
                      tr("Type one in the settings: it is kept in the keychain")});
                return;
            }
            const Result<QByteArray> token = tokenFound(found);
            token ? use(*token) : fail(token.error());
        });
    }
}

SessionConfig WindowRunner::effective(const Choice &choice) const
{
    SessionConfig config = choice.settings.session;
    copyFields(m_options.listen.given, m_options.listen.session, config);
    config.journalPath = m_options.listen.session.journalPath;
    config.admission.token = choice.token;
    config.tellsActivities = true;
    return config;
}

Result<void> WindowRunner::check(const SessionConfig &config) const
{
    if (Result<void> mayListen = checkOpenListening(config); !mayListen)
        return mayListen;
    if (Result<void> together = checkTogether(config.limits); !together)
        return together;
    if (!config.tls.certificate.isEmpty()) {
        if (const auto tls = loadTlsIdentity(config.tls.certificate, config.tls.key); !tls)
            return tl::unexpected<Error>(tls.error());
    }
    // The own port cannot be tried while it is in use.
    const bool isOwnPort = m_session && m_session->callbackUrl().port() == config.port;
    QTcpServer attempt;
    if (!isOwnPort && !attempt.listen(config.address, config.port)) {
        return failure(tr("cannot listen here (%1)").arg(attempt.errorString()),
                       u"%1:%2"_s.arg(config.address.toString()).arg(config.port),
                       tr("Choose another address or port"));
    }
    return {};
}

Result<void> WindowRunner::startSession(const SessionConfig &config)
{
    auto session = std::make_unique<Session>(config);
    if (Result<void> started = session->start(); !started)
        return started;
    m_session = std::move(session);
    return {};
}

void WindowRunner::apply(const SettingsChange &change)
{
    const Fail fail = [this](const Error &error) {
        if (m_dialog)
            m_dialog->showProblem(error.message());
    };
    if (const QString work = m_window ? m_window->closing()->unfinished() : QString(); !work.isEmpty()) {
        fail({tr("%1 The window cannot be made anew meanwhile").arg(work),
              {},
              tr("Wait for it, or cancel it, and apply again")});
        return;
    }
    WindowSettings settings = change.settings;
    // What the command line decides is not for the next time.
    copyFields(m_options.listen.given, m_now.settings.session, settings.session);
    if (isTokenGiven())
        settings.tokenInKeychain = m_now.settings.tokenInKeychain;
    withToken(
        settings, change.newToken,
        [this, settings, isTyped = change.newToken.has_value(), fail](const QByteArray &token) {
            const Choice choice{settings, token, isTyped};
            if (const Result<void> fine = check(effective(choice)); !fine)
                fail(fine.error());
            else
                keepSecrets(
                    choice, [this, choice] { restart(choice); }, fail);
        },
        fail);
}

Result<void> WindowRunner::keepSecretPath(const AdmissionRules &rules) const
{
    if (rules.pathIsSecret)
        return replacePrivateFile(m_secretPathFile, rules.path + '\n');
    if (QFile::exists(m_secretPathFile) && !QFile::remove(m_secretPathFile))
        return failure(tr("cannot be removed"), m_secretPathFile,
                       tr("Remove it yourself, and apply the settings again"));
    return {};
}

bool WindowRunner::changesKeychain(const Choice &choice) const
{
    const bool goesIn = choice.settings.tokenInKeychain && choice.isTyped;
    const bool goesOut = m_now.settings.tokenInKeychain && !choice.settings.tokenInKeychain;
    return !isTokenGiven() && (goesIn || goesOut);
}

void WindowRunner::keepToken(const Choice &choice, const SecretStore::Done &then)
{
    if (!changesKeychain(choice))
        then({});
    else if (choice.settings.tokenInKeychain)
        m_store.write(choice.token, this, then);
    else
        m_store.remove(this, then);
}

void WindowRunner::restoreToken(const Choice &choice)
{
    if (!changesKeychain(choice))
        return;
    const auto ignored = [](const Result<void> &) {};
    if (!m_now.settings.tokenInKeychain)
        m_store.remove(this, ignored);
    else if (!m_now.token.isEmpty()) // unknown where the window never opened
        m_store.write(m_now.token, this, ignored);
}

void WindowRunner::keepSecrets(const Choice &choice, const std::function<void()> &then, const Fail &fail)
{
    if (const Result<void> kept = keepSecretPath(choice.settings.session.admission); !kept) {
        fail(kept.error());
        return;
    }
    keepToken(choice, [this, then, fail](const Result<void> &kept) {
        if (kept) {
            then();
            return;
        }
        static_cast<void>(keepSecretPath(m_now.settings.session.admission));
        fail(kept.error());
    });
}

void WindowRunner::restart(const Choice &choice)
{
    const bool hadDemo = std::exchange(m_demo, nullptr) != nullptr;
    // Alive until the new window is there: what is on the screen shows the old session.
    const std::unique_ptr<Session> oldSession = std::move(m_session);
    const std::unique_ptr<MainWindow> oldWindow = std::move(m_window);
    if (oldWindow)
        oldWindow->saveLayout();
    if (oldSession)
        oldSession->stop();
    // Where any port will do, senders know the one that was taken.
    const auto withPort = [&oldSession](SessionConfig config) {
        if (config.port == 0 && oldSession)
            config.port = static_cast<quint16>(oldSession->callbackUrl().port());
        return config;
    };
    const Result<void> started = startSession(withPort(effective(choice)));
    if (started) {
        m_now = choice;
        saveSettings(m_now.settings);
    } else {
        restoreToken(choice);
        static_cast<void>(keepSecretPath(m_now.settings.session.admission));
        if (oldSession)
            static_cast<void>(startSession(withPort(effective(m_now))));
    }
    delete m_dialog;
    if (m_session) {
        showWindow();
        if (hadDemo)
            startDemo();
    }
    if (started)
        Q_EMIT opened();
    else
        showSettings(choice.settings, started.error().message());
}

void WindowRunner::showWindow()
{
    m_window = std::make_unique<MainWindow>(*m_session, m_clock);
    m_window->setSilence(m_now.settings.silence);
    connect(m_window.get(), &MainWindow::settingsRequested, this, [this] { openSettings(); });
    connect(m_window.get(), &MainWindow::demoTrafficRequested, this, &WindowRunner::startDemo);
    connect(m_window.get(), &MainWindow::journalWanted, this, &WindowRunner::openOtherWindow);
    connect(m_window.get(), &MainWindow::closed, this, &WindowRunner::finished);
    m_window->show();
}

/// A process for each journal, as if the person had started it; this one's port is taken.
void WindowRunner::openOtherWindow(const QString &journal)
{
    const QStringList arguments{u"--journal"_s, journal, u"--listen"_s, u"127.0.0.1:0"_s};
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        m_window->statusBar()->showMessage(tr("No other window could be opened"));
}

void WindowRunner::openSettings(const QString &problem)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    showSettings(m_now.settings, problem);
}

void WindowRunner::showSettings(const WindowSettings &settings, const QString &problem)
{
    const bool hasToken = !m_now.token.isEmpty() || m_now.settings.tokenInKeychain;
    const WindowSettings shown{effective({settings, {}}), settings.tokenInKeychain, settings.silence};
    m_dialog = new SettingsDialog(shown, fixedSettings(), hasToken, m_window.get());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->showProblem(problem);
    // Queued: applying removes the window that asks for it.
    connect(m_dialog, &SettingsDialog::applyWanted, this, &WindowRunner::apply, Qt::QueuedConnection);
    if (Session *session = m_session.get()) {
        const auto showUsage = [dialog = m_dialog.data(), session] { dialog->showUsage(session->counters()); };
        connect(session, &Session::countersChanged, m_dialog, showUsage);
        showUsage();
    } else {
        connect(m_dialog, &QDialog::finished, this, &WindowRunner::finished);
    }
    m_dialog->show();
}

FixedSettings WindowRunner::fixedSettings() const
{
    FixedSettings fixed;
    for (const QString &name : m_options.listen.given)
        fixed.insert(name, u"--"_s % name);
    switch (m_options.listen.token.kind) {
    case TokenSource::Kind::File:
        fixed.insert(u"token"_s, u"--token-file"_s);
        break;
    case TokenSource::Kind::Keychain:
        fixed.insert(u"token"_s, u"--token-keychain"_s);
        break;
    case TokenSource::Kind::Environment:
        fixed.insert(u"token"_s, u"SEATSCOPE_TOKEN"_s);
        break;
    case TokenSource::Kind::None:
        break;
    }
    return fixed;
}

void WindowRunner::startDemo()
{
    if (m_demo || !m_session)
        return;
    CallbackSenderOptions options = m_session->ownSenderOptions();
    options.perSecond = demoRate;
    options.followClock = true;
    ScenarioOptions scenario;
    scenario.seed = QRandomGenerator::global()->generate();
    scenario.start = EventTime(m_clock.wallTime().value() / 1000);
    m_demo = std::make_unique<CallbackSender>(options, scenario, m_clock);
    m_demo->start();
}

} // namespace seatscope
