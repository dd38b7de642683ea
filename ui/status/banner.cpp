// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/banner.h"

#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Words that are as high as their width makes them: a tool bar asks nobody for the height that goes with a width, and
/// a wrapped QLabel tells one for a narrow column.
class BannerText final : public QLabel {
public:
    explicit BannerText(QWidget *parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {leastWidth, heightForWidth(std::max(width(), leastWidth))};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; } // the layout would guess a width

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        if (event->size().width() != event->oldSize().width())
            updateGeometry();
    }

private:
    static constexpr int leastWidth = 200;
};

} // namespace

Banner::Banner(QWidget *parent) : QToolBar(parent), m_text(new BannerText(this))
{
    setObjectName(u"banner"_s);
    setWindowTitle(tr("Trouble"));
    setMovable(false);
    toggleViewAction()->setVisible(false);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(new IconView(symbolicIcon(u"warning"_s, Tint::Bad), 16, line));
    row->addWidget(m_text, 1);
    m_text->setAccessibleName(tr("Trouble"));
    addWidget(line);
    hide();
}

void Banner::setMessage(const QString &message)
{
    // What a person has selected stays when the same is said again.
    if (message != m_text->text())
        m_text->setText(message);
    setVisible(!message.isEmpty());
}

QString Banner::message() const
{
    return m_text->text();
}

} // namespace seatscope
