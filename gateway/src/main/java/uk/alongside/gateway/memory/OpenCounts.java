package uk.alongside.gateway.memory;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what each caller holds open at this gateway, and forgets callers who hold nothing. */
public final class OpenCounts {

    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    public OpenCounts(int most) {
        this.most = most;
    }

    /** Counts one more, and returns false if the caller now holds too many. Each call needs a {@link #close}. */
    public boolean open(String caller) {
        return open.merge(caller, 1, Integer::sum) <= most;
    }

    public void close(String caller) {
        open.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
    }
}
