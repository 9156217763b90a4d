package uk.alongside.tenant;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list, and the id to ask for the next page with, which is absent on the last page. */
public record Page<T>(List<T> items, @Nullable UUID next) {

    /** Returns the page that begins behind the item with the id {@code after}, or the first page without one. */
    public static <T> Page<T> of(List<T> all, Function<T, UUID> id, @Nullable UUID after, int limit) {
        var rest = after == null
                ? all
                : all.stream()
                        .dropWhile(item -> !id.apply(item).equals(after))
                        .skip(1)
                        .toList();
        return ofRest(rest, id, limit);
    }

    /** Returns the first page of the items that are left, which are read up to one more than the limit. */
    public static <T> Page<T> ofRest(List<T> rest, Function<T, UUID> id, int limit) {
        return rest.size() > limit
                ? new Page<>(List.copyOf(rest.subList(0, limit)), id.apply(rest.get(limit - 1)))
                : new Page<>(List.copyOf(rest), null);
    }
}
