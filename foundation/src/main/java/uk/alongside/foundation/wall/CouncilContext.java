package uk.alongside.foundation.wall;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The council that this request or job works for, set once.
 *
 * <p>As a {@link ScopedValue} it ends with the call, and code inside the call cannot change it for its caller. Other
 * threads do not inherit it, so asynchronous work either carries its council explicitly or fails.
 */
public final class CouncilContext {

    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    /**
     * The council of the current work. A scope without a council works across councils, and only {@link AcrossCouncils}
     * may open it.
     */
    private record Scope(@Nullable UUID council) {}

    private CouncilContext() {}

    /** Returns the council of the current work. */
    public static UUID council() {
        return ifBound().orElseThrow(() -> new NoCouncilBound("No council is bound to this work."));
    }

    /** Returns the council of the current work, or empty if there is none. */
    public static Optional<UUID> ifBound() {
        return SCOPE.isBound() ? Optional.ofNullable(SCOPE.get().council()) : Optional.empty();
    }

    /**
     * Runs work for a council and returns its result. Fails inside an open transaction, because that is already bound.
     */
    public static <T extends @Nullable Object, X extends Throwable> T call(
            UUID council, ScopedValue.CallableOp<T, X> work) throws X {
        return callIn(new Scope(council), work);
    }

    /** Runs work for a council. Fails inside an open transaction, because that is already bound. */
    public static void run(UUID council, Runnable work) {
        refuseInsideTransaction();
        ScopedValue.where(SCOPE, new Scope(council)).run(work);
    }

    static <T extends @Nullable Object, X extends Throwable> T callAcrossCouncils(ScopedValue.CallableOp<T, X> work)
            throws X {
        return callIn(new Scope(null), work);
    }

    static boolean isAcrossCouncils() {
        return SCOPE.isBound() && SCOPE.get().council() == null;
    }

    private static <T extends @Nullable Object, X extends Throwable> T callIn(
            Scope scope, ScopedValue.CallableOp<T, X> work) throws X {
        refuseInsideTransaction();
        return ScopedValue.where(SCOPE, scope).call(work);
    }

    private static void refuseInsideTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The council cannot change inside an open transaction.");
        }
    }
}
