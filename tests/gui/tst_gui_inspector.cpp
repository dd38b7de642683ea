// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "ui/inspector/fieldwords.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/jsonpage.h"
#include "ui/inspector/rawpage.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The inspector shows the answer to its last question only.
class TestInspector : public QObject {
    Q_OBJECT

    static InspectorPanel::Inspection inspection(qint64 sequence, const QByteArray &body)
    {
        CaptureInspection parts;
        parts.capture.summary = capture(sequence);
        parts.capture.head = "POST / HTTP/1.1\r\nHost: x\r\n\r\n";
        parts.capture.body = body;
        parts.prettyBody = QString::fromUtf8(body);
        return std::make_shared<const CaptureInspection>(parts);
    }
    static bool saysSomewhere(const QWidget &panel, const QString &text)
    {
        const QList<QLabel *> labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return !label->isHidden() && label->text().contains(text); });
    }

private Q_SLOTS:
    void init() { failOnAnyGuiWarning(); }

    void oldAnswersAreDropped()
    {
        InspectorPanel panel;
        QSignalSpy wanted(&panel, &InspectorPanel::inspectionWanted);
        QSignalSpy titles(&panel, &InspectorPanel::titleChanged);
        panel.inspect(Sequence(1));
        panel.inspect(Sequence(2));
        QCOMPARE(wanted.size(), 2);
        const quint64 first = wanted[0][1].toULongLong();
        const quint64 second = wanted[1][1].toULongLong();
        QVERIFY(first != second);
        panel.showInspection(inspection(1, "{}"), first);
        QVERIFY(!panel.shown());
        panel.showFailure(u"too late"_s, first);
        QVERIFY(!saysSomewhere(panel, u"too late"_s));
        panel.showInspection(inspection(2, "{}"), second);
        QVERIFY(panel.shown());
        QCOMPARE(panel.shown()->capture.summary.sequence, Sequence(2));
        QCOMPARE(titles.last().first().toString(), u"Inspector · #2"_s);
        panel.showInspection(inspection(9, "{}"), 1);
        QCOMPARE(panel.shown()->capture.summary.sequence, Sequence(2));
    }

    void saysWhyACallbackIsLate()
    {
        InspectorPanel panel;
        QSignalSpy wanted(&panel, &InspectorPanel::inspectionWanted);
        panel.inspect(Sequence(5));
        CaptureInspection late = *inspection(5, "{}");
        late.capture.summary.flags = CaptureFlag::Late;
        late.newerBefore = Sequence(3);
        panel.showInspection(std::make_shared<const CaptureInspection>(late), wanted[0][1].toULongLong());
        QVERIFY(saysSomewhere(panel, u"Flags: late. Late: it came after #3, whose EventTime is newer"_s));
    }

    void failureIsSaidAndCanBeTriedAgain()
    {
        InspectorPanel panel;
        QSignalSpy wanted(&panel, &InspectorPanel::inspectionWanted);
        panel.inspect(Sequence(5));
        panel.showFailure(u"the disk is gone"_s, wanted[0][1].toULongLong());
        QVERIFY(saysSomewhere(panel, u"the disk is gone"_s));
        panel.findChild<QPushButton *>()->click();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].value<Sequence>(), Sequence(5));
    }

    void labelsNeverReadTags()
    {
        InspectorPanel panel;
        for (const QLabel *label : panel.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void rawShowsBytesAndHex()
    {
        RawPage page;
        page.show("POST / HTTP/1.1\r\n\r\n", "a\xFF");
        QCOMPARE(page.text()->toPlainText(), u"POST / HTTP/1.1\n\na\\xFF"_s);
        page.hexToggle()->setChecked(true);
        QVERIFY(page.text()->toPlainText().startsWith("00000000  50 4f 53 54 "_L1));
    }

    void saysWhatIsDocumentedAboutAField()
    {
        InspectorPanel panel;
        panel.inspect(Sequence(1));
        panel.showInspection(inspection(1, "{\n  \"RoomId\": \"<b>r</b>\",\n  \"x\": 1\n}"), 1);
        auto *json = panel.findChild<JsonPage *>();
        auto *text = json->findChild<QPlainTextEdit *>();
        QVERIFY(saysSomewhere(*json, u"A click on a field"_s));
        const auto fieldAt = [text, json](qsizetype position) {
            QTextCursor cursor = text->textCursor();
            cursor.setPosition(static_cast<int>(position));
            text->setTextCursor(cursor);
            const QList<QLabel *> labels = json->findChildren<QLabel *>();
            return labels.last()->textFormat() == Qt::PlainText ? labels.last()->text() : u"rich"_s;
        };
        const QString body = text->toPlainText();
        const QString room = fieldAt(body.indexOf(u"RoomId"_s));
        QVERIFY2(room.startsWith(u"/RoomId: "_s) && room.contains(u"Expected: string; always there."_s) &&
                     room.endsWith(u"See document 60736 of product 647."_s),
                 qPrintable(room));
        const QString other = fieldAt(body.indexOf(u"\"x\""_s));
        QCOMPARE(other, u"/x: not documented for this callback (document 60736 of product 647)."_s);
        QCOMPARE(FieldWords::describe(nullptr, u"/y"_s), u"/y: nothing is documented about this callback."_s);
    }

    void longBodiesAreCutAndSaySo()
    {
        InspectorPanel panel;
        QSignalSpy wanted(&panel, &InspectorPanel::inspectionWanted);
        panel.inspect(Sequence(1));
        panel.showInspection(inspection(1, QByteArray(1'000'000, '7')), wanted[0][1].toULongLong());
        for (const QPlainTextEdit *text : panel.findChildren<QPlainTextEdit *>())
            QVERIFY(text->document()->characterCount() <= 256 * 1024 + 1);
        QVERIFY(saysSomewhere(panel, u"Showing the first 262,144 of"_s));
    }
};

QTEST_MAIN(TestInspector)
#include "tst_gui_inspector.moc"
