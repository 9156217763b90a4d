package uk.alongside.foundation.encryption;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import uk.alongside.foundation.encryption.DataKey.Purpose;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Encrypts free text for the council of the transaction. A ciphertext decrypts only at the place for which it was made:
 * council, table, column and row are its associated data.
 *
 * <p>The format is {@code version (1 byte) | id of the data key (16) | nonce (12) | ciphertext and tag}.
 */
public final class TextEncryption {

    private static final byte VERSION = 1;
    private static final int HEADER = 17;

    private final DataKeys keys;
    private final Set<EncryptedColumn> columns;

    TextEncryption(DataKeys keys, Set<EncryptedColumn> columns) {
        this.keys = keys;
        this.columns = Set.copyOf(columns);
    }

    /** Encrypts a text for one row of a column. The same text never gives the same bytes twice. */
    public byte[] encrypt(EncryptedColumn where, UUID row, String text) {
        var key = keys.current(Purpose.TEXT);
        var header = AesGcm.join(new byte[] {VERSION}, AesGcm.bytes(key.id()));
        return AesGcm.join(header, AesGcm.encrypt(keys.unwrap(key), bytes(text), associated(header, where, row)));
    }

    /**
     * Decrypts the text of one row of a column. Refuses with {@link TextUnreadable} if the council's key was destroyed, and
     * throws {@link CiphertextInvalid} if the bytes are not what this service wrote at this place.
     */
    public String decrypt(EncryptedColumn where, UUID row, byte[] ciphertext) {
        if (ciphertext.length < HEADER + AesGcm.NONCE + AesGcm.TAG) {
            throw new CiphertextInvalid("It is too short.");
        }
        if (ciphertext[0] != VERSION) {
            throw new CiphertextInvalid("Its version is unknown.");
        }
        var buffer = ByteBuffer.wrap(ciphertext);
        var header = new byte[HEADER];
        buffer.get(header);
        var sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        var key = keys.find(new UUID(buffer.getLong(1), buffer.getLong(9)));
        if (key.purpose() != Purpose.TEXT) {
            throw new CiphertextInvalid("Its key is for another purpose.");
        }
        return new String(
                AesGcm.decrypt(keys.unwrap(key), sealed, associated(header, where, row)), StandardCharsets.UTF_8);
    }

    /** Decrypts the text of a row that was read with its {@code id} and this column, which is not null. */
    public String decrypt(EncryptedColumn where, ResultSet row) throws SQLException {
        return decrypt(where, row.getObject("id", UUID.class), row.getBytes(where.column()));
    }

    private byte[] associated(byte[] header, EncryptedColumn where, UUID row) {
        if (!columns.contains(where)) {
            throw new IllegalArgumentException(where.name() + " is not declared as an encrypted column.");
        }
        return AesGcm.join(
                header,
                AesGcm.bytes(CouncilContext.council()),
                AesGcm.bytes(row),
                where.name().getBytes(StandardCharsets.UTF_8));
    }

    /** Encodes a text. Half of a surrogate pair is no character, and writing another one would change the text. */
    private static byte[] bytes(String text) {
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException _) {
            throw new IllegalArgumentException("The text has half of a surrogate pair.");
        }
    }
}
