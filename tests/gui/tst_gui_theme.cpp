// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "ui/theme/avatar.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QRadioButton>
#include <QSettings>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Light and dark: what is read can be read in both, and icons follow.
class TestTheme : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
    }
    void init() { failOnAnyGuiWarning(); }
    void cleanup() { QApplication::setPalette(QPalette()); }

    void contrastHolds_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << static_cast<int>(Scheme::Light);
        QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
    }
    void contrastHolds()
    {
        QFETCH(const int, scheme);
        Theme theme;
        theme.apply(static_cast<Scheme>(scheme));
        const QPalette palette = QApplication::palette();
        const QColor base = palette.color(QPalette::Base);
        for (const Tint tint : {Tint::Text, Tint::Muted, Tint::Ok, Tint::Warn, Tint::Bad})
            QVERIFY(contrast(tintColor(tint, palette), base) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Text), litColor(palette, 1)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(litColor(palette, 1) != base);
        QCOMPARE(litColor(palette, 0), base);
    }

    void avatarsAreStableAndReadable_data() { contrastHolds_data(); }
    void avatarsAreStableAndReadable()
    {
        QFETCH(const int, scheme);
        Theme theme;
        theme.apply(static_cast<Scheme>(scheme));
        const QPalette palette = QApplication::palette();
        QSet<QRgb> grounds;
        for (int user = 0; user < 500; ++user) {
            const QColor ground = Avatar::ground(u"user_%1"_s.arg(user), palette);
            QVERIFY(contrast(palette.color(QPalette::Text), ground) >= 4.5);
            QVERIFY(ground != palette.color(QPalette::Base));
            grounds += ground.rgb();
        }
        QCOMPARE(grounds.size(), 12);
        // A user keeps the hue in both appearances, in every run, with every version of Qt.
        QCOMPARE(qRound(Avatar::ground(u"alice"_s, palette).hslHue() / 30.0) * 30, 30);
    }

    void marksStandOut_data() { contrastHolds_data(); }
    void marksStandOut()
    {
        QFETCH(const int, scheme);
        Theme theme;
        theme.apply(static_cast<Scheme>(scheme));
        QWidget page;
        auto *box = new QCheckBox(&page);
        auto *radio = new QRadioButton(&page);
        for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{box, radio}) {
            button->resize(button->sizeHint());
            QImage image(button->size(), QImage::Format_RGB32);
            image.fill(page.palette().color(QPalette::Window));
            button->render(&image, {}, {}, QWidget::DrawChildren);
            double best = 1;
            for (int x = 0; x < image.width(); ++x)
                best = std::max(
                    best, contrast(image.pixelColor(x, image.height() / 2), page.palette().color(QPalette::Window)));
            QVERIFY2(best >= 3,
                     qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(button->metaObject()->className())).arg(best)));
        }
    }

    void iconsFollowThePalette()
    {
        Theme theme;
        const QIcon icon = symbolicIcon(u"lock"_s);
        theme.apply(Scheme::Light);
        const QImage light = icon.pixmap(16).toImage();
        theme.apply(Scheme::Dark);
        const QImage dark = icon.pixmap(16).toImage();
        QVERIFY(!light.isNull());
        QVERIFY(light != dark);
        QVERIFY(icon.pixmap(16, QIcon::Disabled).toImage() != dark);
    }

    void choiceIsRemembered()
    {
        Theme().apply(Scheme::Dark);
        QApplication::setPalette(QPalette());
        const Theme next;
        QCOMPARE(next.scheme(), Scheme::Dark);
        QVERIFY(isDark(QApplication::palette()));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_gui_theme.moc"
