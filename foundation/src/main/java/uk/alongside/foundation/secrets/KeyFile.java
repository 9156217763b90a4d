package uk.alongside.foundation.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads a secret file, which has one line {@code kid:hex} for each key of 32 bytes. */
public final class KeyFile {

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]{1,32}):([0-9a-f]{64})");

    private KeyFile() {}

    /**
     * Returns the keys of a file by their ids, in the file's order. There is at least one.
     *
     * @param words what the keys are for, such as "audit key", for the messages
     */
    public static SequencedMap<String, byte[]> read(Path file, String words) {
        try {
            var keys = new LinkedHashMap<String, byte[]>();
            for (var text : Files.readString(file).strip().lines().toList()) {
                var line = LINE.matcher(text.strip());
                if (!line.matches()) {
                    throw new IllegalStateException("Each line of the " + words + " file must be kid:hex of 32 bytes.");
                }
                if (keys.put(line.group(1), HexFormat.of().parseHex(line.group(2))) != null) {
                    throw new IllegalStateException("The " + words + " file has two keys with one id.");
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException("The " + words + " file holds no key.");
            }
            return Collections.unmodifiableSequencedMap(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The " + words + " file cannot be read.", e);
        }
    }
}
