package uk.alongside.foundation.id;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.UUID;

/** Creates ids of a type that is known only at run time, for JSON and addresses. */
public final class Ids {

    private Ids() {}

    /** Creates an id, or throws {@link IllegalArgumentException} if the text is not a UUID. */
    public static <I extends Id> I parse(Class<I> type, String text) {
        // UUID.fromString also accepts shortened groups, but each address has one form only.
        var value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not a UUID.");
        }
        return create(type, value);
    }

    private static <I extends Id> I create(Class<I> type, UUID value) {
        try {
            Constructor<I> constructor = type.getDeclaredConstructor(UUID.class);
            constructor.setAccessible(true);
            return constructor.newInstance(value);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " is not a record of one UUID.", e);
        }
    }
}
