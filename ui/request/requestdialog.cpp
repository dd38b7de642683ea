// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/requestdialog.h"

#include "model/replay/replaytarget.h"
#include "ui/replay/questionline.h"
#include "ui/request/answerview.h"
#include "ui/request/bodyeditor.h"
#include "ui/request/namevalueeditor.h"
#include "ui/request/sendtarget.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

template<typename Recorded>
std::vector<NameValueModel::Row> rowsOf(const std::vector<Recorded> &recorded)
{
    std::vector<NameValueModel::Row> rows;
    rows.reserve(recorded.size());
    for (size_t i = 0; i < recorded.size(); ++i)
        rows.push_back({EditedRequest::shownText(recorded[i].name), EditedRequest::shownText(recorded[i].value), i});
    return rows;
}

/// What was not changed as it was recorded, and the rest as \a fromText reads it.
template<typename Recorded, typename FromText>
std::vector<Recorded> editedOf(const std::vector<NameValueModel::Row> &rows, const std::vector<Recorded> &recorded,
                               const FromText &fromText)
{
    std::vector<Recorded> edited;
    edited.reserve(rows.size());
    for (const NameValueModel::Row &row : rows)
        edited.push_back(row.recorded ? recorded[*row.recorded] : fromText(row.name, row.value));
    return edited;
}

using Faults = std::vector<std::pair<int, QString>>;

} // namespace

RequestDialog::RequestDialog(EditedRequest request, const QString &ownTarget, bool canSign, QWidget *parent)
    : QDialog(parent),
      m_recorded(std::move(request)),
      m_method(new QLineEdit(this)),
      m_path(new QLineEdit(this)),
      m_tabs(new QTabWidget(this)),
      m_query(new NameValueEditor(
          tr("Parameters of the query"),
          tr("Percent-encoded, as they are sent; what cannot stand there is encoded by itself."), this)),
      m_fields(new NameValueEditor(
          tr("Header fields"), tr("Sent in this order and case. Host and Content-Length follow by themselves."), this)),
      m_body(new BodyEditor(this)),
      m_target(new SendTarget(ownTarget, canSign, this)),
      m_remark(paragraph({}, this)),
      m_question(new QuestionLine(this)),
      m_answer(new AnswerView(this)),
      m_send(new QPushButton(symbolicIcon(u"send"_s), tr("&Send"), this))
{
    setWindowTitle(tr("Edit #%1 and send it").arg(m_recorded.origin().sequence.value()));
    m_method->setAccessibleName(tr("Method"));
    m_path->setAccessibleName(tr("Path"));
    for (QLineEdit *edit : {m_method, m_path})
        edit->setFont(fixedFont());
    m_method->setFixedWidth(m_method->fontMetrics().averageCharWidth() * 12);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_query, {});
    m_tabs->addTab(m_fields, {});
    m_tabs->addTab(m_body, tr("&Body"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_send, QDialogButtonBox::ActionRole);
    m_send->setAutoDefault(false);
    m_send->setToolTip(tr("Ctrl+Enter"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_method);
    line->addWidget(m_path, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(m_tabs, 1);
    column->addWidget(buildTarget());
    column->addWidget(m_remark);
    column->addWidget(m_question);
    column->addWidget(m_answer);
    column->addWidget(buttons);
    resize(720, 560);
    fill();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &RequestDialog::send);
    for (QLineEdit *edit : {m_method, m_path})
        connect(edit, &QLineEdit::textChanged, this, &RequestDialog::look);
    for (NameValueEditor *editor : {m_query, m_fields})
        connect(&editor->model(), &NameValueModel::edited, this, &RequestDialog::look);
    connect(m_body, &BodyEditor::edited, this, &RequestDialog::look);
    connect(m_target, &SendTarget::changed, this, &RequestDialog::look);
    look();
    const bool hasBody = !m_recorded.body().isEmpty();
    m_tabs->setCurrentWidget(hasBody ? static_cast<QWidget *>(m_body) : m_query);
    (hasBody ? static_cast<QWidget *>(m_body->edit()) : m_query->view())->setFocus();
}

QWidget *RequestDialog::buildTarget()
{
    auto *box = new QGroupBox(tr("Send it to"), this);
    (new QVBoxLayout(box))->addWidget(m_target);
    return box;
}

void RequestDialog::fill()
{
    m_method->setText(EditedRequest::shownText(m_recorded.method()));
    m_path->setText(EditedRequest::shownText(m_recorded.path()));
    m_path->setCursorPosition(0);
    m_query->model().setRows(rowsOf(m_recorded.parameters()));
    m_fields->model().setRows(rowsOf(m_recorded.fields()));
    m_body->setBody(m_recorded.body());
}

EditedRequest RequestDialog::edited() const
{
    EditedRequest request = m_recorded;
    request.setMethod(m_method->text());
    request.setPath(m_path->text());
    request.setParameters(
        editedOf(m_query->model().rows(), m_recorded.parameters(), &EditedRequest::parameterFromText));
    request.setFields(editedOf(m_fields->model().rows(), m_recorded.fields(), &EditedRequest::fieldFromText));
    return request;
}

Result<EditedRequest> RequestDialog::request() const
{
    EditedRequest request = edited();
    if (const std::vector<EditFault> faults = request.faults(); !faults.empty())
        return failure(faults.front().text);
    return m_body->body().map([&request](const QByteArray &body) {
        request.setBody(body);
        return request;
    });
}

void RequestDialog::look()
{
    Faults inQuery;
    Faults inFields;
    QString inLine;
    for (const EditFault &fault : edited().faults()) {
        if (fault.part == EditFault::Part::Query)
            inQuery.emplace_back(fault.row, fault.text);
        else if (fault.part == EditFault::Part::Fields)
            inFields.emplace_back(fault.row, fault.text);
        else if (inLine.isEmpty())
            inLine = fault.text;
    }
    m_query->showFaults(inQuery);
    m_fields->showFaults(inFields);
    const auto showTab = [this](QWidget *page, const QString &title, bool isFine) {
        const int tab = m_tabs->indexOf(page);
        m_tabs->setTabText(tab, title);
        m_tabs->setTabIcon(tab, isFine ? QIcon() : symbolicIcon(u"warning"_s, Tint::Bad));
    };
    const bool isBodyFine = m_body->body().has_value();
    showTab(m_query, tr("&Query (%1)").arg(m_query->model().rowCount()), inQuery.empty());
    showTab(m_fields, tr("&Headers (%1)").arg(m_fields->model().rowCount()), inFields.empty());
    showTab(m_body, tr("&Body"), isBodyFine);
    m_remark->setText(inLine.isEmpty() ? QString() : tr("The first line: %1.").arg(visibleText(inLine)));
    m_remark->setVisible(!inLine.isEmpty());
    m_question->withdraw(); // what it was about is another request now
    const bool isFine = inQuery.empty() && inFields.empty() && inLine.isEmpty() && isBodyFine;
    m_send->setEnabled(isFine && !m_isSending && m_target->problem().isEmpty());
}

void RequestDialog::setSending(bool isSending, const QString &target)
{
    m_isSending = isSending;
    if (isSending)
        m_answer->showSending(target);
    look();
}

void RequestDialog::askRemote(const QString &target)
{
    m_answer->hide();
    const Result<ReplayTarget> read = readReplayTarget(target);
    m_question->ask(
        tr("Send this to %1? That is not this machine, and the request may hold names, tokens and signatures. "
           "A yes is remembered with the saved target.")
            .arg(visibleText(read ? read->origin() : target)),
        tr("Send it th&ere"), tr("Do no&t send"), [this] { Q_EMIT remoteAllowed(); });
}

void RequestDialog::send()
{
    if (const Result<EditedRequest> request = this->request(); request && m_send->isEnabled())
        Q_EMIT sendWanted(*request, m_target->options());
}

void RequestDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        send();
    else
        QDialog::keyPressEvent(event);
}

} // namespace seatscope
