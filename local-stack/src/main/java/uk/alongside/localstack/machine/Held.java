package uk.alongside.localstack.machine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made at the first asking, by one of those that ask at once, until it is let go. */
public final class Held<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> maker;
    private @Nullable T value;

    public Held(Supplier<T> maker) {
        this.maker = maker;
    }

    public T get() {
        lock.lock();
        try {
            var held = value;
            if (held == null) {
                held = maker.get();
                value = held;
            }
            return held;
        } finally {
            lock.unlock();
        }
    }

    public void letGo() {
        lock.lock();
        try {
            value = null;
        } finally {
            lock.unlock();
        }
    }
}
