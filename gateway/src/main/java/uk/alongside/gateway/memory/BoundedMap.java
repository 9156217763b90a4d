package uk.alongside.gateway.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map that drops the entry that was used least recently when it holds too many. Several threads may use it. */
public final class BoundedMap<K, V> {

    private final Map<K, V> entries;

    public BoundedMap(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    public synchronized void remove(K key) {
        entries.remove(key);
    }

    public synchronized V compute(K key, Function<@Nullable V, V> change) {
        var after = change.apply(entries.get(key));
        entries.put(key, after);
        return after;
    }

    public synchronized int size() {
        return entries.size();
    }
}
