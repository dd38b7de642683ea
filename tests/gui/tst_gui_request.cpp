// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/windowwithcaptures.h"
#include "tests/unit/replay/scriptedtarget.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/overviewpage.h"
#include "ui/replay/questionline.h"
#include "ui/replay/replaytargets.h"
#include "ui/request/answerview.h"
#include "ui/request/bodyeditor.h"
#include "ui/request/namevalueeditor.h"
#include "ui/request/requestcontroller.h"
#include "ui/request/requestdialog.h"
#include "ui/request/sendtarget.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

EditedRequest requestOf(const QByteArray &head, const QByteArray &body)
{
    Capture capture;
    capture.summary.sequence = Sequence(7);
    capture.head = head;
    capture.body = body;
    const Result<EditedRequest> request = EditedRequest::from(capture);
    return request ? *request : EditedRequest();
}

const QByteArray someHead = "POST /cb?a=%20&b HTTP/1.1\r\nHost: h\r\nX: 1\r\nx:  2\r\n\r\n";

} // namespace

/// Editing a request in the window and sending it.
class TestRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyGuiWarning();
        m_it = std::make_unique<WindowWithCaptures>();
        QVERIFY(m_it->isReady());
    }
    void cleanup() { m_it.reset(); }

    void showsTheRequestAndLeavesItAlone()
    {
        RequestDialog dialog(requestOf(someHead, "{}"), u"http://127.0.0.1:1"_s, false);
        QCOMPARE(dialog.windowTitle(), u"Edit #7 and send it"_s);
        QCOMPARE(dialog.methodEdit()->text(), u"POST"_s);
        QCOMPARE(dialog.pathEdit()->text(), u"/cb"_s);
        QCOMPARE(dialog.queryEditor()->model().rowCount(), 2);
        QCOMPARE(dialog.tabs()->tabText(1), u"&Headers (3)"_s);
        QCOMPARE(dialog.bodyEditor()->edit()->toPlainText(), u"{}"_s);
        QVERIFY(dialog.sendButton()->isEnabled());
        QVERIFY(!dialog.target()->signBox()->isEnabled());
        QVERIFY(!dialog.target()->markBox()->isEnabled());
        QCOMPARE(dialog.request()->compose()->head, someHead);
        // To open an editor and to close it is no change.
        NameValueModel &fields = dialog.fieldEditor()->model();
        QVERIFY(fields.setData(fields.index(2, 1), u"2"_s, Qt::EditRole));
        QCOMPARE(dialog.request()->compose()->head, someHead);
    }

    void rowsAreAddedMovedAndRemoved()
    {
        RequestDialog dialog(requestOf(someHead, {}), u"http://127.0.0.1:1"_s, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(dialog.tabs()->currentIndex(), 0); // there is no body
        dialog.tabs()->setCurrentIndex(1);
        NameValueEditor *editor = dialog.fieldEditor();
        const QAbstractItemModelTester tester(&editor->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        editor->view()->setCurrentIndex(editor->model().index(0, 0));
        QVERIFY(!editor->upButton()->isEnabled());
        editor->downButton()->click();
        QCOMPARE(editor->view()->currentIndex().row(), 1);
        editor->view()->setCurrentIndex(editor->model().index(2, 0));
        QVERIFY(!editor->downButton()->isEnabled());
        editor->removeButton()->click();
        editor->addButton()->click();
        const int added = editor->view()->currentIndex().row();
        editor->model().setData(editor->model().index(added, 0), u"X-New"_s, Qt::EditRole);
        editor->model().setData(editor->model().index(added, 1), u"ä"_s, Qt::EditRole);
        QCOMPARE(dialog.tabs()->tabText(1), u"&Headers (3)"_s);
        QCOMPARE(dialog.request()->compose()->head,
                 QByteArray("POST /cb?a=%20&b HTTP/1.1\r\nX: 1\r\nHost: h\r\nX-New: ä\r\n\r\n"));
    }

    void faultsAreSaidWhereTheyAre()
    {
        RequestDialog dialog(requestOf(someHead, "{}"), u"http://127.0.0.1:1"_s, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        NameValueModel &query = dialog.queryEditor()->model();
        query.setData(query.index(1, 1), u"50%"_s, Qt::EditRole);
        QVERIFY(!dialog.sendButton()->isEnabled());
        QVERIFY(dialog.queryEditor()->remark()->text().startsWith(
            u"Row 2: two hexadecimal digits must follow the % in “50%” (character 3)"_s));
        QVERIFY(!dialog.tabs()->tabIcon(0).isNull());
        QVERIFY(dialog.tabs()->tabIcon(1).isNull());
        QVERIFY(query.index(1, 0).data(Qt::AccessibleDescriptionRole).toString().contains(u"hexadecimal"_s));
        query.setData(query.index(1, 1), u"50%25"_s, Qt::EditRole);
        QVERIFY(dialog.sendButton()->isEnabled());
        QVERIFY(dialog.tabs()->tabIcon(0).isNull());

        NameValueModel &fields = dialog.fieldEditor()->model();
        fields.setData(fields.index(0, 1), u"a\r\nb"_s, Qt::EditRole);
        QVERIFY(dialog.fieldEditor()->remark()->text().contains(u"a line break in the value of Host"_s));
        QVERIFY(!dialog.sendButton()->isEnabled());
        fields.removeRowAt(0);
        dialog.methodEdit()->setText(u"P OST"_s);
        QVERIFY(dialog.remark()->isVisible());
        QVERIFY(dialog.remark()->text().contains(u"“P OST” is no method"_s));
        dialog.methodEdit()->setText(u"PUT"_s);
        QVERIFY(!dialog.remark()->isVisible());
        QVERIFY(dialog.sendButton()->isEnabled());

        dialog.target()->otherChoice()->setChecked(true);
        QVERIFY(!dialog.sendButton()->isEnabled());
        dialog.target()->urlEdit()->setText(u"gopher://x"_s);
        QVERIFY(dialog.target()->remark()->text().contains(u"no http or https URL"_s));
        dialog.target()->urlEdit()->setText(u"http://x"_s);
        QVERIFY(dialog.sendButton()->isEnabled());
        QVERIFY(dialog.target()->markBox()->isEnabled());
    }

    void jsonIsCheckedWhileItIsTyped()
    {
        RequestDialog dialog(requestOf(someHead, "{\"a\":\n 1}"), u"http://127.0.0.1:1"_s, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        BodyEditor *body = dialog.bodyEditor();
        QCOMPARE(dialog.tabs()->currentWidget(), body);
        QTRY_VERIFY(body->remark()->text().startsWith(u"This is JSON"_s));
        QVERIFY(!body->goToButton()->isVisible());
        QTest::keyClick(body->edit(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(body->edit(), u",x"_s);
        QTRY_COMPARE(body->remark()->text(),
                     u"This is no JSON: line 2, column 4 (byte 9): something follows after the end of the JSON value. "
                     "It can be sent nevertheless."_s);
        QVERIFY(dialog.sendButton()->isEnabled());
        QVERIFY(!body->formatButton()->isEnabled());
        QCOMPARE(body->edit()->extraSelections().size(), 1);
        QTest::keyClick(body->edit(), Qt::Key_Home, Qt::ControlModifier);
        body->goToButton()->click();
        QCOMPARE(body->edit()->textCursor().position(), 9);
        QCOMPARE(dialog.request()->body(), QByteArray("{\"a\":\n 1},x"));
        // Behind characters of several bytes it is the same place.
        body->edit()->setPlainText(u"[\"房间\",]"_s);
        QTRY_VERIFY(body->remark()->text().contains(u"column 11 "_s));
        body->goToButton()->click();
        QCOMPARE(body->edit()->textCursor().position(), 6);
        body->edit()->setPlainText(u"{\"b\":1.50,\"a\":\"\\u0041\"}"_s);
        QTRY_VERIFY(body->formatButton()->isEnabled());
        body->formatButton()->click();
        QVERIFY(body->edit()->toPlainText().startsWith(u"{\n  \"b\": 1.50"_s));
        body->edit()->undo();
        QCOMPARE(dialog.request()->body(), QByteArray("{\"b\":1.50,\"a\":\"\\u0041\"}"));
    }

    void whatIsNoTextIsEditedInHexadecimal()
    {
        BodyEditor editor;
        const QByteArray odd("a\xff\0\r", 4);
        editor.setBody(odd);
        QVERIFY(editor.isHex());
        QVERIFY(editor.remark()->text().startsWith(u"This body cannot be edited as text without loss"_s));
        QCOMPARE(editor.edit()->toPlainText(), u"61 ff 00 0d"_s);
        QCOMPARE(*editor.body(), odd);
        editor.edit()->setPlainText(u"61 fg"_s);
        QVERIFY(!editor.body());
        QTRY_VERIFY(editor.remark()->text().contains(u"line 1, column 5: “g” is no hexadecimal digit"_s));
        editor.edit()->setPlainText(u"6162"_s);
        QCOMPARE(*editor.body(), QByteArray("ab"));
        // Text is kept to the last byte.
        const QByteArray text = "a\u00A0b\r\n\t\U0001F600\r\n";
        editor.setBody(text);
        QVERIFY(!editor.isHex());
        QCOMPARE(*editor.body(), text);
        editor.setBody(QByteArray(BodyEditor::longestEdited + 1, ' '));
        QVERIFY(editor.edit()->isReadOnly());
        QVERIFY(editor.remark()->text().contains(u"too long to be edited"_s));
        QCOMPARE(editor.body()->size(), BodyEditor::longestEdited + 1);
    }

    void oneCaptureIsSentHere()
    {
        openFor("rid-1");
        m_dialog->bodyEditor()->edit()->setPlainText(
            m_dialog->bodyEditor()->edit()->toPlainText().replace(u"alice"_s, u"bob"_s));
        m_dialog->sendButton()->click();
        QTRY_VERIFY(m_dialog->answer()->showButton()->isVisible());
        QTRY_VERIFY(m_dialog->answer()->headline()->text().contains(u"answered 200 in"_s));
        QVERIFY(m_dialog->answer()->headline()->text().endsWith(u"#1 was answered the same."_s));
        QVERIFY(m_dialog->answer()->body()->toPlainText().contains(u"\"ActionStatus\":\"OK\""_s));
        QVERIFY(m_dialog->answer()->details()->text().contains(u"X-SeatScope-Replay: 1; edited"_s));
        QCOMPARE(m_dialog->answer()->showButton()->text(), u"&Kept as #2"_s);
        // It can be sent again.
        QVERIFY(m_dialog->sendButton()->isEnabled());
        m_dialog->sendButton()->click();
        QTRY_COMPARE(m_dialog->answer()->showButton()->text(), u"&Kept as #3"_s);
        m_dialog->answer()->showButton()->click();
        QCOMPARE(m_it->log().selected(), Sequence(3));

        // The inspector says where it comes from, and leads there.
        OverviewPage *overview = inspector()->overview();
        QTRY_VERIFY(!overview->originButton()->isHidden());
        QCOMPARE(overview->originButton()->text(), u"Edited from #1"_s);
        m_dialog->close();
        overview->originButton()->click();
        QCOMPARE(m_it->log().selected(), Sequence(1));
        QTRY_VERIFY(overview->originButton()->isHidden());
    }

    void whatIsSentElsewhereIsKept()
    {
        ScriptedTarget backend({{"HTTP/1.1 500 No\r\nContent-Length: 7\r\n\r\n<b>x\xff\n>"}});
        openFor("rid-1");
        m_dialog->target()->setTarget(u"http://127.0.0.1:%1"_s.arg(backend.port()));
        m_dialog->target()->markBox()->setChecked(false);
        m_dialog->sendButton()->click();
        QTRY_COMPARE(m_dialog->answer()->showButton()->text(), u"&Kept as #2"_s);
        QTRY_VERIFY(m_dialog->answer()->headline()->text().contains(u"answered 500"_s));
        QVERIFY(m_dialog->answer()->headline()->text().endsWith(u"#1 was answered 200."_s));
        QVERIFY(!backend.requests.front().contains("X-SeatScope-Replay"));
        QCOMPARE(m_it->session().rooms().size(), 1U);
        m_dialog->close();
        // The next one goes to the same target.
        controller()->edit(Sequence(1));
        QTRY_VERIFY(controller()->dialog() != nullptr && controller()->dialog() != m_dialog);
        QVERIFY(controller()->dialog()->target()->otherChoice()->isChecked());
    }

    void anUnreachableTargetIsSaid()
    {
        quint16 port = 0;
        {
            const ScriptedTarget gone;
            port = gone.port();
        }
        openFor("rid-1");
        m_dialog->target()->setTarget(u"http://127.0.0.1:%1"_s.arg(port));
        m_dialog->sendButton()->click();
        QTRY_VERIFY(m_dialog->answer()->headline()->text().contains(u"did not answer: "_s));
        QVERIFY(m_dialog->sendButton()->isEnabled());
    }

    void anotherMachineIsAskedAbout()
    {
        // An address of this machine that is not known as such: nothing leaves it.
        ScriptedTarget backend;
        const QString origin = u"http://0.0.0.0:%1"_s.arg(backend.port());
        openFor("rid-1");
        m_dialog->target()->setTarget(origin + u"/<b>"_s);
        QVERIFY(!m_dialog->sendButton()->isEnabled());
        m_dialog->target()->setTarget(origin);
        m_dialog->sendButton()->click();
        QTRY_VERIFY(m_dialog->question()->isVisible());
        QVERIFY(
            m_dialog->question()->question().startsWith(u"Send this to %1? That is not this machine"_s.arg(origin)));
        // Whoever changes the request is asked about that one.
        m_dialog->pathEdit()->setText(u"/else"_s);
        QVERIFY(!m_dialog->question()->isVisible());
        m_dialog->sendButton()->click();
        QTRY_VERIFY(m_dialog->question()->isVisible());
        QCOMPARE(backend.connections, 0);
        QVERIFY(!ReplayTargets::load().isAllowed(origin));

        // Asked once: a yes is remembered, and counts for replays, too.
        m_dialog->question()->yesButton()->click();
        QTRY_VERIFY(m_dialog->answer()->headline()->text().contains(u"200"_s));
        QVERIFY(ReplayTargets::load().isAllowed(origin));
        m_dialog->sendButton()->click();
        QVERIFY(!m_dialog->question()->isVisible());
    }

    void oneCaptureMustBeSelected()
    {
        m_it->send("rid-1", "alice");
        m_it->send("rid-1", "bob");
        QTRY_COMPARE(m_it->shown().size(), 2U);
        m_it->view()->selectAll();
        controller()->action()->trigger();
        QCOMPARE(m_it->window().statusBar()->currentMessage(), u"Select one capture to edit it."_s);
        QVERIFY(!controller()->dialog());
        controller()->edit(Sequence(99));
        QTRY_VERIFY(m_it->window().statusBar()->currentMessage().contains(u"99"_s));
    }

private:
    [[nodiscard]] RequestController *controller() const { return m_it->window().findChild<RequestController *>(); }
    [[nodiscard]] InspectorPanel *inspector() const { return m_it->window().findChild<InspectorPanel *>(); }
    void openFor(const QByteArray &room)
    {
        m_it->send(room, "alice");
        QTRY_COMPARE(m_it->shown().size(), 1U);
        m_it->log().select(Sequence(1));
        controller()->action()->trigger();
        QTRY_VERIFY(controller()->dialog());
        m_dialog = controller()->dialog();
        QTRY_VERIFY(m_dialog->isVisible());
    }

    std::unique_ptr<WindowWithCaptures> m_it;
    QPointer<RequestDialog> m_dialog;
};

QTEST_MAIN(TestRequest)
#include "tst_gui_request.moc"
