package uk.alongside.localstack.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import uk.alongside.localstack.machine.LocalStackException;

/**
 * Encrypts texts of a made-up council in the format of the product (docs/adr/0033), with the keys of the local stack. The
 * product's own class cannot be used here: its module uses this one in its tests.
 */
final class CouncilTexts {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID council;
    private final byte[] header;
    private final byte[] key;

    private CouncilTexts(UUID council, byte[] header, byte[] key) {
        this.council = council;
        this.header = header;
        this.key = key;
    }

    /** Reads the council's current data key, which the product creates with the council's first text. */
    static CouncilTexts read(Connection connection, Path keyFile, UUID council) throws SQLException {
        try (var query = connection.prepareStatement("""
                select id, wrapped, kek_id from app.data_key
                where tenant_id = ? and purpose = 'text' and retired_at is null""")) {
            query.setObject(1, council);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new LocalStackException("The made-up council has no data key yet.");
                }
                var id = row.getObject("id", UUID.class);
                var associated = join(bytes(council), bytes(id), "text".getBytes(StandardCharsets.US_ASCII));
                var key = open(keyEncryptionKey(keyFile, row.getString("kek_id")), row.getBytes("wrapped"), associated);
                return new CouncilTexts(council, join(new byte[] {1}, bytes(id)), key);
            }
        }
    }

    /** Encrypts a text for one row of a column, which is named like app.step.words. */
    byte[] encrypt(String column, UUID row, String text) {
        var associated = join(header, bytes(council), bytes(row), column.getBytes(StandardCharsets.UTF_8));
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, key, nonce, associated, text.getBytes(StandardCharsets.UTF_8));
        return join(header, nonce, sealed);
    }

    private static byte[] keyEncryptionKey(Path file, String id) {
        try {
            return Files.readString(file)
                    .strip()
                    .lines()
                    .filter(line -> line.startsWith(id + ":"))
                    .map(line -> HexFormat.of().parseHex(line.strip().substring(id.length() + 1)))
                    .findFirst()
                    .orElseThrow(() -> new LocalStackException("The encryption key file has no key " + id + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] open(byte[] key, byte[] wrapped, byte[] associated) {
        var buffer = ByteBuffer.wrap(wrapped);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        var sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return run(Cipher.DECRYPT_MODE, key, nonce, associated, sealed);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] associated, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new LocalStackException("The keys of the made-up council do not fit.", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
