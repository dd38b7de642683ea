// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/replaymark.h"
#include "model/core/result.h"
#include "model/journal/capture.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace seatscope {

/// A parameter of a query, as it is sent: percent-encoded.
struct EditedParameter {
    QByteArray name;
    QByteArray value;
    bool hasEquals = true;   ///< between name and value
    bool isRecorded = false; ///< as it came, whatever that is: it is not checked

    friend bool operator==(const EditedParameter &, const EditedParameter &) = default;
};

/// A field of a head.
struct EditedField {
    QByteArray name;
    QByteArray value;    ///< without blanks around it
    QByteArray recorded; ///< as it came, with the ends of its lines, and sent so; empty: name and value are sent

    friend bool operator==(const EditedField &, const EditedField &) = default;
};

/// What keeps an edited request from being sent.
struct EditFault {
    enum class Part : quint8 { RequestLine, Query, Fields };
    Part part = Part::RequestLine;
    int row = 0;  ///< of the parameters or fields, from 0
    QString text; ///< a sentence without the final full stop
};

/// A recorded request while a person edits it. What is not touched is sent byte for byte as it was recorded. A value;
/// pure; any thread.
class EditedRequest {
public:
    EditedRequest() = default;
    /// Takes \a capture apart. Error: its head is broken, so that nobody can say what it asked for.
    [[nodiscard]] static Result<EditedRequest> from(const Capture &capture);

    /// As a person types it: what cannot stand in a query is percent-encoded, what is encoded already stays.
    [[nodiscard]] static EditedParameter parameterFromText(const QString &name, const QString &value);
    /// As a person types it, as UTF-8 without blanks around it.
    [[nodiscard]] static EditedField fieldFromText(const QString &name, const QString &value);
    /// A name or value as a person can read and type it again; bytes that are no UTF-8 become %XX.
    [[nodiscard]] static QString shownText(const QByteArray &bytes);

    [[nodiscard]] EditOrigin origin() const;
    /// The capture that it was made of.
    [[nodiscard]] const CaptureSummary &recorded() const { return m_recorded; }
    [[nodiscard]] const QByteArray &method() const { return m_method; }
    /// What stands before the '?', percent-encoded.
    [[nodiscard]] const QByteArray &path() const { return m_path; }
    [[nodiscard]] const std::vector<EditedParameter> &parameters() const { return m_parameters; }
    [[nodiscard]] const std::vector<EditedField> &fields() const { return m_fields; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }

    void setMethod(const QString &method);
    /// What cannot stand in a path is percent-encoded.
    void setPath(const QString &path);
    void setParameters(std::vector<EditedParameter> parameters);
    void setFields(std::vector<EditedField> fields);
    void setBody(const QByteArray &body) { m_body = body; }

    /// All that keeps it from being sent, in the order of the request. Nothing is said of the body: whatever it is can
    /// be sent.
    [[nodiscard]] std::vector<EditFault> faults() const;
    /// The recorded capture with the edited bytes; what it was decoded to is still that of the recorded ones.
    /// Content-Length follows where the body has another size. Error: the first fault.
    [[nodiscard]] Result<Capture> compose() const;

private:
    [[nodiscard]] QByteArray target() const;
    [[nodiscard]] QByteArray head() const;

    CaptureSummary m_recorded;
    QByteArray m_recordedMethod;
    QByteArray m_recordedPath;
    qsizetype m_recordedBodySize = 0;
    QByteArray m_method;
    QByteArray m_path;
    bool m_hasQuery = false; ///< there was a '?', perhaps with nothing behind it
    std::vector<EditedParameter> m_parameters;
    QByteArray m_afterTarget; ///< of the request line, with its end
    std::vector<EditedField> m_fields;
    QByteArray m_emptyLine;
    QByteArray m_body;
};

} // namespace seatscope
