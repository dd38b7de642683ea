// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/editedrequest.h"
#include "model/session/editedsending.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace seatscope {

class AnswerView;
class BodyEditor;
class NameValueEditor;
class QuestionLine;
class SendTarget;

/// A recorded request to edit and send, any number of times, with the answer below.
class RequestDialog : public QDialog {
    Q_OBJECT

public:
    /// \a request is as recorded; \a ownTarget and \a canSign are those of EditedSending.
    RequestDialog(EditedRequest request, const QString &ownTarget, bool canSign, QWidget *parent = nullptr);

    /// The request as it is edited now. The Error says what keeps it from being sent.
    [[nodiscard]] Result<EditedRequest> request() const;
    /// Whether a request is under way: then none can be sent.
    void setSending(bool isSending, const QString &target = {});
    /// Asks, in the dialog, whether it may go to \a target, which is not this machine; remoteAllowed() follows when it
    /// may.
    void askRemote(const QString &target);

    [[nodiscard]] QLineEdit *methodEdit() const { return m_method; }
    [[nodiscard]] QLineEdit *pathEdit() const { return m_path; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] NameValueEditor *queryEditor() const { return m_query; }
    [[nodiscard]] NameValueEditor *fieldEditor() const { return m_fields; }
    [[nodiscard]] BodyEditor *bodyEditor() const { return m_body; }
    [[nodiscard]] SendTarget *target() const { return m_target; }
    [[nodiscard]] AnswerView *answer() const { return m_answer; }
    [[nodiscard]] QPushButton *sendButton() const { return m_send; }
    /// What keeps it from being sent; empty when nothing does.
    [[nodiscard]] QLabel *remark() const { return m_remark; }
    [[nodiscard]] QuestionLine *question() const { return m_question; }

Q_SIGNALS:
    void sendWanted(const seatscope::EditedRequest &request, const seatscope::SendingOptions &options);
    /// What was to be sent may go to the target that was asked about.
    void remoteAllowed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *buildTarget();
    void fill();
    /// Takes over what the editors hold, and says what is wrong with it.
    void look();
    void send();
    /// The request as it is, with an undecided body.
    [[nodiscard]] EditedRequest edited() const;

    const EditedRequest m_recorded;
    QLineEdit *m_method;
    QLineEdit *m_path;
    QTabWidget *m_tabs;
    NameValueEditor *m_query;
    NameValueEditor *m_fields;
    BodyEditor *m_body;
    SendTarget *m_target;
    QLabel *m_remark;
    QuestionLine *m_question;
    AnswerView *m_answer;
    QPushButton *m_send;
    bool m_isSending = false;
};

} // namespace seatscope
