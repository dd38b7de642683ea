// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/captureprinter.h"
#include "app/outputwriter.h"
#include "model/journal/journalwriter.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTemporaryFile>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

/// A pipe whose reading never blocks; its writing does.
class Pipe {
public:
    Pipe()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0 || ::fcntl(m_ends[0], F_SETFL, O_NONBLOCK) != 0)
            qFatal("no pipe");
    }
    ~Pipe()
    {
        closeReading();
        ::close(m_ends[1]);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    [[nodiscard]] int readEnd() const { return m_ends[0]; }
    [[nodiscard]] int writeEnd() const { return m_ends[1]; }
    /// The bytes that it can hold.
    [[nodiscard]] int capacity() const { return ::fcntl(m_ends[1], F_GETPIPE_SZ); }
    [[nodiscard]] QByteArray readAll() const
    {
        QByteArray all;
        std::array<char, 4096> bytes{};
        for (ssize_t count = 0; (count = ::read(m_ends[0], bytes.data(), bytes.size())) > 0;)
            all.append(bytes.data(), count);
        return all;
    }
    void closeReading()
    {
        if (m_ends[0] >= 0)
            ::close(m_ends[0]);
        m_ends[0] = -1;
    }

private:
    std::array<int, 2> m_ends{-1, -1};
};

/// Lines that differ, so that none can get lost or be torn unnoticed; longer than \a size bytes.
QByteArray linesBeyond(int size)
{
    QByteArray lines;
    for (int i = 0; lines.size() <= size; ++i)
        lines += "line " + QByteArray::number(i) + '\n';
    return lines;
}

/// A journal with \a count captures; false when it cannot be made.
bool makeJournal(const QString &path, int count)
{
    const Result<std::unique_ptr<JournalWriter>> journal = JournalWriter::open(path);
    if (!journal || !(*journal)->begin())
        return false;
    for (int i = 1; i <= count; ++i) {
        Capture capture;
        capture.summary.sequence = Sequence(i);
        if (!(*journal)->append(capture))
            return false;
    }
    return (*journal)->commit().has_value();
}

} // namespace

class TestOutputWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void init() { failOnAnyWarning(); }

    void writesExactBytesToAFile()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const QByteArray data = linesBeyond(100'000);
        QCOMPARE(OutputWriter(file.handle()).write(data), WriteOutcome::Written);
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), data);
    }

    void stopsAtAnInterruptionAndLosesNothing()
    {
        const Pipe output;
        const Pipe signal;
        QCOMPARE(::write(signal.writeEnd(), "!", 1), 1);
        OutputWriter writer(output.writeEnd(), signal.readEnd());
        const QByteArray data = linesBeyond(output.capacity());
        QCOMPARE(writer.write(data), WriteOutcome::Interrupted);
        QByteArray read = output.readAll();
        writer.finishWithin(std::chrono::nanoseconds(0));
        // The pipe is full at some point, and nobody reads meanwhile.
        QCOMPARE(writer.write("more\n"), WriteOutcome::Closed);
        read += output.readAll();
        QVERIFY(!read.isEmpty() && read.size() < data.size());
        QCOMPARE(writer.write("last\n"), WriteOutcome::Written);
        read += output.readAll();
        QCOMPARE(read, data + "more\nlast\n");
    }

    void waitsNoLongerThanItsPatienceForAFullPipe()
    {
        const Pipe output;
        OutputWriter writer(output.writeEnd());
        writer.finishWithin(std::chrono::milliseconds(1));
        writer.finishWithin(std::chrono::hours(1));
        QCOMPARE(writer.write(linesBeyond(2 * output.capacity())), WriteOutcome::Closed);
        QCOMPARE(output.readAll().size(), output.capacity());
    }

    void printsEveryCaptureOnceInSpiteOfAnInterruption()
    {
        constexpr int count = 1500;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"j.seatscope"_s);
        QVERIFY(makeJournal(path, count));
        Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(path);
        QVERIFY(journal);
        const Result<std::vector<CaptureSummary>> captures = (*journal)->window(Sequence(1), count);
        QVERIFY(captures);
        const Pipe output;
        const Pipe signal;
        QCOMPARE(::write(signal.writeEnd(), "!", 1), 1);
        OutputWriter writer(output.writeEnd(), signal.readEnd());
        CapturePrinter printer(std::move(*journal), Sequence(0), false, writer);
        QVERIFY(!printer.print({captures->at(1000)}));
        printer.printRest();
        QVERIFY(!printer.hasFailed());
        const QList<QByteArray> lines = output.readAll().split('\n');
        QCOMPARE(lines.size(), count + 1);
        for (int i = 0; i < count; ++i)
            QCOMPARE(lines.at(i).split(' ').constFirst(), QByteArray('#' + QByteArray::number(i + 1)));
    }

    void endsWhenNobodyReads()
    {
        Pipe output;
        output.closeReading();
        QCOMPARE(OutputWriter(output.writeEnd()).write("line\n"), WriteOutcome::Closed);
    }
};

QTEST_GUILESS_MAIN(TestOutputWriter)
#include "tst_outputwriter.moc"
