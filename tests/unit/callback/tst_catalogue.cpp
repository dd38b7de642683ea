// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/commandcatalogue.h"
#include "model/callback/decoder.h"
#include "tests/support/testmain.h"
#include "tests/unit/callback/picture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A value that \a field may have.
QJsonValue goodValue(const FieldEntry &field);

/// An object with all fields of \a table.
QJsonObject goodObject(FieldTable table)
{
    QJsonObject object;
    for (const FieldEntry &field : table)
        object.insert(field.name, goodValue(field));
    return object;
}

QJsonValue goodValue(const FieldEntry &field)
{
    switch (field.type) {
    case FieldType::Integer:
        return 1;
    case FieldType::Boolean:
        return false; // who sits on a seat that is locked is a finding
    case FieldType::Milliseconds:
        return qint64{1670574414123};
    case FieldType::Seconds:
        return 1670574414;
    case FieldType::Choice:
        return QString(*field.choices.begin());
    case FieldType::Object:
        return goodObject(field.fields);
    case FieldType::Identifiers:
    case FieldType::Texts:
        return QJsonArray{u"one"_s, u"two"_s};
    case FieldType::Integers:
        return QJsonArray{1, 2};
    case FieldType::Objects:
        return QJsonArray{goodObject(field.fields)};
    default:
        return u"text"_s;
    }
}

/// A value that \a field cannot have, whatever is accepted with a finding.
QJsonValue badValue(const FieldEntry &field)
{
    const bool isObject = field.type == FieldType::Object;
    return isObject ? QJsonValue(QJsonArray()) : QJsonValue(QJsonObject{{u"RoomId"_s, u"inner"_s}});
}

/// A callback as \a entry documents it; of a family one of its commands.
QJsonObject sampleOf(const CommandEntry &entry)
{
    QJsonObject sample = goodObject(entry.fields);
    if (sample.contains(u"CallbackCommand"_s))
        sample[u"CallbackCommand"_s] = QString(entry.command + QString::fromLatin1(entry.isFamily ? "X" : ""));
    return sample;
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

using Edit = std::function<void(QJsonObject &, const FieldEntry &)>;
using Visit = std::function<void(const FieldEntry &, const QString &, const QJsonObject &)>;

/// Calls \a visit with each field of \a sample that \a table has, its pointer, and a sample in which \a edit has
/// replaced or removed it.
void forEachField(const QJsonObject &sample, FieldTable table, const Edit &edit, const Visit &visit,
                  const QString &prefix = {})
{
    for (const FieldEntry &field : table) {
        QJsonObject changed = sample;
        edit(changed, field);
        const QString pointer = prefix + u'/' + field.name;
        visit(field, pointer, changed);
        const QJsonValue value = sample.value(field.name);
        const auto putBack = [&](const QJsonValue &inner) {
            QJsonObject outer = sample;
            outer[field.name] = inner;
            return outer;
        };
        if (value.isObject()) {
            forEachField(
                value.toObject(), field.fields, edit,
                [&](const FieldEntry &f, const QString &p, const QJsonObject &o) { visit(f, p, putBack(o)); }, pointer);
        } else if (field.type == FieldType::Objects) {
            forEachField(
                value.toArray().first().toObject(), field.fields, edit,
                [&](const FieldEntry &f, const QString &p, const QJsonObject &o) {
                    visit(f, p, putBack(QJsonArray{o}));
                },
                QString(pointer + u"/0"_s));
        }
    }
}

Findings findingsOf(const QJsonObject &callback)
{
    const auto decoded = decodeCallback(bytes(callback), {});
    return decoded ? decoded->findings : Findings{{FindingCode::TooManyFindings, {}, {}, u"no JSON"_s}};
}

bool has(const Findings &findings, FindingCode code, const QString &pointer)
{
    return std::ranges::any_of(findings, [&](const Finding &f) { return f.code == code && f.pointer == pointer; });
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyCommand_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const CommandEntry &entry : catalogueEntries())
            QTest::addRow("%s of %s", entry.command.data(), productName(entry.product).data()) << index++;
    }

    void everyCommand()
    {
        QFETCH(const int, index);
        const CommandEntry &entry = catalogueEntries()[static_cast<size_t>(index)];
        const QJsonObject sample = sampleOf(entry);
        const auto decoded = decodeCallback(bytes(sample), {});
        QVERIFY(decoded);
        QCOMPARE(picture(decoded->findings), QStringList());
        QCOMPARE(decoded->product, entry.product);
        QCOMPARE(catalogueEntry(decoded->command, decoded->product), &entry);
        QVERIFY(entry.fields.count <= 64); // TableScan has a bit for each
        QVERIFY(entry.page > 0 || entry.product == Product::Chat);
        QVERIFY(commandDescription(entry).endsWith(u'.'));
    }

    void everyFieldIsFound_data() { everyCommand_data(); }

    void everyFieldIsFound()
    {
        QFETCH(const int, index);
        const CommandEntry &entry = catalogueEntries()[static_cast<size_t>(index)];
        const auto leave = [](const QJsonObject &, const FieldEntry &) {};
        forEachField(sampleOf(entry), entry.fields, leave,
                     [&](const FieldEntry &field, const QString &pointer, const QJsonObject &) {
                         QCOMPARE(catalogueField(entry, pointer), &field);
                         QVERIFY(fieldDescription(field).endsWith(u'.'));
                         QVERIFY(!expectedValue(field).isEmpty());
                         QVERIFY(pointer.count(u'/') <= 3); // FieldPlace has room for no more
                     });
    }

    void missingFieldsAreFindings_data() { everyCommand_data(); }

    void missingFieldsAreFindings()
    {
        QFETCH(const int, index);
        const CommandEntry &entry = catalogueEntries()[static_cast<size_t>(index)];
        const auto remove = [](QJsonObject &object, const FieldEntry &field) { object.remove(field.name); };
        forEachField(sampleOf(entry), entry.fields, remove,
                     [&](const FieldEntry &field, const QString &pointer, const QJsonObject &callback) {
                         // Without these two it is another callback.
                         const bool isOther = field.role == FieldRole::Command || entry.product == Product::Trtc ||
                                              (index == 0 && field.name == "Operator_Account"_L1);
                         if (isOther)
                             return;
                         const Findings findings = findingsOf(callback);
                         const QStringList expected = {u"missing-field "_s + pointer + u" nothing"_s};
                         const bool isRequired = field.presence == Presence::Required;
                         QCOMPARE(picture(findings), isRequired ? expected : QStringList());
                     });
    }

    void wrongTypesAreFindings_data() { everyCommand_data(); }

    void wrongTypesAreFindings()
    {
        QFETCH(const int, index);
        const CommandEntry &entry = catalogueEntries()[static_cast<size_t>(index)];
        const auto spoil = [](QJsonObject &object, const FieldEntry &field) { object[field.name] = badValue(field); };
        const auto nullify = [](QJsonObject &object, const FieldEntry &field) {
            object[field.name] = QJsonValue::Null;
        };
        const auto isSkipped = [&](const FieldEntry &field) {
            return field.role == FieldRole::Command || entry.product == Product::Trtc ||
                   (entry.product == Product::Chat && field.name != "Operator_Account"_L1) ||
                   (field.type == FieldType::Object && field.fields.isEmpty());
        };
        forEachField(sampleOf(entry), entry.fields, spoil,
                     [&](const FieldEntry &field, const QString &pointer, const QJsonObject &callback) {
                         const Findings findings = findingsOf(callback);
                         QVERIFY2(isSkipped(field) || has(findings, FindingCode::WrongType, pointer),
                                  qPrintable(pointer + u": "_s + picture(findings).join(u'\n')));
                     });
        forEachField(sampleOf(entry), entry.fields, nullify,
                     [&](const FieldEntry &field, const QString &pointer, const QJsonObject &callback) {
                         const Findings findings = findingsOf(callback);
                         QVERIFY2(isSkipped(field) || has(findings, FindingCode::NullValue, pointer),
                                  qPrintable(pointer + u": "_s + picture(findings).join(u'\n')));
                     });
    }

    void unknownFieldsAreFindings_data() { everyCommand_data(); }

    void unknownFieldsAreFindings()
    {
        QFETCH(const int, index);
        const CommandEntry &entry = catalogueEntries()[static_cast<size_t>(index)];
        QJsonObject callback = sampleOf(entry);
        callback[u"Unheard/Of"_s] = QJsonArray{QJsonObject{{u"RoomId"_s, 1}}};
        const QStringList expected = {u"unknown-field /Unheard~1Of Unheard/Of"_s};
        QCOMPARE(picture(findingsOf(callback)), entry.isOpen ? QStringList() : expected);
    }

    void readsValuesLikeThoseOfSeats_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QStringList>("findings");
        const auto row = [](const char *name, const QByteArray &fields, const QStringList &findings) {
            QTest::newRow(name) << fields << findings;
        };
        row("text for number", R"("MemberCount":"5")", {u"text-for-number /MemberCount \"5\""_s});
        row("negative", R"("MemberCount":-1)", {u"out-of-range /MemberCount -1"_s});
        row("beyond 64 bit", R"("MemberCount":9223372036854775808)",
            {u"out-of-range /MemberCount 9223372036854775808"_s});
        row("fraction", R"("MemberCount":1.0)", {u"wrong-type /MemberCount 1.0"_s});
        row("time in seconds", R"("EventTime":1670574414)", {u"time-in-seconds /EventTime 1670574414"_s});
        row("time 0", R"("EventTime":0)", {u"out-of-range /EventTime 0"_s});
        row("time after 9999", R"("EventTime":253402300800000)", {u"out-of-range /EventTime 253402300800000"_s});
        row("unknown choice", R"("Type":"Gone")", {u"wrong-type /Type \"Gone\""_s});
        row("ids", R"("MemberList_Account":["a","",7,null,["x"],{"y":1},"b"])",
            {u"wrong-type /MemberList_Account/1 \"\""_s, u"number-for-text /MemberList_Account/2 7"_s,
             u"null-value /MemberList_Account/3 null"_s, u"wrong-type /MemberList_Account/4 a list"_s,
             u"wrong-type /MemberList_Account/5 an object"_s});
        row("twice", R"("MemberCount":5,"MemberCount":6)", {u"duplicate-key /MemberCount MemberCount"_s});
        row("unknown twice", R"("x":5,"x":6)", {u"unknown-field /x x"_s, u"duplicate-key /x x"_s});
    }

    void readsValuesLikeThoseOfSeats()
    {
        QFETCH(const QByteArray, fields);
        QByteArrayList rest;
        for (const QByteArray &field :
             {R"("Operator_Account":"o")"_ba, R"("RoomId":"r")"_ba, R"("MemberCount":1)"_ba, R"("Type":"Kicked")"_ba,
              R"("MemberList_Account":["a"])"_ba, R"("EventTime":1670574414123)"_ba}) {
            if (!fields.contains(field.first(field.indexOf(':') + 1)))
                rest += field;
        }
        const QByteArray body =
            R"({"CallbackCommand":"Room.CallbackAfterMemberLeave",)" + rest.join(',') + "," + fields + "}";
        const auto decoded = decodeCallback(body, {});
        QVERIFY(decoded);
        QTEST(picture(decoded->findings), "findings");
    }

    void looksUp()
    {
        const QString seats = QString::fromUtf16(seatInfoChangedCommand);
        const CommandEntry *room = catalogueEntry(seats, Product::Room);
        const CommandEntry *live = catalogueEntry(seats, Product::Live);
        QVERIFY(room && live && room != live);
        QCOMPARE(room->page, 60736);
        QCOMPARE(live->page, 64425);
        QVERIFY(catalogueField(*room, u"/Operator_Account"));
        QVERIFY(!catalogueField(*live, u"/Operator_Account"));
        QVERIFY(!catalogueEntry(u"Room.Unheard", Product::Room));
        QVERIFY(!catalogueEntry({}, Product::Unknown));
        QCOMPARE(catalogueEntry({}, Product::Trtc)->page, 39558);

        const CommandEntry *created = catalogueEntry(u"Room.CallbackAfterCreateRoom", Product::Room);
        QCOMPARE(catalogueField(*created, u"/RoomInfo/MaxSeatCount")->name, "MaxSeatCount"_L1);
        QCOMPARE(catalogueField(*created, u"/ScheduleInviteeList_Account/12")->name, "ScheduleInviteeList_Account"_L1);
        for (const QStringView wrong : {u"", u"/", u"RoomInfo", u"/RoomInfo/", u"/RoomInfo/0",
                                        u"/RoomInfo/MaxSeatCount/x", u"/ScheduleInviteeList_Account/x"})
            QVERIFY2(!catalogueField(*created, wrong), qPrintable(wrong.toString()));
    }

    void knowsWhoWaitsForTheAnswer()
    {
        const auto timing = [](QStringView command) {
            return timingOf(*catalogueEntry(command, Product::Unknown), command);
        };
        QCOMPARE(timing(u"Live.CallbackBeforeSendGift"), CallbackTiming::Before);
        QCOMPARE(timing(u"Live.CallbackAfterModifyAdmin"), CallbackTiming::After);
        QCOMPARE(timing(u"C2C.CallbackBeforeSendMsg"), CallbackTiming::Before);
        QCOMPARE(timing(u"State.StateChange"), CallbackTiming::After);
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
