// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace seatscope {

/// Follows the framing of a chunked body (RFC 9112 section 7.1) byte by byte, whatever way it is split. Strict, because
/// Qt's parser takes a broken chunk for the end of the body; trailers are refused, because it takes them for the next
/// request. Holds no content.
class ChunkedFraming {
public:
    enum class State {
        Incomplete, ///< more bytes must come
        Complete,   ///< the body has ended
        Broken,     ///< not a chunked body: see problem()
        TooLarge    ///< the content is beyond the limit
    };

    /// \a maxContentBytes is how much content the chunks may hold together. Their framing may be as long, and 64 KiB.
    explicit ChunkedFraming(qint64 maxContentBytes = 0);

    /// Takes the next bytes of the connection; those after the byte that ends or breaks the body are left alone.
    State take(QByteArrayView bytes);
    [[nodiscard]] State state() const { return m_state; }
    /// Bytes of the body that have been taken, framing included.
    [[nodiscard]] qint64 taken() const { return m_taken; }
    /// Bytes of content that the chunks so far have announced: all of it once the body has ended.
    [[nodiscard]] qint64 content() const { return m_content; }
    /// What is wrong, for a person; empty unless the state is Broken.
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    enum class Place {
        Size,
        BeforeExtension, ///< blanks
        Extension,
        SizeLineFeed,
        Content,
        ContentReturn,
        ContentLineFeed,
        EndReturn,
        EndLineFeed
    };

    void takeByte(char byte);
    void takeSizeByte(char byte);
    void takeExtensionByte(char byte);
    void endSizeLine();
    void expect(char byte, char wanted, Place next);
    void fail(const QString &problem);

    qint64 m_maxContentBytes;
    qint64 m_framingLeft; ///< bytes that may still come beside the content
    qint64 m_taken = 0;
    State m_state = State::Incomplete;
    Place m_place = Place::Size;
    int m_sizeDigits = 0;
    int m_extensionBytes = 0;
    qint64 m_chunkLeft = 0; ///< bytes of the present chunk that have not come
    qint64 m_content = 0;   ///< bytes of content announced so far
    QString m_problem;
};

} // namespace seatscope
