package uk.alongside.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map that drops the entry that was used least recently when it holds too many. Several threads may use it. */
final class BoundedMap<K, V> {

    private final Map<K, V> entries;

    BoundedMap(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    synchronized void remove(K key) {
        entries.remove(key);
    }

    synchronized V compute(K key, Function<@Nullable V, V> change) {
        var after = change.apply(entries.get(key));
        entries.put(key, after);
        return after;
    }

    synchronized int size() {
        return entries.size();
    }
}
