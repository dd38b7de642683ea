// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/fieldwords.h"

#include "ui/text/visibletext.h"

namespace seatscope {

using namespace Qt::StringLiterals;

QString FieldWords::page(const CommandEntry &entry)
{
    return entry.page == 0 ? tr("the documentation of Chat")
                           : tr("document %1 of product %2").arg(entry.page).arg(entry.pageProduct);
}

QString FieldWords::describe(const CommandEntry *entry, const QString &pointer)
{
    constexpr qsizetype limit = 200;
    if (pointer.isEmpty())
        return {};
    const QString shown = visibleText(pointer.left(limit));
    if (entry == nullptr)
        return tr("%1: nothing is documented about this callback.").arg(shown);
    const FieldEntry *field = catalogueField(*entry, pointer);
    if (field == nullptr) {
        return entry->isOpen ? tr("%1: more is documented elsewhere (%2).").arg(shown, page(*entry))
                             : tr("%1: not documented for this callback (%2).").arg(shown, page(*entry));
    }
    const QString expected = expectedValue(*field);
    const QString presence = field->presence == Presence::Required ? tr("always there") : tr("may be missing");
    return tr("%1: %2 Expected: %3; %4. See %5.")
        .arg(shown, fieldDescription(*field), expected.isEmpty() ? tr("any value") : expected, presence, page(*entry));
}

} // namespace seatscope
