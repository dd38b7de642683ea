// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/windowwithcaptures.h"
#include "tests/unit/replay/scriptedtarget.h"
#include "ui/replay/replaycontroller.h"
#include "ui/replay/replayresultsview.h"
#include "ui/replay/replaytargetfield.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

namespace seatscope::test {

inline ScriptedAnswer answer(const QByteArray &bytes)
{
    return {bytes, false, false, false, false};
}

inline ScriptedAnswer good()
{
    return {};
}

inline ScriptedAnswer bad()
{
    return answer("HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy");
}

/// \a bytes, behind which the connection is closed.
inline ScriptedAnswer closing(const QByteArray &bytes)
{
    return {bytes, false, true, false, false};
}

inline ScriptedAnswer held()
{
    ScriptedAnswer held;
    held.isHeld = true;
    return held;
}

/// The whole window over a real session with four captures, and the window that sends them again.
class ReplayingWindow {
    using State = CaptureReplayJob::State;

public:
    /// Makes it anew.
    void prepare()
    {
        m_it = std::make_unique<WindowWithCaptures>();
        QVERIFY(m_it->isReady());
        for (const char *user : {"alice", "bob", "alice", "carol"})
            m_it->send("rid-1", user);
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 4);
        m_it->view()->setFocus();
    }
    void close() { m_it.reset(); }
    [[nodiscard]] WindowWithCaptures *operator->() { return m_it.get(); }

    [[nodiscard]] ReplayController &replaying() { return *m_it->window().replaying(); }
    [[nodiscard]] ReplayWindow &replay()
    {
        if (replaying().window() == nullptr)
            qFatal("the window was not opened");
        return *replaying().window();
    }
    [[nodiscard]] State state() { return replaying().job()->state(); }
    [[nodiscard]] QString words() { return replay().stateText()->text(); }
    [[nodiscard]] QString cell(int row, int column)
    {
        return replay().results()->view()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() { return replay().results()->view()->model()->rowCount(); }
    /// Opens the window as the key does, and waits for the plan.
    void open()
    {
        QTest::keyClick(m_it->view(), Qt::Key_R, Qt::ControlModifier);
        QVERIFY(replaying().window());
        QTRY_COMPARE(state(), State::Ready);
    }
    void choose(const ScriptedTarget &target, ReplayPace::Kind pace)
    {
        replay().target()->setText(QStringLiteral("http://127.0.0.1:%1").arg(target.port()));
        replay().form()->pace()->setCurrentIndex(static_cast<int>(pace));
        replay().form()->connections()->setValue(1);
        replay().form()->timeout()->setValue(600);
    }
    void choose(ReplayScope scope)
    {
        QComboBox *scopes = replay().scopes();
        scopes->setCurrentIndex(scopes->findData(static_cast<int>(scope)));
        Q_EMIT scopes->activated(scopes->currentIndex());
        QTRY_COMPARE(state(), State::Ready);
    }
    /// Sends everything to \a target, and waits for the end.
    void sendAll(const ScriptedTarget &target)
    {
        open();
        choose(ReplayScope::Everything);
        choose(target, ReplayPace::Kind::Fastest);
        replay().startButton()->click();
        QTRY_COMPARE(state(), State::Ready);
    }

private:
    std::unique_ptr<WindowWithCaptures> m_it;
};

} // namespace seatscope::test
