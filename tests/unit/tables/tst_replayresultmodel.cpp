// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/replayresultmodel.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace seatscope;
using namespace Qt::StringLiterals;

using Model = ReplayResultModel;

namespace {

ReplayOutcome answered(qint64 sequence, int status, const QByteArray &answer = "OK")
{
    ReplayOutcome outcome;
    outcome.sequence = Sequence(sequence);
    outcome.sentUs = sequence * 1000;
    outcome.tookUs = 250;
    outcome.status = status;
    outcome.recordedStatus = 200;
    outcome.difference = {status != 200, answer != "OK"};
    outcome.answer = answer;
    outcome.answerSize = answer.size();
    return outcome;
}

ReplayOutcome unanswered(qint64 sequence, const QString &error, bool isSent = true)
{
    ReplayOutcome outcome;
    outcome.sequence = Sequence(sequence);
    if (isSent)
        outcome.sentUs = 7;
    outcome.error = error;
    return outcome;
}

ReplayNews newsOf(std::vector<ReplayOutcome> outcomes, qint64 missing = 0)
{
    return {std::move(outcomes), missing, {}};
}

QList<qint64> sequencesOf(const QAbstractItemModel &model)
{
    QList<qint64> sequences;
    for (int row = 0; row < model.rowCount(); ++row)
        sequences += model.index(row, 0).data(Model::SequenceRole).toLongLong();
    return sequences;
}

} // namespace

class TestReplayResultModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void keepsWhatCame()
    {
        Model model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &Model::rowsInserted);
        model.add(newsOf({}));
        QCOMPARE(inserted.size(), 0);
        model.add(newsOf({answered(3, 200), answered(4, 503, "busy")}));
        model.add(newsOf({unanswered(5, u"no answer"_s), unanswered(6, u"was not kept"_s, false)}));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(inserted.at(1).at(1).toInt(), 2);
        QCOMPARE(inserted.at(1).at(2).toInt(), 3);
        QCOMPARE(sequencesOf(model), (QList<qint64>{3, 4, 5, 6}));
        const auto value = [&model](int row, int role) { return model.index(row, Model::StatusColumn).data(role); };
        QVERIFY(value(0, Model::OkRole).toBool());
        QCOMPARE(value(0, Model::StatusRole), QVariant(200));
        QVERIFY(!value(0, Model::StatusDiffersRole).toBool());
        QVERIFY(!value(0, Model::BodyDiffersRole).toBool());
        QVERIFY(!value(1, Model::OkRole).toBool());
        QCOMPARE(value(1, Model::RecordedStatusRole), QVariant(200));
        QVERIFY(value(1, Model::StatusDiffersRole).toBool());
        QVERIFY(value(1, Model::BodyDiffersRole).toBool());
        QCOMPARE(value(1, Model::AnswerRole).toByteArray(), "busy"_ba);
        QCOMPARE(value(1, Model::AnswerSizeRole), QVariant(4));
        QCOMPARE(value(1, Model::SentUsRole), QVariant(4000));
        QCOMPARE(value(1, Model::TookUsRole), QVariant(250));
        QVERIFY(!value(2, Model::StatusRole).isValid());
        QVERIFY(!value(2, Model::RecordedStatusRole).isValid());
        QVERIFY(value(2, Model::SentUsRole).isValid());
        QCOMPARE(value(2, Model::ErrorRole).toString(), u"no answer"_s);
        QVERIFY(!value(3, Model::SentUsRole).isValid());
        QVERIFY(!value(3, Model::TookUsRole).isValid());
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void theOldestGo()
    {
        Model model({32, 1 << 20});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy removed(&model, &Model::rowsRemoved);
        qint64 next = 0;
        const auto add = [&](int count) {
            std::vector<ReplayOutcome> outcomes;
            for (int i = 0; i < count; ++i)
                outcomes.push_back(answered(++next, 200));
            model.add(newsOf(std::move(outcomes)));
        };
        add(32);
        QCOMPARE(model.missing(), 0);
        QCOMPARE(removed.size(), 0);
        add(1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowCount(), 31); // a sixteenth at once
        QCOMPARE(model.missing(), 2);
        QCOMPARE(sequencesOf(model).first(), 3);
        add(100);
        QCOMPARE(model.rowCount(), 32);
        QCOMPARE(sequencesOf(model).last(), 133);
        QCOMPARE(model.missing(), 101);
        model.add(newsOf({answered(200, 200)}, 66));
        QCOMPARE(model.missing(), 101 + 66 + 2);
        model.clear();
        QCOMPARE(model.missing(), 0);
    }

    void longAnswersTakeNoMoreThanTheyMay()
    {
        Model model({1000, 1000});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 1; i <= 20; ++i)
            model.add(newsOf({answered(i, 200, QByteArray(100, 'x'))}));
        QCOMPARE(model.rowCount(), 10);
        model.add(newsOf({unanswered(21, QString(450, u'x'))}));
        QCOMPARE(sequencesOf(model), (QList<qint64>{20, 21}));
        model.clear();
        model.add(newsOf({answered(1, 200, QByteArray(900, 'x'))}));
        QCOMPARE(model.rowCount(), 1);
    }

    void onlyThoseThatFailed()
    {
        Model model({4, 1 << 20});
        FailedReplayResults failed;
        failed.setSourceModel(&model);
        const QAbstractItemModelTester tester(&failed, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(newsOf({answered(1, 200), answered(2, 500), unanswered(3, u"x"_s)}));
        QCOMPARE(sequencesOf(failed), (QList<qint64>{1, 2, 3}));
        failed.setOnlyFailed(true);
        QCOMPARE(sequencesOf(failed), (QList<qint64>{2, 3}));
        model.add(newsOf({answered(4, 204), answered(5, 404), answered(6, 200)}));
        QCOMPARE(sequencesOf(failed), (QList<qint64>{3, 5}));
        failed.setOnlyFailed(false);
        QCOMPARE(sequencesOf(failed), (QList<qint64>{3, 4, 5, 6}));
        model.clear();
        QCOMPARE(failed.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestReplayResultModel)
#include "tst_replayresultmodel.moc"
