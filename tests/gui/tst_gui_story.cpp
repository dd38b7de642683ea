// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "tests/support/httpclient.h"
#include "tests/support/story.h"
#include "ui/captures/capturespanel.h"
#include "ui/mainwindow.h"
#include "ui/rooms/roomspanel.h"
#include "ui/seats/seatmap.h"
#include "ui/seats/seatspanel.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A part of what a step of the story says of its room.
QString partOf(const StoryStep &step, qsizetype part)
{
    return QString::fromLatin1(step.after).section(u'|', part, part);
}

/// The seats as the table's words have them, in the story's form.
QString seatsInTable(const MainWindow &window)
{
    const QAbstractItemModel &model = *window.seatsPanel()->view()->model();
    const auto word = [&model](int row, SeatModel::Column column) {
        return model.index(row, column).data().toString();
    };
    QStringList seats;
    for (int row = 0; row < model.rowCount(); ++row) {
        QString user = word(row, SeatModel::UserColumn);
        user.replace(u'—', u'-');
        seats += word(row, SeatModel::SeatColumn) + u':' + user +
                 QString(word(row, SeatModel::LockColumn) == u"LOCKED" ? u"L"_s : QString()) +
                 QString(word(row, SeatModel::AudioColumn) == u"FORBIDDEN" ? u"A"_s : QString());
    }
    return seats.join(u' ');
}

/// The seats as a screen reader hears the map's tiles, in the story's form.
QString seatsInMap(const MainWindow &window)
{
    const QAbstractItemModel &model = *window.seatsPanel()->map()->model();
    QStringList seats;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList words = model.index(row, 0).data(Qt::AccessibleTextRole).toString().split(u", "_s);
        const QString index = words.takeFirst().mid(5);
        const QString user = words.takeFirst();
        seats += index + u':' + (user == u"free" || user == u"empty" ? u"-"_s : user) +
                 QString(words.contains(u"locked"_s) ? u"L"_s : QString()) +
                 QString(words.contains(u"microphone forbidden"_s) ? u"A"_s : QString());
    }
    return seats.join(u' ');
}

/// How many seats are taken, as the list of rooms says it.
QString takenOf(const StoryStep &step)
{
    const QStringList seats = partOf(step, 4).split(u' ', Qt::SkipEmptyParts);
    const auto taken = std::ranges::count_if(seats, [](const QString &seat) { return !seat.contains(u":-"_s); });
    return u"%1/%2"_s.arg(taken).arg(seats.size());
}

/// The room's name in the line above the seats, empty when there is none.
QString nameAbove(const MainWindow &window)
{
    const QString beginning = QStringView(storyRoom).toString() + u" · "_s;
    for (const QLabel *label : window.seatsPanel()->findChildren<QLabel *>()) {
        if (label->text().startsWith(beginning))
            return label->text().mid(beginning.size());
    }
    return {};
}

} // namespace

/// The life of one room, posted to a window, and what its views say after each callback.
class TestStoryInWindow : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_settings;

    /// What the window shows of \a step, in one text; \a inMap: of the seats in the map instead of those in the table.
    static QString shown(const MainWindow &window, bool inMap)
    {
        const QAbstractItemModel &rooms = *window.roomsPanel()->view()->model();
        const auto room = [&rooms](int column) { return rooms.index(0, column).data().toString(); };
        const bool hasEnded = room(RoomModel::LastColumn) == u"ended";
        return QStringList{QString::number(rooms.rowCount()), room(RoomModel::TakenColumn),
                           hasEnded ? u"destroyed"_s : u"active"_s, nameAbove(window),
                           inMap ? seatsInMap(window) : seatsInTable(window)}
            .join(u'|');
    }
    static QString wanted(const StoryStep &step)
    {
        return QStringList{u"1"_s, takenOf(step), partOf(step, 0), partOf(step, 1), partOf(step, 4)}.join(u'|');
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { failOnAnyGuiWarning(); }

    void eachViewFollowsTheStory()
    {
        const QTemporaryDir folder;
        SessionConfig config;
        config.journalPath = folder.filePath(u"story.seatscope"_s);
        config.port = 0;
        Session session(config);
        QVERIFY(session.start());
        MainWindow window(session, m_clock);
        window.resize(1440, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.seatsPanel()->arrangementSwitch()->choose(SeatArrangement::Both);
        const QAbstractItemModel &log = *window.capturesPanel()->view()->model();

        HttpClient client;
        int told = 0;
        for (const StoryStep &step : story) {
            const QByteArray body = bodyOf(step);
            const QString command = QJsonDocument::fromJson(body)[u"CallbackCommand"_s].toString();
            QCOMPARE(client.post(session.callbackUrl(), body, command).status, 200);
            ++told;
            QTRY_COMPARE(log.rowCount(), told);
            QVERIFY2(shown(window, false) == wanted(step),
                     qPrintable(QString::fromLatin1(step.what) + u": "_s + shown(window, false)));
            QVERIFY2(shown(window, true) == wanted(step),
                     qPrintable(QString::fromLatin1(step.what) + u": "_s + shown(window, true)));
            const auto flags = CaptureFlags::fromInt(
                log.index(told - 1, 0).data(CaptureLogModel::FlagsRole).value<CaptureFlags::Int>());
            const QByteArrayView what(step.what);
            QCOMPARE(flags.testFlag(CaptureFlag::Late), what.startsWith("late") || what.startsWith("a straggler"));
            QCOMPARE(flags.testFlag(CaptureFlag::Duplicate), what.startsWith("duplicate"));
            QCOMPARE(flags.testFlag(CaptureFlag::AfterDestruction), what.startsWith("something"));
        }
    }
};

QTEST_MAIN(TestStoryInWindow)
#include "tst_gui_story.moc"
