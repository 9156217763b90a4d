package uk.alongside.foundation.wall;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The council that this piece of work is for, set once per request or job.
 *
 * <p>A {@link ScopedValue}: it cannot be changed from inside, ends with the call, and is not inherited by another
 * thread, so that asynchronous work carries its council explicitly or fails.
 */
public final class CouncilContext {

    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    /** Without a council: the work goes across councils, which only {@link AcrossCouncils} may open. */
    private record Scope(@Nullable UUID council) {}

    private CouncilContext() {}

    /** The council of this work. */
    public static UUID council() {
        return ifBound().orElseThrow(() -> new NoCouncilBound("No council is bound to this work."));
    }

    /** The council of this work, if it has one. */
    public static Optional<UUID> ifBound() {
        return SCOPE.isBound() ? Optional.ofNullable(SCOPE.get().council()) : Optional.empty();
    }

    /** Does the work for this council; refused while a transaction is open, since that is bound already. */
    public static <T extends @Nullable Object, X extends Throwable> T call(
            UUID council, ScopedValue.CallableOp<T, X> work) throws X {
        return callIn(new Scope(council), work);
    }

    /** Does the work for this council; refused while a transaction is open, since that is bound already. */
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
