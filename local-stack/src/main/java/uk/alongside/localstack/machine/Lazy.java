package uk.alongside.localstack.machine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that the first caller creates, while concurrent callers wait; {@link #clear} discards it. */
public final class Lazy<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> maker;
    private @Nullable T value;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    public T get() {
        lock.lock();
        try {
            var current = value;
            if (current == null) {
                current = maker.get();
                value = current;
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            value = null;
        } finally {
            lock.unlock();
        }
    }
}
