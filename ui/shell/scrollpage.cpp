#include "shell/scrollpage.h"

#include "shell/widgets.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace tane {

ScrollPage::ScrollPage(const QString &title, PageContext &pageContext, QWidget *parent)
    : Page(pageContext, parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(metrics::xl, metrics::l, 0, 0);
    m_column->setSpacing(metrics::s);
    m_top = new QVBoxLayout;
    m_top->setContentsMargins(0, 0, metrics::xl, 0);
    m_top->setSpacing(metrics::s);
    m_header = new PageHeader(title, this);
    m_error = new NoticeBar(this);
    m_error->setObjectName(QStringLiteral("error"));
    m_error->hide();
    m_top->addWidget(m_header);
    m_top->addWidget(m_error);
    m_column->addLayout(m_top);

    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(0, metrics::xs, metrics::xl, metrics::l);
    m_body->setSpacing(metrics::m);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_column->addWidget(m_scroll, 1);
}

bool ScrollPage::report(const Result<> &result)
{
    if (result) {
        clearError();
        return true;
    }
    showError(result.error());
    return false;
}

void ScrollPage::showError(const Error &error)
{
    m_error->show({Notice::Kind::Error, error.toString()});
    m_error->setDetail(error.detail);
}

void ScrollPage::clearError()
{
    m_error->hide();
}

} // namespace tane
