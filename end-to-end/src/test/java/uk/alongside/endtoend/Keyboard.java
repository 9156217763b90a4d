package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A walk over a page by the Tab key, as a user without a mouse does it. */
final class Keyboard {

    /** A script's function that lists every control in the order of the page; of a group of radios the one to focus. */
    private static final String CONTROLS = """
            const seen = element => {
              const style = getComputedStyle(element)
              // The content of closed details has a place on the page, and is not rendered.
              return style.visibility !== 'hidden' && element.getClientRects().length > 0 && element.checkVisibility()
            }
            const first = radio => {
              const group = [...document.querySelectorAll('input[type=radio]')]
                  .filter(other => other.name === radio.name && other.form === radio.form && seen(other))
              return radio === (group.find(other => other.checked) ?? group[0])
            }
            // Shown only while the present time is scrolled out of sight, so it comes and goes during a walk.
            const passing = '.go-to-now'
            const controls = () => [...document.querySelectorAll(
                    'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(it => !it.matches(passing) && seen(it) && !it.disabled && it.tabIndex >= 0 && it.type !== 'hidden')
                .filter(it => it.type !== 'radio' || first(it))
            """;

    /** A script that numbers every control and lists them. */
    private static final String STOPS = "() => {" + CONTROLS + """
              document.querySelectorAll('[data-stop]').forEach(it => delete it.dataset.stop)
              const stops = controls()
              stops.forEach((it, at) => it.dataset.stop = String(at))
              return stops.map(it => it.outerHTML.slice(0, 160))
            }
            """;

    /** A script that says whether the page still has the controls that were numbered, and no others. */
    private static final String STANDS_STILL = "count => {" + CONTROLS + """
              const now = controls()
              return now.length === count && now.every((it, at) => it.dataset.stop === String(at))
            }
            """;

    private static final int MOST_WALKS = 5;

    /** The number of a control that comes and goes during a walk. */
    private static final int PASSING = -3;

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
              return [at.matches('.go-to-now') ? -3 : Number(at.dataset.stop ?? -2), Boolean(visible && inside), at.outerHTML.slice(0, 160)]
            }
            """;

    private Keyboard() {}

    /**
     * Checks that Tab reaches every control once, in the order of the page, visibly, and leaves at the end. A page that
     * changes during the walk, as a live board does, is walked again.
     */
    static void walk(Page page, String name) {
        var walk = Walk.over(page);
        for (int walks = 1; walks < MOST_WALKS && !walk.stoodStill(); walks++) {
            walk = Walk.over(page);
        }
        walk.check(name);
        page.keyboard().press("Tab");
        assertThat(focus(page).stop())
                .as("Tab leaves %s, or starts again", name)
                .isLessThanOrEqualTo(0);
        page.evaluate("() => document.activeElement?.blur()");
    }

    /**
     * One walk: the controls, the numbers of those to which Tab came, those whose focus was not seen, and whether the
     * page kept its controls until the end.
     */
    private record Walk(List<String> stops, List<Integer> come, List<String> unseen, boolean stoodStill) {

        static Walk over(Page page) {
            var stops = ((List<?>) page.evaluate(STOPS))
                    .stream().map(String::valueOf).toList();
            page.evaluate("() => document.querySelector('[data-stop=\"0\"]')?.focus()");
            var come = new ArrayList<Integer>();
            var unseen = new ArrayList<String>();
            // A date box has several stops within.
            for (int tabs = 0; tabs < 4 * stops.size() && come.size() < stops.size(); tabs++) {
                if (tabs > 0) {
                    page.keyboard().press("Tab");
                }
                var focus = focus(page);
                if (focus.stop() != PASSING && (come.isEmpty() || come.getLast() != focus.stop())) {
                    come.add(focus.stop());
                }
                if (!focus.visible() && !unseen.contains(focus.what())) {
                    unseen.add(focus.what());
                }
            }
            return new Walk(stops, come, unseen, Boolean.TRUE.equals(page.evaluate(STANDS_STILL, stops.size())));
        }

        void check(String name) {
            assertThat(IntStream.range(0, stops.size())
                            .filter(at -> !come.contains(at))
                            .mapToObj(stops::get))
                    .as("what Tab does not come to on %s", name)
                    .isEmpty();
            assertThat(come).as("the order of Tab on %s", name).isSorted();
            assertThat(unseen).as("where the focus is not seen on %s", name).isEmpty();
        }
    }

    /** The control that has the focus. */
    private record Focus(int stop, boolean visible, String what) {}

    private static Focus focus(Page page) {
        var now = (List<?>) page.evaluate(FOCUS);
        return new Focus(((Number) now.get(0)).intValue(), Boolean.TRUE.equals(now.get(1)), String.valueOf(now.get(2)));
    }
}
