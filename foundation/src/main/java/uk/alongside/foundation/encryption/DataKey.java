package uk.alongside.foundation.encryption;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.EnumWords;

/** A council's data key as the database holds it: wrapped, or destroyed. */
final class DataKey {

    /** The use of a data key. A key of one purpose is never used for another. */
    enum Purpose {
        /** Encrypts texts. A rotation replaces it. */
        TEXT,

        /** Derives the keys of devices. A rotation keeps it, because devices hold words that were not sent yet. */
        DEVICE;

        /** Returns the word in the database. */
        String word() {
            return EnumWords.of(this);
        }
    }

    private final UUID id;
    private final Purpose purpose;
    private final byte @Nullable [] wrapped;
    private final String kekId;
    private final boolean retired;

    DataKey(UUID id, Purpose purpose, byte @Nullable [] wrapped, String kekId, boolean retired) {
        this.id = id;
        this.purpose = purpose;
        this.wrapped = wrapped;
        this.kekId = kekId;
        this.retired = retired;
    }

    UUID id() {
        return id;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Returns the wrapped key, or refuses if the key was destroyed. */
    byte[] wrapped() {
        if (wrapped == null) {
            throw new TextUnreadable().refused();
        }
        return wrapped;
    }

    boolean isDestroyed() {
        return wrapped == null;
    }

    String kekId() {
        return kekId;
    }

    /** Returns whether the key decrypts only, and another key encrypts. */
    boolean isRetired() {
        return retired;
    }
}
