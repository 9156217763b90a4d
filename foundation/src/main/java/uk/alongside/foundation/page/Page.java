package uk.alongside.foundation.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, and the value to ask for the next page with, which is absent on the last page.
 *
 * @param <T> the items
 * @param <C> what names the item behind which a page begins: its id or its code
 */
public record Page<T, C>(List<T> items, @Nullable C next) {

    /** Returns the page that begins behind the item that {@code after} names, or the first page without one. */
    public static <T, C> Page<T, C> of(List<T> all, Function<T, C> name, @Nullable C after, int limit) {
        var rest = after == null
                ? all
                : all.stream()
                        .dropWhile(item -> !name.apply(item).equals(after))
                        .skip(1)
                        .toList();
        return ofRest(rest, name, limit);
    }

    /** Returns the first page of the items that are left, which are read up to one more than the limit. */
    public static <T, C> Page<T, C> ofRest(List<T> rest, Function<T, C> name, int limit) {
        return rest.size() > limit
                ? new Page<>(List.copyOf(rest.subList(0, limit)), name.apply(rest.get(limit - 1)))
                : new Page<>(List.copyOf(rest), null);
    }

    /** Returns the page with each item turned into another one. */
    public <R> Page<R, C> map(Function<? super T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
