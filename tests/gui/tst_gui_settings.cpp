// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/secretpath.h"
#include "model/session/confignumbers.h"
#include "tests/gui/samples.h"
#include "ui/settings/filefield.h"
#include "ui/settings/journalpage.h"
#include "ui/settings/limitspage.h"
#include "ui/settings/noticespage.h"
#include "ui/settings/numberform.h"
#include "ui/settings/pathedit.h"
#include "ui/settings/receivingpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/settingsfile.h"
#include "ui/settings/tokenedit.h"
#include "ui/status/copybutton.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The settings window: what it shows, what it hands over, what is stored of it.
class TestSettings : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    /// What a click on Apply hands over, nothing when there is a problem.
    static std::optional<SettingsChange> applied(SettingsDialog &dialog)
    {
        const QSignalSpy spy(&dialog, &SettingsDialog::applyWanted);
        dialog.applyButton()->click();
        return spy.isEmpty() ? std::nullopt : std::optional(spy[0][0].value<SettingsChange>());
    }

    /// From the default of \a number to another value: some defaults are the most that is allowed.
    static int stepOf(const ConfigNumber &number) { return number.get(SessionConfig()) < number.most ? 1 : -1; }

    /// Settings in which nothing has its default value.
    static WindowSettings unusual()
    {
        WindowSettings settings;
        SessionConfig &session = settings.session;
        session.address = QHostAddress(QHostAddress::LocalHostIPv6);
        session.port = 8443;
        session.admission.path = "/hook";
        session.admission.allowedApps = {SdkAppId(7), SdkAppId(18446744073709551615ULL)};
        session.tls = {u"/etc/cert.pem"_s, u"/etc/key.pem"_s};
        session.allowOpen = true;
        session.keepsReplaysOut = true;
        session.limits.countLoopback = true;
        for (const ConfigNumber &number : configNumbers())
            number.set(session, number.get(session) + stepOf(number));
        settings.tokenInKeychain = true;
        settings.silence = {std::chrono::seconds(77), true};
        return settings;
    }

    static void compare(const WindowSettings &actual, const WindowSettings &expected)
    {
        QCOMPARE(actual.session.address, expected.session.address);
        QCOMPARE(actual.session.port, expected.session.port);
        QCOMPARE(actual.session.admission.path, expected.session.admission.path);
        QCOMPARE(actual.session.admission.pathIsSecret, expected.session.admission.pathIsSecret);
        QCOMPARE(actual.session.admission.allowedApps, expected.session.admission.allowedApps);
        QCOMPARE(actual.session.tls.certificate, expected.session.tls.certificate);
        QCOMPARE(actual.session.tls.key, expected.session.tls.key);
        QCOMPARE(actual.session.allowOpen, expected.session.allowOpen);
        QCOMPARE(actual.session.keepsReplaysOut, expected.session.keepsReplaysOut);
        QCOMPARE(actual.session.limits.countLoopback, expected.session.limits.countLoopback);
        QCOMPARE(actual.tokenInKeychain, expected.tokenInKeychain);
        QVERIFY(actual.silence == expected.silence);
        for (const ConfigNumber &number : configNumbers())
            QVERIFY2(number.get(actual.session) == number.get(expected.session), number.name.data());
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
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
    }
    void init()
    {
        failOnAnyGuiWarning();
        QSettings().clear();
    }

    void handsOverWhatItShows_data()
    {
        QTest::addColumn<bool>("defaults");
        QTest::newRow("defaults") << true;
        QTest::newRow("nothing default") << false;
    }
    void handsOverWhatItShows()
    {
        QFETCH(bool, defaults);
        const WindowSettings settings = defaults ? WindowSettings() : unusual();
        SettingsDialog dialog(settings, {}, settings.tokenInKeychain);
        const std::optional<SettingsChange> change = applied(dialog);
        QVERIFY2(change, qPrintable(dialog.problem()));
        compare(change->settings, settings);
        QVERIFY(!change->newToken);
    }

    void handsOverWhatIsTyped()
    {
        SettingsDialog dialog({}, {}, false);
        ReceivingPage *page = dialog.receivingPage();
        page->addressBox()->setCurrentText(u"::1"_s);
        page->portBox()->setValue(8443);
        page->path()->pathEdit()->setText(u"/hook"_s);
        page->appsEdit()->setText(u" 7,18446744073709551615 "_s);
        page->certificate()->edit()->setText(u"/etc/cert.pem"_s);
        page->key()->edit()->setText(u"/etc/key.pem"_s);
        page->allowOpenBox()->setChecked(true);
        page->keepReplaysOutBox()->setChecked(true);
        page->token()->edit()->setText(u"xxxxyyyy"_s);
        dialog.noticesPage()->silenceField()->setValue(77);
        dialog.noticesPage()->desktopBox()->setChecked(true);
        WindowSettings expected = unusual();
        for (const ConfigNumber &number : configNumbers()) {
            NumberField *field = dialog.limitsPage()->numbers()->field(number.name);
            if (!field)
                field = dialog.journalPage()->numbers()->field(number.name);
            QVERIFY2(field, number.name.data());
            field->spinBox()->setValue(field->spinBox()->value() + stepOf(number));
        }
        expected.session.limits.countLoopback = false;
        const std::optional<SettingsChange> change = applied(dialog);
        QVERIFY2(change, qPrintable(dialog.problem()));
        compare(change->settings, expected);
        QCOMPARE(change->newToken, std::optional<QByteArray>("xxxxyyyy"));
    }

    void saysWhatCannotBe_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("address") << u"address"_s << u"example.com"_s;
        QTest::newRow("no address") << u"address"_s << u""_s;
        QTest::newRow("path") << u"path"_s << u"hook"_s;
        QTest::newRow("path with a query") << u"path"_s << u"/a?b"_s;
        QTest::newRow("applications") << u"apps"_s << u"7, seven"_s;
        QTest::newRow("certificate alone") << u"certificate"_s << u"/etc/cert.pem"_s;
    }
    void saysWhatCannotBe()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        SettingsDialog dialog({}, {}, false);
        ReceivingPage *page = dialog.receivingPage();
        if (field == u"address"_s)
            page->addressBox()->setCurrentText(text);
        else if (field == u"path"_s)
            page->path()->pathEdit()->setText(text);
        else if (field == u"apps"_s)
            page->appsEdit()->setText(text);
        else
            page->certificate()->edit()->setText(text);
        QVERIFY(!applied(dialog));
        QVERIFY(!dialog.problem().isEmpty());
        QVERIFY(dialog.applyButton()->isEnabled());
    }

    void storesAllButSecrets()
    {
        WindowSettings settings = unusual();
        settings.session.admission.token = "Tr0ub4dor-and-3";
        saveSettings(settings);
        compare(loadSettings(), settings);
        QVERIFY(loadSettings().session.admission.token.isEmpty());
        QVERIFY(stored().contains("8443"));
        QVERIFY(!stored().contains("Tr0ub4dor"));

        settings.session.admission.path = generateSecretPath();
        settings.session.admission.pathIsSecret = true;
        saveSettings(settings);
        QVERIFY(loadSettings().session.admission.pathIsSecret);
        QVERIFY(!stored().contains(settings.session.admission.path.mid(1)));
        QVERIFY(!stored().contains("hook"));
    }

    void readsNoNonsense()
    {
        QSettings store;
        store.setValue(u"receive/address"_s, u"nowhere"_s);
        store.setValue(u"receive/port"_s, 99999);
        store.setValue(u"receive/path"_s, u"hook"_s);
        store.setValue(u"receive/applications"_s, QStringList{u"x"_s, u"-1"_s});
        store.setValue(u"receive/max-body"_s, -5);
        store.setValue(u"receive/max-head"_s, u"many"_s);
        store.setValue(u"notices/silence"_s, -1);
        compare(loadSettings(), WindowSettings());
    }

    void neverShowsTheToken()
    {
        WindowSettings settings;
        settings.session.admission.token = "Tr0ub4dor-and-3";
        settings.tokenInKeychain = true;
        SettingsDialog dialog(settings, {}, true);
        for (const QLineEdit *edit : dialog.findChildren<QLineEdit *>())
            QVERIFY(!edit->text().contains(u"Tr0ub4dor"_s) && !edit->placeholderText().contains(u"Tr0ub4dor"_s));
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"Tr0ub4dor"_s) && label->textFormat() == Qt::PlainText);
        TokenEdit *token = dialog.receivingPage()->token();
        QCOMPARE(token->edit()->echoMode(), QLineEdit::Password);
        QVERIFY(token->state()->text().contains(u"is set"_s));
        token->removeButton()->click();
        QVERIFY(!applied(dialog)->settings.tokenInKeychain);
        token->edit()->setText(u"another"_s);
        QVERIFY(!token->removeButton()->isChecked());
        dialog.showProblem({});
        const auto change = applied(dialog);
        QVERIFY(change->settings.tokenInKeychain);
        QCOMPARE(change->newToken, std::optional<QByteArray>("another"));
    }

    void secretPathIsGeneratedShownAndCopied()
    {
        SettingsDialog dialog({}, {}, false);
        dialog.receivingPage()->portBox()->setValue(8443);
        PathEdit *path = dialog.receivingPage()->path();
        QVERIFY(!path->generateButton()->isEnabled());
        path->secretButton()->click();
        const auto rules = [path] {
            AdmissionRules read;
            path->writeTo(read);
            return read;
        };
        const QByteArray first = rules().path;
        QVERIFY(rules().pathIsSecret && isSecretPath(first));
        QVERIFY(path->secretView()->text().contains(u'…'));
        QVERIFY(!QString::fromLatin1(first).contains(path->secretView()->text()));
        path->showButton()->click();
        QCOMPARE(path->secretView()->text(), QString::fromLatin1(first));
        path->copyButton()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:8443"_s + QString::fromLatin1(first));
        path->generateButton()->click();
        QVERIFY(rules().path != first && isSecretPath(rules().path));
        path->ordinaryButton()->click();
        QCOMPARE(rules().path, QByteArray("/"));
        QVERIFY(!rules().pathIsSecret);
    }

    void whatTheCommandLineDecidesIsDisabledAndSaysWhy()
    {
        const FixedSettings fixed{{u"listen"_s, u"--listen"_s},
                                  {u"token"_s, u"SEATSCOPE_TOKEN"_s},
                                  {u"secret-path-file"_s, u"--secret-path-file"_s},
                                  {u"tls-cert"_s, u"--tls-cert"_s},
                                  {u"max-body"_s, u"--max-body"_s},
                                  {u"keep-days"_s, u"--keep-days"_s}};
        SettingsDialog dialog({}, fixed, false);
        const ReceivingPage *page = dialog.receivingPage();
        const auto isOn = [&dialog](const QWidget *widget) { return widget->isEnabledTo(&dialog); };
        QVERIFY(!isOn(page->addressBox()) && !isOn(page->portBox()) && !isOn(page->token()->edit()));
        QVERIFY(!isOn(page->path()->secretButton()) && !isOn(page->certificate()->edit()) &&
                !isOn(page->key()->edit()));
        QVERIFY(isOn(page->appsEdit()) && isOn(page->allowOpenBox()));
        NumberForm *limits = dialog.limitsPage()->numbers();
        QVERIFY(!isOn(limits->field("max-body"_L1)) && isOn(limits->field("max-head"_L1)));
        QVERIFY(!isOn(dialog.journalPage()->numbers()->field("keep-days"_L1)));
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts += label->text();
        for (const QString &reason : fixed) {
            const bool said =
                std::any_of(texts.cbegin(), texts.cend(), [&](const QString &text) { return text.contains(reason); });
            QVERIFY2(said, qPrintable(reason));
        }
        limits->field("max-body"_L1)->setValue(5);
        limits->field("max-head"_L1)->setValue(500);
        limits->reset();
        QCOMPARE(limits->field("max-body"_L1)->value(), 5);
        QCOMPARE(limits->field("max-head"_L1)->value(), 32 * 1024);
    }

    void showsHowFullTheJournalIs()
    {
        SettingsDialog dialog({}, {}, false);
        SessionCounters counters;
        counters.captures = 250;
        counters.uninvited = 50;
        counters.usedBytes = 3 * 1024 * 1024;
        counters.bytesOnDisk = 70 * 1024 * 1024; // free pages and the write-ahead log are not what the limit counts
        counters.limits.captures = 1000;
        counters.limits.bytes = 4 * 1024 * 1024;
        const JournalPage *page = dialog.journalPage();
        QVERIFY(page->usage()->isHidden());
        dialog.showUsage(counters);
        QVERIFY(!page->usage()->isHidden());
        QVERIFY(page->bookmarksNotice()->isHidden());
        QCOMPARE(page->capturesBar()->value(), 250);
        QCOMPARE(page->uninvitedBar()->value(), 500); // of 10 % of 1,000
        QCOMPARE(page->bytesBar()->value(), 750);
        QVERIFY(page->capturesBar()->text().contains(QLocale().toString(1000)));
        counters.usedBytes = 5 * 1024 * 1024;
        counters.bookmarksExceed = true;
        dialog.showUsage(counters);
        QCOMPARE(page->bytesBar()->value(), page->bytesBar()->maximum());
        QVERIFY(!page->bookmarksNotice()->isHidden());
    }

    void fewCapturesHaveAShareForUninvitedOnesToo()
    {
        SettingsDialog dialog({}, {}, false);
        SessionCounters counters;
        counters.limits.captures = 50;
        counters.uninvited = 1;
        dialog.showUsage(counters);
        QCOMPARE(dialog.journalPage()->uninvitedBar()->value(), 200); // of 5
    }

    void takesTheTokenThatTheKeychainHolds()
    {
        SettingsDialog dialog({}, {}, false);
        TokenEdit *token = dialog.receivingPage()->token();
        QVERIFY(!token->useStoredBox()->isHidden() && token->removeButton()->isHidden());
        QVERIFY(!applied(dialog)->settings.tokenInKeychain);
        dialog.showProblem({});
        const QString before = token->state()->text();
        token->useStoredBox()->click();
        QVERIFY(token->state()->text() != before);
        const auto stored = applied(dialog);
        QVERIFY(stored->settings.tokenInKeychain);
        QVERIFY(!stored->newToken);
        // What is typed then counts, and the other way round.
        dialog.showProblem({});
        token->edit()->setText(u"another"_s);
        QVERIFY(!token->useStoredBox()->isChecked());
        token->useStoredBox()->click();
        QVERIFY(token->edit()->text().isEmpty());
        token->useStoredBox()->click();
        QVERIFY(!applied(dialog)->settings.tokenInKeychain);

        const SettingsDialog withToken({}, {}, true);
        const TokenEdit *set = withToken.receivingPage()->token();
        QVERIFY(set->useStoredBox()->isHidden() && !set->removeButton()->isHidden());
    }

    void everyControlHasAName()
    {
        const SettingsDialog dialog({}, {}, false);
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isInner = widget->objectName().startsWith("qt_"_L1) ||
                                 widget->objectName() == "ScrollLeftButton"_L1 ||
                                 widget->objectName() == "ScrollRightButton"_L1 ||
                                 qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr ||
                                 qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr ||
                                 qobject_cast<const QLineEdit *>(widget->parentWidget()) != nullptr;
            const bool isControl = button || widget->inherits("QLineEdit") || widget->inherits("QAbstractSpinBox") ||
                                   widget->inherits("QComboBox") || widget->inherits("QProgressBar");
            if (!isControl || isInner)
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestSettings)
#include "tst_gui_settings.moc"
