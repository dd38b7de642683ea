// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/windowwithcaptures.h"
#include "ui/inspector/inspectorpanel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTabWidget>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Copying one capture as text, in the whole window over a real session.
class TestCopyAs : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<WindowWithCaptures> m_it;

    /// The menu among the actions of the log whose title begins so.
    [[nodiscard]] QMenu *copyMenu()
    {
        for (const QAction *action : m_it->view()->actions()) {
            if (action->text().contains(u"Copy"_s) && action->menu<QMenu *>() != nullptr)
                return action->menu<QMenu *>();
        }
        return nullptr;
    }
    static QAction *entry(const QMenu *menu, const QString &name)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == name)
                return action;
        }
        return nullptr;
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
        m_it = std::make_unique<WindowWithCaptures>();
        QVERIFY(m_it->isReady());
        for (const char *user : {"alice", "bob", "alice", "carol"})
            m_it->send("rid-1", user);
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 4);
        m_it->view()->setFocus();
    }
    void cleanup() { m_it.reset(); }

    void copiesTheCurrentCapture()
    {
        const QMenu *menu = copyMenu();
        QVERIFY(menu);
        m_it->view()->selectRow(1);
        QVERIFY2(menu->title().contains(u"#2"_s), qPrintable(menu->title()));
        QGuiApplication::clipboard()->clear();
        entry(menu, u"jsonl"_s)->trigger();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"\"seq\":2,"_s));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"{\"format\":"_s));
        // What the filter hides is not the current one.
        m_it->log().setFilter(u"user == nobody"_s);
        QVERIFY2(!menu->title().contains(u'#'), qPrintable(menu->title()));
        QVERIFY(!menu->menuAction()->isEnabled());
        m_it->log().setFilter(u"user == carol"_s);
        QTRY_COMPARE(m_it->shown(), (std::vector<qint64>{4}));
        m_it->view()->selectRow(0);
        QVERIFY(menu->menuAction()->isEnabled());
        QVERIFY(menu->title().contains(u"#4"_s));
    }

    void copiesWhatTheInspectorShows()
    {
        InspectorPanel &inspector = *m_it->window().inspectorPanel();
        const auto *button = qobject_cast<QToolButton *>(inspector.tabs()->cornerWidget());
        QVERIFY(button);
        QVERIFY(!button->accessibleName().isEmpty());
        m_it->view()->selectRow(2);
        QTRY_VERIFY(inspector.shown());
        QGuiApplication::clipboard()->clear();
        entry(button->menu(), u"csv"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\n3,"_s));
        entry(button->menu(), u"curl"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"#!/bin/sh\n"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\n# 3, "_s));
    }
};

QTEST_MAIN(TestCopyAs)
#include "tst_gui_copyas.moc"
