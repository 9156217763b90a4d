package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A walk over a page by the Tab key, as a user without a mouse does it. */
final class Keyboard {

    /**
     * A script that lists every control in the order of the page. Of a group of radios it lists the one that takes the
     * focus.
     */
    private static final String STOPS = """
            () => {
              const seen = element => {
                const style = getComputedStyle(element)
                return style.visibility !== 'hidden' && element.getClientRects().length > 0
              }
              const first = radio => {
                const group = [...document.querySelectorAll('input[type=radio]')]
                    .filter(other => other.name === radio.name && other.form === radio.form && seen(other))
                return radio === (group.find(other => other.checked) ?? group[0])
              }
              const stops = [...document.querySelectorAll(
                      'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                  .filter(it => seen(it) && !it.disabled && it.tabIndex >= 0 && it.type !== 'hidden')
                  .filter(it => it.type !== 'radio' || first(it))
              stops.forEach((it, at) => it.dataset.stop = String(at))
              return stops.map(it => it.outerHTML.slice(0, 160))
            }
            """;

    /**
     * A script that finds the focus: the number of the stop or -1, whether a sighted person can see it, and the
     * element.
     */
    private static final String FOCUS = """
            () => {
              const at = document.activeElement
              if (!at || at === document.body) return [-1, true, '']
              const marked = (element, pseudo) => {
                const style = getComputedStyle(element, pseudo)
                const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                    && style.outlineColor !== 'rgba(0, 0, 0, 0)' && style.outlineColor !== 'transparent'
                return outlined || style.boxShadow !== 'none'
              }
              const label = at.labels?.[0]
              const visible = marked(at) || (label && (marked(label) || marked(label, '::before')))
              const box = at.getBoundingClientRect()
              const inside = box.bottom > 0 && box.top < innerHeight
              return [Number(at.dataset.stop ?? -2), Boolean(visible && inside), at.outerHTML.slice(0, 160)]
            }
            """;

    private Keyboard() {}

    /** Checks that Tab reaches every control once, in the order of the page, visibly, and leaves at the end. */
    static void walk(Page page, String name) {
        var stops =
                ((List<?>) page.evaluate(STOPS)).stream().map(String::valueOf).toList();
        page.evaluate("() => document.querySelector('[data-stop=\"0\"]')?.focus()");
        var come = new ArrayList<Integer>();
        var unseen = new ArrayList<String>();
        // A date box has several stops within.
        for (int tabs = 0; tabs < 4 * stops.size() && come.size() < stops.size(); tabs++) {
            if (tabs > 0) {
                page.keyboard().press("Tab");
            }
            var focus = focus(page);
            if (come.isEmpty() || come.getLast() != focus.stop()) {
                come.add(focus.stop());
                if (!focus.visible()) {
                    unseen.add(focus.what());
                }
            }
        }
        assertThat(IntStream.range(0, stops.size())
                        .filter(at -> !come.contains(at))
                        .mapToObj(stops::get))
                .as("what Tab does not come to on %s", name)
                .isEmpty();
        assertThat(come).as("the order of Tab on %s", name).isSorted();
        assertThat(unseen).as("where the focus is not seen on %s", name).isEmpty();
        page.keyboard().press("Tab");
        assertThat(focus(page).stop())
                .as("Tab leaves %s, or starts again", name)
                .isLessThanOrEqualTo(0);
        page.evaluate("() => document.activeElement?.blur()");
    }

    /** The control that has the focus. */
    private record Focus(int stop, boolean visible, String what) {}

    private static Focus focus(Page page) {
        var now = (List<?>) page.evaluate(FOCUS);
        return new Focus(((Number) now.get(0)).intValue(), Boolean.TRUE.equals(now.get(1)), String.valueOf(now.get(2)));
    }
}
