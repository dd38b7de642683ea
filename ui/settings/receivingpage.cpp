// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/receivingpage.h"

#include "ui/settings/filefield.h"
#include "ui/settings/formrows.h"
#include "ui/settings/pathedit.h"
#include "ui/settings/tokenedit.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

bool isPath(const QByteArray &path)
{
    static const QRegularExpression valid(u"^/[!-~]*$"_s);
    return valid.match(QString::fromLatin1(path)).hasMatch() && !path.contains('?') && !path.contains('#');
}

} // namespace

ReceivingPage::ReceivingPage(const FixedSettings &fixed, QWidget *parent)
    : QWidget(parent),
      m_content(new QWidget(this)),
      m_address(new QComboBox(m_content)),
      m_port(new QSpinBox(m_content)),
      m_path(new PathEdit(m_content)),
      m_apps(new QLineEdit(m_content)),
      m_token(new TokenEdit(m_content)),
      m_certificate(new FileField(tr("Certificate file"), m_content)),
      m_key(new FileField(tr("Key file"), m_content)),
      m_allowOpen(new QCheckBox(tr("Listen to everybody, with neither token nor secret path"), m_content)),
      m_keepReplaysOut(new QCheckBox(tr("Keep replayed callbacks out of the rooms"), m_content))
{
    m_address->setEditable(true);
    m_address->addItems({u"127.0.0.1"_s, u"::1"_s, u"0.0.0.0"_s, u"::"_s});
    m_port->setRange(0, std::numeric_limits<quint16>::max());
    m_port->setSpecialValueText(tr("any free one"));
    m_apps->setPlaceholderText(tr("any application"));
    m_allowOpen->setAccessibleName(m_allowOpen->text());
    m_keepReplaysOut->setAccessibleName(m_keepReplaysOut->text());
    buildForm(fixed);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolled(m_content, this));
    connect(m_address, &QComboBox::currentTextChanged, this, &ReceivingPage::showUrl);
    connect(m_port, &QSpinBox::valueChanged, this, &ReceivingPage::showUrl);
    connect(m_certificate->edit(), &QLineEdit::textChanged, this, &ReceivingPage::showUrl);
    showUrl();
}

void ReceivingPage::buildForm(const FixedSettings &fixed)
{
    constexpr int widestAddress = 30;
    m_address->setMinimumContentsLength(widestAddress);
    // One field may be decided by either of two options.
    const auto either = [&fixed](const QString &name, const QString &other) {
        return fixed.contains(name) ? name : other;
    };
    QFormLayout *form = settingsForm();
    form->setContentsMargins(16, 16, 16, 16);
    m_address->setEnabled(!fixed.contains(u"listen"_s));
    addSetting(form, tr("Address"), m_address, {}, {});
    addSetting(form, tr("Port"), m_port, u"listen"_s, fixed);
    addNote(
        form,
        tr("127.0.0.1 is this machine only, for tunnels and reverse proxies; 0.0.0.0 and :: are all its addresses."),
        m_content);
    addSetting(form, tr("Path"), m_path, either(u"path"_s, u"secret-path-file"_s), fixed);
    addNote(form, tr("Who does not know a secret path gets 404. It is part of the callback URL."), m_content);
    addSetting(form, tr("Applications"), m_apps, u"sdkappid"_s, fixed);
    m_apps->setClearButtonEnabled(m_apps->isEnabled());
    addNote(form, tr("SDKAppIDs that are let in, with commas between them."), m_content);
    addSetting(form, tr("Token"), m_token, u"token"_s, fixed);
    addSetting(form, tr("Certificate"), m_certificate, either(u"tls-cert"_s, u"tls-key"_s), fixed);
    addSetting(form, tr("Key"), m_key, either(u"tls-cert"_s, u"tls-key"_s), fixed);
    addNote(form, tr("PEM files, for https. The key must be yours alone (chmod 600) and not encrypted."), m_content);
    addSetting(form, {}, m_allowOpen, u"allow-open"_s, fixed);
    addNote(form,
            tr("Whoever finds the address can then post callbacks that are accepted, and fill the journal with them. "
               "Matters only for addresses that other machines reach."),
            m_content);
    addSetting(form, {}, m_keepReplaysOut, u"keep-replays-out"_s, fixed);
    addNote(form, tr("They are captured and marked, and the rooms show what the sender itself told."), m_content);
    m_content->setLayout(form);
}

void ReceivingPage::setSettings(const WindowSettings &settings, bool hasToken)
{
    const SessionConfig &session = settings.session;
    m_address->setCurrentText(session.address.toString());
    m_port->setValue(session.port);
    m_path->setRules(session.admission);
    QStringList apps;
    for (const SdkAppId app : session.admission.allowedApps)
        apps += QString::number(app.value());
    m_apps->setText(apps.join(u", "_s));
    m_token->setHasToken(hasToken);
    m_certificate->setPath(session.tls.certificate);
    m_key->setPath(session.tls.key);
    m_allowOpen->setChecked(session.allowOpen);
    m_keepReplaysOut->setChecked(session.keepsReplaysOut);
}

QHostAddress ReceivingPage::address() const
{
    const QString text = m_address->currentText().trimmed();
    return text == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(text);
}

Result<void> ReceivingPage::writeApps(AdmissionRules &rules) const
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    rules.allowedApps.clear();
    const QStringList apps = m_apps->text().split(between, Qt::SkipEmptyParts);
    for (const QString &app : apps) {
        const qulonglong number = app.toULongLong();
        if (number == 0)
            return failure(tr("is no SDKAppID"), app, tr("Applications are numbers with commas between them"));
        rules.allowedApps.insert(SdkAppId(number));
    }
    return {};
}

Result<void> ReceivingPage::writeTo(SettingsChange &change) const
{
    SessionConfig &session = change.settings.session;
    session.address = address();
    if (session.address.isNull())
        return failure(tr("is no address"), m_address->currentText(),
                       tr("Use an IP address of this machine, for example 127.0.0.1"));
    session.port = static_cast<quint16>(m_port->value());
    m_path->writeTo(session.admission);
    if (!isPath(session.admission.path))
        return failure(tr("is no path"), QString::fromLatin1(session.admission.path),
                       tr("A path starts with '/' and has no blanks, '?' and '#'"));
    if (Result<void> apps = writeApps(session.admission); !apps)
        return apps;
    change.settings.tokenInKeychain = m_token->hasToken();
    change.newToken = m_token->newToken();
    session.tls = {m_certificate->path(), m_key->path()};
    if (session.tls.certificate.isEmpty() != session.tls.key.isEmpty())
        return failure(tr("https needs both a certificate and its key"), {},
                       tr("Name both files, or none to receive plain http"));
    session.allowOpen = m_allowOpen->isChecked();
    session.keepsReplaysOut = m_keepReplaysOut->isChecked();
    return {};
}

void ReceivingPage::showUrl()
{
    QUrl url;
    url.setScheme(m_certificate->path().isEmpty() ? u"http"_s : u"https"_s);
    url.setHost(m_address->currentText());
    url.setPort(m_port->value());
    m_path->setBaseUrl(url);
}

} // namespace seatscope
