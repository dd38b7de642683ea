// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "tests/support/manualclock.h"
#include "ui/captures/capturespanel.h"
#include "ui/captures/followmode.h"

#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The log stays at the newest capture until a person looks at an older one.
class TestFollowMode : public QObject {
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<CaptureLogModel> m_captures;
    std::unique_ptr<CaptureFilterModel> m_filtered;
    std::unique_ptr<CapturesPanel> m_panel;

    void addUpTo(qint64 last)
    {
        std::vector<CaptureSummary> added;
        for (qint64 sequence = m_captures->rowCount() + 1; sequence <= last; ++sequence)
            added.push_back(capture(sequence));
        m_captures->append(added);
    }
    QScrollBar *bar() const { return m_panel->view()->verticalScrollBar(); }

private Q_SLOTS:
    void init()
    {
        failOnAnyGuiWarning();
        m_captures = std::make_unique<CaptureLogModel>();
        m_filtered = std::make_unique<CaptureFilterModel>(*m_captures);
        m_panel = std::make_unique<CapturesPanel>(*m_filtered, m_clock);
        m_panel->resize(900, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        addUpTo(100);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        QVERIFY(bar()->maximum() > 0);
    }
    void cleanup()
    {
        m_panel.reset();
        m_filtered.reset();
        m_captures.reset();
    }

    void followsWhatComes()
    {
        const int before = bar()->maximum();
        addUpTo(200);
        QTRY_VERIFY(bar()->maximum() > before);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        QVERIFY(m_panel->followButton()->isHidden());
    }

    void scrollingUpStopsAndCounts()
    {
        bar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        QVERIFY(!m_panel->followMode().isFollowing());
        const int place = bar()->value();
        addUpTo(138);
        QTRY_COMPARE(bar()->value(), place);
        QCOMPARE(m_panel->followMode().newRows(), 38);
        QVERIFY(m_panel->followButton()->isVisible());
        QCOMPARE(m_panel->followButton()->text(), u"38 new — follow"_s);
        m_panel->followButton()->click();
        QVERIFY(m_panel->followMode().isFollowing());
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        QVERIFY(!m_panel->followButton()->isVisible());
    }

    void scrollingToTheEndFollowsAgain()
    {
        bar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        QVERIFY(!m_panel->followMode().isFollowing());
        bar()->triggerAction(QAbstractSlider::SliderToMaximum);
        QVERIFY(m_panel->followMode().isFollowing());
    }

    void selectingAnOlderRowStops()
    {
        QSignalSpy selected(m_panel.get(), &CapturesPanel::captureSelected);
        m_panel->step(1);
        QVERIFY(m_panel->followMode().isFollowing());
        QCOMPARE(m_panel->selected(), Sequence(100));
        m_panel->step(-1);
        QVERIFY(!m_panel->followMode().isFollowing());
        QCOMPARE(m_panel->selected(), Sequence(99));
        QCOMPARE(selected.size(), 2);
        addUpTo(150);
        QCOMPARE(m_panel->selected(), Sequence(99));
    }
};

QTEST_MAIN(TestFollowMode)
#include "tst_gui_followmode.moc"
