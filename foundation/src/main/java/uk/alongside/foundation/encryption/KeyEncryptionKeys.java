package uk.alongside.foundation.encryption;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SequencedMap;
import java.util.UUID;
import uk.alongside.foundation.secrets.KeyFile;

/**
 * The keys that wrap the councils' data keys. The database does not hold them. The first line of the secret file wraps;
 * further lines only unwrap, until {@link Reencryption} has wrapped every data key again.
 */
final class KeyEncryptionKeys {

    private final SequencedMap<String, byte[]> keys;

    private KeyEncryptionKeys(SequencedMap<String, byte[]> keys) {
        this.keys = keys;
    }

    /** Reads the secret file. Refuses the context key, because the database holds that one. */
    static KeyEncryptionKeys read(Path file, Path contextKeyFile) {
        var keys = KeyFile.read(file, "encryption key");
        for (var contextKey : KeyFile.read(contextKeyFile, "context key").values()) {
            if (keys.values().stream().anyMatch(key -> Arrays.equals(key, contextKey))) {
                throw new IllegalStateException(
                        "The encryption key file holds the context key, which the database holds too. Make a new key.");
            }
        }
        return new KeyEncryptionKeys(keys);
    }

    /** Returns the id of the key that wraps. */
    String current() {
        return keys.firstEntry().getKey();
    }

    byte[] wrap(UUID council, UUID dataKey, DataKey.Purpose purpose, byte[] key) {
        return AesGcm.encrypt(keys.firstEntry().getValue(), key, associated(council, dataKey, purpose));
    }

    byte[] unwrap(UUID council, DataKey dataKey) {
        var kek = keys.get(dataKey.kekId());
        if (kek == null) {
            throw new CiphertextInvalid("The encryption key file has no key " + dataKey.kekId() + ".");
        }
        return AesGcm.decrypt(kek, dataKey.wrapped(), associated(council, dataKey.id(), dataKey.purpose()));
    }

    private static byte[] associated(UUID council, UUID dataKey, DataKey.Purpose purpose) {
        return AesGcm.join(
                AesGcm.bytes(council), AesGcm.bytes(dataKey), purpose.word().getBytes(StandardCharsets.US_ASCII));
    }
}
