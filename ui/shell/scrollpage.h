#pragma once

#include "shell/page.h"

class QScrollArea;
class QVBoxLayout;

namespace tane {

class NoticeBar;
class PageHeader;

/// The column most pages are: header, the error of the last action, what stays, and a body that scrolls.
class ScrollPage : public Page
{
    Q_OBJECT
public:
    ScrollPage(const QString &title, PageContext &context, QWidget *parent);

    [[nodiscard]] NoticeBar *errorBar() const { return m_error; }

protected:
    /// Shows the error of an action in the page; gives whether there was none.
    bool report(const Result<> &result);
    template<class T>
    bool report(const Result<T> &result)
    {
        return report(result ? Result<>() : Result<>(std::unexpected(result.error())));
    }
    void showError(const Error &error);
    void clearError();

    [[nodiscard]] PageHeader *header() const { return m_header; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; } ///< all of the page
    [[nodiscard]] QVBoxLayout *top() const { return m_top; }       ///< stays, above the part that scrolls
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }     ///< the part that scrolls
    [[nodiscard]] QScrollArea *scrollArea() const { return m_scroll; }

private:
    PageHeader *m_header = nullptr;
    NoticeBar *m_error = nullptr;
    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_top = nullptr;
    QVBoxLayout *m_body = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace tane
