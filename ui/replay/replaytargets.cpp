// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replaytargets.h"

#include "model/replay/replaytarget.h"

#include <QSettings>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Empty for what is no target.
QString originOf(const QString &url)
{
    const Result<ReplayTarget> target = readReplayTarget(url);
    return target ? target->origin() : QString();
}

} // namespace

ReplayTargets ReplayTargets::load()
{
    ReplayTargets targets;
    QSettings settings;
    const int count = qMin(settings.beginReadArray(u"replay/targets"_s), static_cast<int>(mostTargets));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const SavedReplayTarget target{settings.value(u"name"_s).toString(), settings.value(u"url"_s).toString(),
                                       settings.value(u"allowed"_s).toBool()};
        if (!target.name.isEmpty() && targets.named(target.name) == nullptr && !originOf(target.url).isEmpty())
            targets.m_targets.push_back(target);
    }
    return targets;
}

void ReplayTargets::save() const
{
    QSettings settings;
    settings.remove(u"replay/targets"_s);
    settings.beginWriteArray(u"replay/targets"_s, static_cast<int>(m_targets.size()));
    int place = 0;
    for (const SavedReplayTarget &target : m_targets) {
        settings.setArrayIndex(place++);
        settings.setValue(u"name"_s, target.name);
        settings.setValue(u"url"_s, target.url);
        settings.setValue(u"allowed"_s, target.isAllowed);
    }
    settings.endArray();
}

const SavedReplayTarget *ReplayTargets::named(const QString &name) const
{
    const auto found = std::ranges::find(m_targets, name, &SavedReplayTarget::name);
    return found == m_targets.end() ? nullptr : &*found;
}

void ReplayTargets::add(const QString &name, const QString &url)
{
    const bool isKnown = isAllowed(url);
    remove(name);
    m_targets.push_back({name, url, isKnown});
    if (m_targets.size() > mostTargets)
        m_targets.erase(m_targets.begin());
}

void ReplayTargets::remove(const QString &name)
{
    std::erase_if(m_targets, [&name](const SavedReplayTarget &target) { return target.name == name; });
}

bool ReplayTargets::isAllowed(const QString &url) const
{
    const QString origin = originOf(url);
    return std::ranges::any_of(m_targets, [&origin](const SavedReplayTarget &target) {
        return target.isAllowed && originOf(target.url) == origin;
    });
}

void ReplayTargets::allow(const QString &url)
{
    const QString origin = originOf(url);
    bool isSaved = false;
    for (SavedReplayTarget &target : m_targets) {
        if (originOf(target.url) == origin)
            isSaved = target.isAllowed = true;
    }
    if (isSaved)
        return;
    add(origin, url);
    m_targets.back().isAllowed = true;
}

} // namespace seatscope
