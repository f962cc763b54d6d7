#include "issues/namehintbar.h"

#include "issues/namehint.h"
#include "shell/widgets.h"

using namespace Qt::StringLiterals;

namespace tane {

NameHintBar::NameHintBar(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"nameHint"_s);
    setProperty("tone", u"hint"_s);
    setWordWrap(true);
    setContentsMargins(metrics::s, metrics::xs, metrics::s, metrics::xs);
    setAutoFillBackground(true);
    hide();
}

void NameHintBar::follow(const QString &text)
{
    const QString hint = nameHintText(text);
    if (!hint.isEmpty()) {
        const Scheme scheme = currentScheme(this);
        QPalette colours = palette();
        colours.setColor(QPalette::Window, color(ColorRole::HintBackground, scheme));
        colours.setColor(QPalette::WindowText, color(ColorRole::HintText, scheme));
        setPalette(colours);
        setParagraph(this, hint);
        setAccessibleName(hint);
    }
    setVisible(!hint.isEmpty());
}

} // namespace tane
