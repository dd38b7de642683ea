// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"
#include "model/secrets/secretstore.h"
#include "model/session/session.h"
#include "ui/settings/settingsdialog.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace seatscope {

class MainWindow;

/// The window and the session behind it: opens both with the saved settings and the options of the command line, which
/// win, and anew when the settings are changed. When new settings cannot be used, the old ones go on and the settings
/// window says why. Gui thread; the event loop is the caller's.
class WindowRunner : public QObject {
    Q_OBJECT

public:
    /// \a options names the journal. A secret path that the settings ask for is kept in \a secretPathFile. \a store and
    /// \a clock must outlive the runner.
    WindowRunner(WindowOptions options, const QString &secretPathFile, SecretStore &store, const Clock &clock);
    ~WindowRunner() override;

    /// Opens session and window; opened() or cannotOpen() follows, at once or when the keychain has answered.
    void open();
    /// Opens the settings window, with \a problem in words where there is one.
    void openSettings(const QString &problem = {});
    /// Uses \a change from now on: session and window are made anew.
    void apply(const SettingsChange &change);

    /// Null until opened.
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] Session *session() const { return m_session.get(); }
    /// Null while it is closed.
    [[nodiscard]] SettingsDialog *settingsDialog() const { return m_dialog; }

Q_SIGNALS:
    void opened();
    /// There is no window, for the reason given; the settings may mend it.
    void cannotOpen(const QString &problem);
    /// The person closed the window, or the settings when there was no window.
    void finished();

private:
    /// Settings with the token that goes with them.
    struct Choice {
        WindowSettings settings; ///< without what the command line decides
        QByteArray token;
        bool isTyped = false; ///< the token: the keychain does not hold it yet
    };
    using Fail = std::function<void(const Error &)>;

    [[nodiscard]] Result<void> readGivenSecrets();
    void withToken(const WindowSettings &settings, const std::optional<QByteArray> &newToken,
                   const std::function<void(const QByteArray &token)> &use, const Fail &fail);
    [[nodiscard]] SessionConfig effective(const Choice &choice) const;
    [[nodiscard]] Result<void> check(const SessionConfig &config) const;
    [[nodiscard]] Result<void> startSession(const SessionConfig &config);
    [[nodiscard]] Result<void> keepSecretPath(const AdmissionRules &rules) const;
    [[nodiscard]] bool changesKeychain(const Choice &choice) const;
    void keepToken(const Choice &choice, const SecretStore::Done &then);
    void restoreToken(const Choice &choice);
    void keepSecrets(const Choice &choice, const std::function<void()> &then, const Fail &fail);
    void restart(const Choice &choice);
    void showWindow();
    void showSettings(const WindowSettings &settings, const QString &problem);
    void startDemo();
    void openOtherWindow(const QString &journal);
    [[nodiscard]] FixedSettings fixedSettings() const;
    [[nodiscard]] bool isTokenGiven() const;

    WindowOptions m_options;
    const QString m_secretPathFile;
    SecretStore &m_store;
    const Clock &m_clock;
    Choice m_now; ///< what is in force
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<CallbackSender> m_demo;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace seatscope
