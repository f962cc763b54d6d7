#include "shell/helpdialogs.h"

#include "shell/icons.h"
#include "shell/widgets.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HelpDialogs", text);
}

QDialog *makeDialog(QWidget *parent, const QString &title, const QString &html, QSize size)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    layout->setSpacing(metrics::m);
    auto *text = new QTextBrowser(dialog);
    text->setOpenExternalLinks(true);
    text->setAccessibleName(title);
    text->document()->setDocumentMargin(metrics::s);
    text->setHtml(html);
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *close = buttons->addButton(tr("閉じる"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    dialog->resize(size);
    return dialog;
}

QString guideText()
{
    // One paragraph a step; the order is the order of the work.
    const QString steps[][2] = {
        {tr("1　ファイルを用意する"), tr("「新しいファイルを作る」で、研修の記録を入れるファイルを作ります。"
                                         "入力した内容はその場で保存されるので、"
                                         "保存の操作はいりません。間違えたときは Ctrl+Z で元に戻せます。")},
        {tr("2　回答を取り込む"), tr("「アンケートの回答」で、研修前と研修後の回答を取り込みます。Excel（."
                                     "xlsx）や CSV の一覧表のほか、"
                                     "一人一冊の回答用紙を集めたフォルダーも選べます。列の読み取り方は取り込"
                                     "む前に確かめて直せます。")},
        {tr("3　前と後を結びつける"),
         tr("「前後の結びつけ」で、同じ方の前と後の回答を結びつけます。受付番号などで確かなものは自動で結びつ"
            "き、"
            "氏名の表記が違うなど確かでないものは、決めていただくまで集計に入りません。")},
        {tr("4　変化を見る"),
         tr("「研修前後の変化」に、設問ごとの up・stay・down が人数と割合で並びます。設問を選ぶと前後の表が、"
            "表の数字を選ぶとその方々が出ます。")},
        {tr("5　書き出す"),
         tr("図は画像やクリップボードへ、表は Excel へ、報告書は Word や PDF へ書き出せます。")},
    };
    QString html;
    for (const auto &step : steps)
        html += u"<p style=\"line-height:150%\"><b>%1</b><br>%2</p>"_s.arg(step[0], step[1]);
    html += u"<p><b>%1</b></p><table cellpadding=\"3\">"_s.arg(tr("キーの操作"));
    const QString keys[][2] = {
        {u"Ctrl+1～5"_s, tr("ステップの画面へ（もう一度で次の画面）")},
        {u"Ctrl+N / Ctrl+O"_s, tr("新しいファイル／ファイルを開く")},
        {u"Ctrl+Z / Ctrl+Y"_s, tr("元に戻す／やり直す")},
        {u"Tab・↑↓←→"_s, tr("欄やボタンの間を移る")},
        {u"F1"_s, tr("この手引き")},
    };
    for (const auto &key : keys)
        html += u"<tr><td>%1</td><td>%2</td></tr>"_s.arg(key[0], key[1]);
    return html + u"</table>"_s;
}

QString aboutText()
{
    QString html = u"<p style=\"line-height:150%\"><b>%1</b><br>%2</p>"_s.arg(
        tr("タネ %1").arg(QStringLiteral(TANE_VERSION)),
        tr("在宅医療・介護連携のコーディネーター研修を、計画・実施・評価・改善の流れで進めるためのソフトウェ"
           "アです。"
           "データはお使いのパソコンのファイルにだけ保存され、外部へ送られることはありません。"));
    html += u"<p style=\"line-height:150%\">%1</p>"_s.arg(tr(
        "GNU General Public License 第3版またはそれ以降の版のもとで、自由に使い、配り、変えることができます。"
        "無保証です。詳しくは同梱の LICENSE をご覧ください。"));
    html += u"<p>%1</p><ul>"_s.arg(tr("次のソフトウェアと書体を使っています。"));
    const QString parts[] = {u"Qt %1（LGPL-3.0 / GPL-3.0）"_s.arg(QString::fromLatin1(qVersion())),
                             u"SQLite（Public Domain）"_s,
                             u"libxlsxwriter（BSD-2-Clause）"_s,
                             u"libzip（BSD-3-Clause）"_s,
                             u"Expat（MIT）"_s,
                             u"Boost（BSL-1.0）"_s,
                             tr("BIZ UDPゴシック（SIL Open Font License 1.1）")};
    for (const QString &part : parts)
        html += u"<li style=\"line-height:150%\">%1</li>"_s.arg(part);
    return html + u"</ul>"_s;
}

} // namespace

void showGuide(QWidget *parent)
{
    makeDialog(parent, tr("利用の手引き"), guideText(), {620, 560})->show();
}

void showAbout(QWidget *parent)
{
    makeDialog(parent, tr("タネについて"), aboutText(), {480, 420})->open();
}

} // namespace tane
