// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/secretinput.h"

#include <array>
#include <cstdio>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 4096;

/// Keeps a terminal from showing what is typed, as long as it lives.
class EchoOff {
public:
    explicit EchoOff(int terminal) : m_terminal(terminal), m_isTerminal(::tcgetattr(terminal, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        ::tcsetattr(terminal, TCSAFLUSH, &silent);
    }
    ~EchoOff()
    {
        if (m_isTerminal)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    int m_terminal;
    termios m_before{};
    bool m_isTerminal;
};

} // namespace

Result<QByteArray> readSecretLine(int input, int interruption, const QByteArray &prompt)
{
    const EchoOff echoOff(input);
    if (echoOff.isTerminal())
        static_cast<void>(std::fwrite(prompt.constData(), 1, static_cast<size_t>(prompt.size()), stderr));
    QByteArray line;
    while (line.size() < mostBytes && !line.contains('\n')) {
        std::array<pollfd, 2> waiting{pollfd{input, POLLIN, 0}, pollfd{interruption, POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
            return failure(u"standard input cannot be read: %1"_s.arg(qt_error_string(errno)));
        if (waiting[1].revents != 0)
            return failure(u"interrupted"_s);
        if (waiting[0].revents == 0)
            continue;
        std::array<char, 512> bytes{};
        const ssize_t count = ::read(input, bytes.data(), bytes.size());
        if (count < 0)
            return failure(u"standard input cannot be read: %1"_s.arg(qt_error_string(errno)));
        if (count == 0)
            break;
        line.append(bytes.data(), count);
    }
    return line;
}

} // namespace seatscope
