package uk.alongside.foundation.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a failure that is safe to log: types and stack traces without messages, because a message may quote a
 * person.
 */
final class Redacted extends Throwable {

    private static final long serialVersionUID = 1;

    private Redacted(String what, @Nullable Throwable cause, StackTraceElement[] where) {
        super(what, cause, false, true);
        setStackTrace(where);
    }

    static Redacted of(Throwable failure) {
        var what = failure.getClass().getName();
        if (failure instanceof SQLException sql) {
            what += " " + sql.getSQLState();
        }
        var cause = failure.getCause() == null ? null : of(failure.getCause());
        return new Redacted(what, cause, failure.getStackTrace());
    }
}
