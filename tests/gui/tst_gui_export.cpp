// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/windowwithcaptures.h"
#include "ui/exchange/exportcontroller.h"
#include "ui/exchange/exportstrip.h"
#include "ui/exchange/exportwords.h"
#include "ui/exchange/targetfield.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filteredit.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(seatscope::ExportScope)

/// Is shown folders by QDesktopServices.
class FolderViewer : public QObject {
    Q_OBJECT

public:
    FolderViewer() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~FolderViewer() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    FolderViewer(const FolderViewer &) = delete;
    FolderViewer &operator=(const FolderViewer &) = delete;

    [[nodiscard]] const QString &opened() const { return m_opened; }

public Q_SLOTS:
    void open(const QUrl &url) { m_opened = url.toLocalFile(); }

private:
    QString m_opened;
};

/// Exporting, in the whole window over a real session.
class TestExport : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<WindowWithCaptures> m_it;

    [[nodiscard]] ExportController &exporting() { return *m_it->window().exporting(); }
    [[nodiscard]] ExportStrip &strip() { return *exporting().strip(); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// How often \a key is in the file.
    [[nodiscard]] qsizetype capturesIn(const QString &name) const { return contentOf(name).count("\"receivedUs\":"); }
    ExportDialog *openDialog()
    {
        QTest::keyClick(m_it->view(), Qt::Key_E, Qt::ControlModifier);
        return exporting().dialog();
    }
    [[nodiscard]] static ExportDialog &shown(ExportDialog *dialog)
    {
        if (dialog == nullptr)
            qFatal("no dialog is shown");
        return *dialog;
    }
    static void choose(ExportDialog &dialog, QLatin1StringView format)
    {
        int place = 0;
        for (const ExportFormat &offered : exportFormats()) {
            if (offered.name == format)
                dialog.formats()->button(place)->click();
            ++place;
        }
    }
    static ExportScope scopeOf(const ExportDialog &dialog)
    {
        return static_cast<ExportScope>(dialog.scopes()->checkedId());
    }
    /// Exports what the dialog proposes to \a name, and waits for the end.
    void exportTo(const QString &name)
    {
        ExportDialog *dialog = openDialog();
        QVERIFY(dialog);
        dialog->target()->edit()->setText(path(name));
        QVERIFY(dialog->exportButton()->isEnabled());
        dialog->exportButton()->click();
        QTRY_VERIFY(!exporting().isRunning());
        m_it->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_it->window())); // the dialog has closed
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        failOnAnyGuiWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_it = std::make_unique<WindowWithCaptures>();
        QVERIFY(m_it->isReady());
        for (const char *user : {"alice", "bob", "alice", "carol"})
            m_it->send("rid-1", user);
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 4);
        m_it->view()->setFocus();
    }
    void cleanup() { m_it.reset(); }

    void exportsEverythingAndShowsTheFolder()
    {
        exportTo(u"a.jsonl"_s);
        QCOMPARE(capturesIn(u"a.jsonl"_s), 4);
        QVERIFY(strip().isVisible());
        QVERIFY2(strip().words().startsWith(u"4 captures ("_s), qPrintable(strip().words()));
        QVERIFY(strip().words().contains(path(u"a.jsonl"_s)));
        QVERIFY(!strip().bar()->isVisible());
        QVERIFY(!strip().cancelButton()->isVisible());
        const FolderViewer viewer;
        strip().folderButton()->click();
        QCOMPARE(viewer.opened(), m_dir->path());
        strip().closeButton()->click();
        QVERIFY(!strip().isVisible());
    }

    void exportsWhatIsSelected()
    {
        m_it->view()->selectRow(1);
        QTest::keyClick(m_it->view(), Qt::Key_Down, Qt::ShiftModifier);
        exportTo(u"s.jsonl"_s);
        const QByteArray lines = contentOf(u"s.jsonl"_s);
        QCOMPARE(capturesIn(u"s.jsonl"_s), 2);
        QVERIFY(lines.contains("\"seq\":2,"));
        QVERIFY(lines.contains("\"seq\":3,"));
    }

    void exportsWhatTheFilterLetsPass()
    {
        m_it->log().setFilter(u"user == alice"_s);
        QTRY_COMPARE(m_it->shown(), (std::vector<qint64>{1, 3}));
        m_it->view()->setFocus();
        exportTo(u"f.jsonl"_s);
        const QByteArray lines = contentOf(u"f.jsonl"_s);
        QCOMPARE(capturesIn(u"f.jsonl"_s), 2);
        QVERIFY(lines.contains("\"seq\":1,"));
        QVERIFY(lines.contains("\"seq\":3,"));
    }

    void proposesWhatIsLikelyMeant()
    {
        ExportDialog *dialog = &shown(openDialog());
        QCOMPARE(scopeOf(*dialog), ExportScope::Everything);
        QVERIFY(!dialog->scopes()->button(static_cast<int>(ExportScope::Filtered)));
        QVERIFY(!dialog->scopes()->button(static_cast<int>(ExportScope::Selected)));
        dialog->reject();
        // One capture is selected all the time, by looking at it.
        m_it->view()->selectRow(0);
        exporting().ask(exporting().likelyScope());
        QCOMPARE(scopeOf(shown(exporting().dialog())), ExportScope::Everything);
        QVERIFY(shown(exporting().dialog())
                    .scopes()
                    ->button(static_cast<int>(ExportScope::Selected))
                    ->text()
                    .contains(u"#1"_s));
        exporting().ask(ExportScope::Selected);
        QCOMPARE(scopeOf(shown(exporting().dialog())), ExportScope::Selected);
        m_it->view()->selectAll();
        exporting().ask(exporting().likelyScope());
        QCOMPARE(scopeOf(shown(exporting().dialog())), ExportScope::Selected);
        m_it->view()->selectRow(0);
        m_it->log().setFilter(u"\"<b>alice\""_s);
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 0);
        exporting().ask(exporting().likelyScope());
        QCOMPARE(scopeOf(shown(exporting().dialog())), ExportScope::Filtered);
        QStringList texts;
        for (const QLabel *label : shown(exporting().dialog()).findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            texts += label->text();
        }
        QVERIFY(texts.contains(u"\"<b>alice\""_s));
    }

    void theSuffixFollowsTheFormat()
    {
        ExportDialog *dialog = &shown(openDialog());
        QLineEdit *edit = dialog->target()->edit();
        QVERIFY2(edit->text().endsWith(u".jsonl"_s), qPrintable(edit->text()));
        QVERIFY(!dialog->tables()->isEnabled());
        choose(*dialog, "csv"_L1);
        QVERIFY2(edit->text().endsWith(u".csv"_s), qPrintable(edit->text()));
        QVERIFY(dialog->tables()->isEnabled());
        edit->setText(path(u"v1.2"_s));
        choose(*dialog, "jsonl"_L1);
        QCOMPARE(edit->text(), path(u"v1.2"_s)); // of no format: meant so
        edit->setText(path(u"plain"_s));
        choose(*dialog, "csv"_L1);
        QCOMPARE(edit->text(), path(u"plain.csv"_s));
        QCOMPARE(dialog->wish().form.format->name, "csv"_L1);
    }

    /// On X11 a field would take the key for itself.
    void theKeyWorksInFieldsToo()
    {
        QLineEdit *field = m_it->log().filterBar()->field();
        field->setFocus();
        QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier);
        key.accept();
        QVERIFY(exporting().eventFilter(field, &key));
        QVERIFY(!key.isAccepted());
        QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(exporting().dialog());
    }

    void namesAreOfTheDayAndNew()
    {
        const ExportFormat &jsonl = *exportFormatNamed(u"jsonl"_s);
        const auto suggested = [&] {
            return suggestedTarget(m_dir->path(), u"/x/my.project.seatscope"_s, u"2026-11-24"_s, jsonl);
        };
        QCOMPARE(suggested(), path(u"my.project-2026-11-24.jsonl"_s));
        QVERIFY(QFile(suggested()).open(QIODevice::WriteOnly));
        QCOMPARE(suggested(), path(u"my.project-2026-11-24-2.jsonl"_s));
        QVERIFY(QFile(suggested()).open(QIODevice::WriteOnly));
        QCOMPARE(suggested(), path(u"my.project-2026-11-24-3.jsonl"_s));
    }

    void saysWhatIsInTheWay()
    {
        QFile there(path(u"there.jsonl"_s));
        QVERIFY(there.open(QIODevice::WriteOnly));
        TargetField &target = *shown(openDialog()).target();
        const QPushButton &button = *shown(exporting().dialog()).exportButton();
        const auto look = [&](const QString &typed, const QString &remark, bool isPossible) {
            target.edit()->setText(typed);
            QVERIFY2(remark.isEmpty() ? target.remark()->text().isEmpty() : target.remark()->text().contains(remark),
                     qPrintable(target.remark()->text()));
            QCOMPARE(target.edit()->accessibleDescription(), target.remark()->text());
            QCOMPARE(button.isEnabled(), isPossible);
        };
        look(path(u"new.jsonl"_s), {}, true);
        QVERIFY(!button.text().contains(u"replace"_s));
        look(there.fileName(), u"will be replaced"_s, true);
        QVERIFY(button.text().contains(u"replace"_s));
        look(u" "_s, u"Name a file"_s, false);
        look(m_dir->path(), u"is a folder"_s, false);
        look(path(u"no\nne/a.jsonl"_s).replace(u'\n', u'\u202E'), u"no\\u202Ene"_s, false);
        look(u"/dev/null"_s, u"no file"_s, false);
    }

    void namesWithoutAFolderMeanTheLastOne()
    {
        exportTo(u"a.jsonl"_s);
        ExportDialog *dialog = &shown(openDialog());
        dialog->target()->edit()->setText(u"b.jsonl"_s);
        QCOMPARE(dialog->wish().target, path(u"b.jsonl"_s));
    }

    void whatWasChosenLastIsProposed()
    {
        ExportDialog *dialog = &shown(openDialog());
        QVERIFY(!dialog->redact()->isChecked());
        choose(*dialog, "csv"_L1);
        dialog->tables()->setCurrentIndex(1);
        dialog->redact()->setChecked(true);
        dialog->target()->edit()->setText(path(u"a.csv"_s));
        dialog->exportButton()->click();
        QTRY_VERIFY(!exporting().isRunning());
        QVERIFY2(strip().words().startsWith(u"The seats and members of 4 captures"_s), qPrintable(strip().words()));
        exporting().ask(ExportScope::Everything);
        dialog = &shown(exporting().dialog());
        QCOMPARE(dialog->wish().form.format->name, "csv"_L1);
        QCOMPARE(dialog->wish().form.table, ExportTable::Seats);
        QVERIFY(dialog->wish().redacts);
        QCOMPARE(QFileInfo(dialog->wish().target).absolutePath(), m_dir->path());
    }

    void saysWhatWasReplaced()
    {
        exporting().start({ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, true, path(u"r.jsonl"_s)}, {});
        QVERIFY(exporting().isRunning());
        QVERIFY(strip().bar()->isVisible());
        QVERIFY(strip().cancelButton()->isVisible());
        QVERIFY2(strip().words().startsWith(u"Exporting to r.jsonl: 0 %"_s), qPrintable(strip().words()));
        QTRY_VERIFY(!exporting().isRunning());
        QVERIFY2(strip().words().contains(u"Replaced: 4 users (in "_s), qPrintable(strip().words()));
        QVERIFY(!contentOf(u"r.jsonl"_s).contains("alice"));
        // There is room for it in the smallest window.
        const QSize least = m_it->window().minimumSizeHint();
        QVERIFY2(least.width() <= 800 && least.height() <= 500,
                 qPrintable(u"%1×%2"_s.arg(least.width()).arg(least.height())));
    }

    void oneAtATime()
    {
        exporting().start({ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, false, path(u"1.jsonl"_s)}, {});
        exporting().start({ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, false, path(u"2.jsonl"_s)}, {});
        QVERIFY(!openDialog());
        QTRY_VERIFY(!exporting().isRunning());
        QVERIFY(QFile::exists(path(u"1.jsonl"_s)));
        QVERIFY(!QFile::exists(path(u"2.jsonl"_s)));
        QVERIFY(openDialog());
    }

    void cancelIsAllOrNothing()
    {
        exporting().start({ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, false, path(u"c.jsonl"_s)}, {});
        strip().cancelButton()->click();
        QVERIFY(!strip().cancelButton()->isEnabled());
        QVERIFY(strip().words().contains(u"Cancelling"_s));
        QTRY_VERIFY(!exporting().isRunning());
        QVERIFY(strip().closeButton()->isVisible());
        const bool isCancelled = strip().words().contains(u"c.jsonl was not written"_s);
        QCOMPARE(QFile::exists(path(u"c.jsonl"_s)), !isCancelled);
        QCOMPARE(strip().folderButton()->isVisible(), !isCancelled);
    }

    void aWindowThatGoesEndsIt()
    {
        exporting().start({ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, true, path(u"g.jsonl"_s)}, {});
        m_it.reset();
        QVERIFY(!QFile::exists(path(u"g.jsonl"_s)) || capturesIn(u"g.jsonl"_s) == 4);
    }

    void failuresAreToldInWords()
    {
        exporting().start({ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, false, path(u"<i>/a.jsonl"_s)},
                          {});
        QTRY_VERIFY(!exporting().isRunning());
        QVERIFY2(strip().words().startsWith(u"Nothing was exported: "_s), qPrintable(strip().words()));
        QVERIFY(strip().words().contains(u"<i>/a.jsonl"_s));
        QVERIFY(!strip().folderButton()->isVisible());
        for (const QLabel *label : strip().findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        // The next success takes its place.
        exportTo(u"a.jsonl"_s);
        QVERIFY2(strip().words().startsWith(u"4 captures"_s), qPrintable(strip().words()));
    }

    void everythingHasAName()
    {
        m_it->log().setFilter(u"user == alice"_s);
        QTRY_COMPARE(m_it->shown().size(), 2);
        m_it->view()->selectRow(0);
        exporting().ask(ExportScope::Selected);
        for (const QWidget *widget : shown(exporting().dialog()).findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() != nullptr ||
                qobject_cast<const QLabel *>(widget) != nullptr)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
        for (const QWidget *widget : std::initializer_list<QWidget *>{strip().bar(), strip().closeButton()})
            QVERIFY(!widget->accessibleName().isEmpty());
    }

    void wordsOfWhatWasReplaced()
    {
        CaptureExportReport report;
        report.outcome = {1234, 2048, false};
        report.form.format = exportFormatNamed(u"jsonl"_s);
        report.redacted = {{{0, 0}, {0, 0}, {2, 1000}}};
        const QString file = u"/t/a\u202Eb.jsonl"_s;
        QCOMPARE(ExportWords::outcome(report, file), u"1,234 captures (2 KiB) are in /t/a\\u202Eb.jsonl. Replaced: 2 "
                                                     u"tokens, signatures and other secrets (in 1,000 "
                                                     "places)."_s);
        report.isRedactorFull = true;
        QVERIFY(ExportWords::outcome(report, file).contains(u"more than 500,000"_s));
        report.redacted = {{{0, 0}, {0, 0}, {0, 0}}};
        report.isRedactorFull = false;
        QVERIFY(ExportWords::outcome(report, file).endsWith(u"There was nothing to replace."_s));
        report.outcome.isCancelled = true;
        QCOMPARE(ExportWords::outcome(report, file), u"The export was cancelled; a\\u202Eb.jsonl was not written."_s);
    }

    void percentsStayWithinBounds()
    {
        QCOMPARE(ExportWords::percent({}), 0);
        QCOMPARE(ExportWords::percent({1, 3, 0}), 33);
        QCOMPARE(ExportWords::percent({5, 3, 0}), 100);
    }
};

QTEST_MAIN(TestExport)
#include "tst_gui_export.moc"
