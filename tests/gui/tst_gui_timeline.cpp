// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "tests/support/httpclient.h"
#include "ui/activity/activitycontroller.h"
#include "ui/activity/activitypanel.h"
#include "ui/captures/capturespanel.h"
#include "ui/captures/capturetextmodel.h"
#include "ui/captures/followmode.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/mainwindow.h"
#include "ui/rooms/roomspanel.h"
#include "ui/seats/litcells.h"
#include "ui/seats/seatspanel.h"
#include "ui/theme/emptypage.h"
#include "ui/timeline/gotofield.h"
#include "ui/timeline/momentslider.h"
#include "ui/timeline/scopebox.h"
#include "ui/timeline/timeactions.h"
#include "ui/timeline/timeband.h"
#include "ui/timeline/timebar.h"
#include "ui/timeline/timeview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Going through the past in the whole window, over a real session.
class TestTimeline : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    HttpClient m_client;
    qint64 m_sent = 0;

    /// Sends that \a user, or nobody, sits on \a seat of \a room.
    void send(const QByteArray &room, int seat, const QByteArray &user)
    {
        ++m_sent;
        const QByteArray body =
            "{\"CallbackCommand\":\"Mic.CallbackAfterSeatInfoChanged\",\"RoomId\":\"" + room +
            "\",\"RoomType\":\"Conference\",\"EventTime\":" + QByteArray::number(1'700'000'000'000 + m_sent * 1000) +
            ",\"Operator_Account\":\"host\",\"SeatList\":[{\"Index\":" + QByteArray::number(seat) +
            ",\"Member_Account\":\"" + user +
            "\",\"IsTakenDisabled\":false,\"IsVideoDisabled\":false,\"IsAudioDisabled\":false}]}";
        QCOMPARE(m_client.post(m_session->callbackUrl(), body).status, 200);
        QTRY_COMPARE(log()->rowCount(), static_cast<int>(m_sent));
    }
    [[nodiscard]] QAbstractItemModel *log() const { return m_window->capturesPanel()->view()->model(); }
    [[nodiscard]] TimeBar &bar() const { return *m_window->timeView()->bar(); }
    [[nodiscard]] TimeBand &band() const { return *m_window->timeView()->band(); }
    [[nodiscard]] TimeActions &actions() const { return m_window->timeView()->actions(); }
    /// Who sits where, for example "0:host 1:-"; what the table shows.
    [[nodiscard]] QString seats() const
    {
        const QAbstractItemModel *model = m_window->seatsPanel()->view()->model();
        QStringList seats;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QVariant user = model->index(row, 0).data(SeatModel::UserRole);
            seats += u"%1:%2"_s.arg(model->index(row, 0).data(SeatModel::SeatIndexRole).toInt())
                         .arg(user.isValid() ? user.toString() : u"-"_s);
        }
        return seats.join(u' ');
    }
    [[nodiscard]] int roomCount() const { return m_window->roomsPanel()->view()->model()->rowCount(); }
    /// Waits until the moment after \a sequence is shown and nothing is under way.
    [[nodiscard]] bool isAt(qint64 sequence) const
    {
        return m_window->windowTitle().startsWith(u"#%1, not live"_s.arg(sequence)) &&
               band().text().contains(u"#%1, not live"_s.arg(sequence)) &&
               bar().slider()->value() == bar().positionOf(Sequence(sequence));
    }
    [[nodiscard]] bool isLive() const
    {
        return band().isHidden() && !m_window->windowTitle().contains(u"not live"_s) &&
               bar().liveButton()->text() == u"LIVE"_s && bar().slider()->value() == bar().slider()->maximum();
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
        QSettings().clear();
        m_sent = 0;
        m_dir = std::make_unique<QTemporaryDir>();
        SessionConfig config;
        config.journalPath = m_dir->filePath(u"test.seatscope"_s);
        config.port = 0;
        config.tellsActivities = true;
        m_session = std::make_unique<Session>(config);
        QVERIFY(m_session->start());
        m_window = std::make_unique<MainWindow>(*m_session, m_clock);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        for (auto *model : {m_window->seatsPanel()->view()->model(), m_window->roomsPanel()->view()->model(), log()})
            new QAbstractItemModelTester(model, m_window.get());
        send("a", 0, "host");  // 1
        send("a", 1, "alice"); // 2
        send("b", 0, "bob");   // 3
        send("a", 2, "carol"); // 4
        send("a", 1, "");      // 5
        send("b", 1, "alice"); // 6
        QTRY_COMPARE(seats(), u"0:host 1:- 2:carol"_s);
        QVERIFY(isLive());
    }
    void cleanup()
    {
        m_window.reset();
        m_session.reset();
        m_dir.reset();
    }

    void everyCaptureIsAMoment()
    {
        const QStringList expected{u"0:host"_s,
                                   u"0:host 1:alice"_s,
                                   u"0:host 1:alice"_s,
                                   u"0:host 1:alice 2:carol"_s,
                                   u"0:host 1:- 2:carol"_s,
                                   u"0:host 1:- 2:carol"_s};
        QCOMPARE(m_window->roomsPanel()->chosen(), RoomId(u"a"_s));
        // Dragged from the end to the start and back, without a wait between two positions.
        bar().slider()->setSliderDown(true);
        for (const int position : {6, 5, 4, 3, 2, 1, 0, 3})
            bar().slider()->setValue(position);
        bar().slider()->setSliderDown(false);
        QTRY_VERIFY(isAt(3));
        QCOMPARE(seats(), expected.at(2));
        for (qint64 sequence = 6; sequence >= 1; --sequence) {
            bar().slider()->setValue(static_cast<int>(sequence));
            QTRY_VERIFY(isAt(sequence));
            QCOMPARE(seats(), expected.at(sequence - 1));
            QCOMPARE(roomCount(), sequence < 3 ? 1 : 2);
            QCOMPARE(m_window->capturesPanel()->selected(), Sequence(sequence));
            QTRY_VERIFY(m_window->inspectorPanel()->shown() &&
                        m_window->inspectorPanel()->shown()->capture.summary.sequence == Sequence(sequence));
        }
        QVERIFY(bar().momentLabel()->text().endsWith(u"#1"_s));
        bar().slider()->setValue(bar().slider()->maximum());
        QTRY_VERIFY(isLive());
        QCOMPARE(seats(), expected.back());
    }

    void aClickGoesThere()
    {
        MomentSlider *slider = bar().slider();
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(2, slider->height() / 2));
        QTRY_VERIFY(band().text().contains(u"Before the first capture, not live"_s));
        QVERIFY(!band().isHidden());
        QCOMPARE(roomCount(), 0);
        QCOMPARE(seats(), QString());
        QStringList said;
        for (const EmptyPage *page : m_window->findChildren<EmptyPage *>()) {
            if (page->isVisible())
                said += page->title();
        }
        QVERIFY2(said.contains(u"No room at this moment"_s) && said.contains(u"Not known yet"_s),
                 qPrintable(said.join(u'|')));
        QVERIFY(!m_window->capturesPanel()->selected());
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 2, slider->height() / 2));
        QTRY_VERIFY(isLive());
        QCOMPARE(m_window->roomsPanel()->chosen(), RoomId(u"a"_s));
        QCOMPARE(m_window->roomsPanel()->view()->currentIndex().data(RoomModel::RoomIdRole).toString(), u"a"_s);
        QCOMPARE(seats(), u"0:host 1:- 2:carol"_s);
    }

    void stepsStopAtChangesOfTheRoom()
    {
        const auto previous = [this] { QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier); };
        const auto next = [this] { QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier); };
        previous();
        QTRY_VERIFY(isAt(5));
        previous();
        QTRY_VERIFY(isAt(4));
        QCOMPARE(seats(), u"0:host 1:alice 2:carol"_s);
        const QModelIndex user = m_window->seatsPanel()->view()->model()->index(1, SeatModel::UserColumn);
        QVERIFY(m_window->seatsPanel()->litCells().strength(user) > 0);
        previous();
        QTRY_VERIFY(isAt(2)); // 3 is of another room
        next();
        QTRY_VERIFY(isAt(4));
        next();
        QTRY_VERIFY(isAt(5));
        next();
        QTRY_COMPARE(band().note(), u"No later change of this room is in the journal."_s);
        QVERIFY(isAt(5));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(isLive());
        previous();
        previous();
        QTRY_VERIFY(isAt(4));
    }

    void stepsStopAtChangesOfSeatUserOrAnything()
    {
        ScopeBox *scope = bar().scopeBox();
        QCOMPARE(scope->currentText(), u"this room"_s);
        scope->choose(StepScope::Kind::Seat);
        actions().previous->trigger();
        QCOMPARE(band().note(), u"Select a seat first"_s);
        m_window->seatsPanel()->view()->selectRow(1);
        QCOMPARE(scope->currentText(), u"seat 1"_s);
        actions().previous->trigger();
        QTRY_VERIFY(isAt(5));
        actions().previous->trigger();
        QTRY_VERIFY(isAt(2));
        // Who sits there now: followed into another room, although the seat is another's or nobody's meanwhile.
        QCOMPARE(m_window->seatsPanel()->view()->currentIndex().row(), 1);
        scope->choose(StepScope::Kind::User);
        QCOMPARE(scope->currentText(), u"alice"_s);
        actions().next->trigger();
        QTRY_VERIFY(isAt(5));
        QCOMPARE(scope->currentText(), u"alice"_s);
        actions().next->trigger();
        QTRY_VERIFY(isAt(6));
        QTRY_COMPARE(m_window->roomsPanel()->chosen(), RoomId(u"b"_s));
        QCOMPARE(seats(), u"0:bob 1:alice"_s);
        scope->choose(StepScope::Kind::Callback);
        actions().previous->trigger();
        QTRY_VERIFY(isAt(5));
        QCOMPARE(m_window->roomsPanel()->chosen(), RoomId(u"b"_s));
        QCOMPARE(seats(), u"0:bob"_s);
    }

    void liveTrafficDoesNotChangeAMoment()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QTRY_VERIFY(isAt(6));
        const QString before = seats();
        send("a", 1, "dave");
        send("c", 0, "erin");
        QCOMPARE(seats(), before);
        QCOMPARE(roomCount(), 2);
        QVERIFY(isAt(6));
        QCOMPARE(bar().liveButton()->text(), u"Go live · 2 new"_s);
        QCOMPARE(m_window->capturesPanel()->selected(), Sequence(6));
        bar().liveButton()->click();
        QVERIFY(isLive());
        QCOMPARE(seats(), u"0:host 1:dave 2:carol"_s);
        QCOMPARE(roomCount(), 3);
        send("a", 1, "");
        QTRY_COMPARE(seats(), u"0:host 1:- 2:carol"_s);
    }

    void logAndFeedFollow()
    {
        CapturesPanel *panel = m_window->capturesPanel();
        QVERIFY(panel->followMode().isFollowing());
        panel->view()->selectRow(1);
        panel->followMode().follow();
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(isAt(2));
        QVERIFY(!panel->followMode().isFollowing());
        for (int row = 0; row < log()->rowCount(); ++row) {
            const QModelIndex index = log()->index(row, CaptureLogModel::FlagsColumn);
            QCOMPARE(index.data(CaptureTextModel::LaterRole).toBool(), row > 1);
            QCOMPARE(index.data(Qt::ToolTipRole).toString().contains(u"Later than the moment"_s), row > 1);
            QCOMPARE(index.data().toString().contains(u"later"_s), row > 1);
        }
        const QAbstractItemModel *feed = m_window->activity()->panel()->view()->model();
        QTRY_COMPARE(feed->rowCount(), 2);
        actions().goLive->trigger();
        QVERIFY(panel->followMode().isFollowing());
        QVERIFY(!log()->index(5, 0).data(CaptureTextModel::LaterRole).toBool());
        QTRY_VERIFY(feed->rowCount() > 3);
    }

    void playingEndsInThePresent()
    {
        QVERIFY(!actions().play->isEnabled());
        bar().slider()->setValue(1);
        QTRY_VERIFY(isAt(1));
        bar().speedBox()->setCurrentIndex(bar().speedBox()->count() - 1);
        Q_EMIT bar().speedBox()->activated(bar().speedBox()->count() - 1);
        QCOMPARE(m_window->timeView()->player().speed(), 100);
        QTest::keyClick(m_window.get(), Qt::Key_P);
        QTRY_VERIFY(isLive());
        QVERIFY(!m_window->timeView()->player().isPlaying());
        QCOMPARE(seats(), u"0:host 1:- 2:carol"_s);
    }

    void anyHandStopsPlaying_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("pause") << int(Qt::Key_P) << 0;
        QTest::newRow("hold") << int(Qt::Key_Space) << 0;
        QTest::newRow("step") << int(Qt::Key_Left) << int(Qt::AltModifier);
        QTest::newRow("live") << int(Qt::Key_Escape) << 0;
    }
    void anyHandStopsPlaying()
    {
        QFETCH(const int, key);
        QFETCH(const int, modifiers);
        bar().slider()->setValue(0);
        QTRY_VERIFY(!band().isHidden());
        Player &player = m_window->timeView()->player();
        actions().play->trigger();
        QVERIFY(player.isPlaying());
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
        QVERIFY(!player.isPlaying() && !player.isTimerActive());
        QCOMPARE(isLive(), key == Qt::Key_Escape);
    }

    void goesWhereOneTypes()
    {
        const auto type = [this](const QString &text) {
            QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
            QVERIFY(bar().gotoField()->isVisible() && bar().gotoField()->hasFocus());
            QTest::keyClicks(bar().gotoField(), text);
        };
        type(u"#4"_s);
        QTest::keyClick(bar().gotoField(), Qt::Key_Return);
        QTRY_VERIFY(isAt(4));
        QVERIFY(bar().slider()->isVisible());
        // Esc gives up typing, and nothing else.
        type(u"2"_s);
        QTest::keyClick(bar().gotoField(), Qt::Key_Escape);
        QVERIFY(bar().slider()->isVisible() && isAt(4));
        type(u"soon"_s);
        QTest::keyClick(bar().gotoField(), Qt::Key_Return);
        QVERIFY2(band().note().startsWith(u"“soon” is neither"_s), qPrintable(band().note()));
        type(u"2020-01-01 00:00"_s);
        QTest::keyClick(bar().gotoField(), Qt::Key_Return);
        QTRY_VERIFY(band().text().startsWith(u"Before the first capture"_s));
        const QVariant third = log()->index(2, 0).data(CaptureLogModel::ReceivedRole);
        QVERIFY(third.isValid());
        const QDateTime after = QDateTime::fromMSecsSinceEpoch(third.toLongLong() / 1000 + 1);
        type(after.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s));
        QTest::keyClick(bar().gotoField(), Qt::Key_Return);
        QTRY_VERIFY(isAt(3));
    }

    void removedMomentsSaySo()
    {
        bar().slider()->setValue(2);
        QTRY_VERIFY(isAt(2));
        auto batch = std::make_shared<Batch>();
        for (const qint64 sequence : {1, 2, 3})
            batch->removal.add(Sequence(sequence), false);
        Q_EMIT m_session->published(batch);
        QTRY_VERIFY(isAt(4));
        QCOMPARE(band().note(), u"#2 is no longer in the journal: this is the oldest."_s);
        QCOMPARE(bar().slider()->minimum(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(isLive());
    }

    void spaceBelongsToButtonsAndFields()
    {
        bar().liveButton()->setFocus();
        QTest::keyClick(bar().liveButton(), Qt::Key_Space);
        QTRY_VERIFY(isAt(6)); // pressed: it holds, and does not hold and return
        auto *filter = m_window->roomsPanel()->findChild<QLineEdit *>();
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Space);
        QCOMPARE(filter->text(), u" "_s);
        QVERIFY(isAt(6));
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(isLive());
    }

    void longNamesAndTagsStayHarmless()
    {
        const QByteArray name = "<b>" + QByteArray(500, 'x') + "</b>";
        send("a", 3, name);
        QTRY_COMPARE(m_window->seatsPanel()->view()->model()->rowCount(), 4);
        m_window->seatsPanel()->view()->selectRow(3);
        bar().scopeBox()->choose(StepScope::Kind::User);
        QVERIFY(bar().scopeBox()->currentText().size() <= 24);
        const QString toolTip = bar().scopeBox()->itemData(2, Qt::ToolTipRole).toString();
        QVERIFY(toolTip.contains(u"&lt;b&gt;"_s) && !toolTip.contains(u"<b>"_s));
    }
};

QTEST_MAIN(TestTimeline)
#include "tst_gui_timeline.moc"
