package uk.alongside.foundation.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives thousands of contexts to {@code sec.tenant()} and to a function that reads every field before the signature. Both
 * must give the same answer, and neither may raise an error.
 */
@Tag("slow")
class ContextFuzzTest {

    private static final int MUTATIONS = 4_000;
    private static final List<String> PIECES = List.of(
            "|",
            "||",
            "v1",
            "v2",
            "V1",
            "\n",
            " ",
            "\t",
            "'",
            "\"",
            "\\",
            "%",
            "$$",
            "\u00e9",
            "\ud83d\ude00",
            "\u202e",
            "\u0130",
            "\u0660",
            "0",
            "-1",
            "9999999999999999999999",
            "1e9",
            "null",
            "{",
            "}",
            ",",
            "a".repeat(300));

    private final Wall wall = Wall.build();
    private final Random random = new Random(20_261_128);

    @Test
    void bothFunctionsGiveTheSameAnswerToEveryContext() throws Exception {
        JdbcClient.create(wall.superuser()).sql(patternFunction()).update();
        var contexts = contexts();
        assertThat(contexts).hasSizeGreaterThan(MUTATIONS);
        int accepted = 0;
        try (var app = wall.session("conversations_app")) {
            for (var context : contexts) {
                var council = council(app, "sec.tenant()", context);

                assertThat(council).as(context).isEqualTo(council(app, "sec.tenant_with_pattern()", context));
                if (council != null) {
                    accepted++;
                    assertThat(context).isEqualTo(signed(context));
                }
            }
        }
        assertThat(accepted).as("genuine contexts").isBetween(2, MUTATIONS / 2);
    }

    private List<String> contexts() throws IOException {
        var genuine = wall.context(Wall.LARKSHIRE);
        var key = ContextKey.read(wall.keyFile());
        var past = Clock.fixed(Instant.now().minus(Duration.ofHours(1)), ZoneOffset.UTC);
        var contexts = new ArrayList<>(List.of(
                "",
                "|",
                "|||||",
                "v1",
                "v1|||||",
                genuine,
                wall.context(Wall.MEADOWSHIRE),
                genuine.toUpperCase(Locale.ROOT),
                genuine.replaceFirst("v1", "v2"),
                genuine + "|",
                "|" + genuine,
                genuine + "\n",
                genuine.substring(0, genuine.length() - 64)
                        + genuine.substring(genuine.length() - 64).toUpperCase(Locale.ROOT),
                genuine.replace("k1", "k2"),
                "|".repeat(100_000),
                "v1|".repeat(50_000),
                key.sign(Wall.LARKSHIRE, "conversations_app", past),
                key.sign(Wall.LARKSHIRE, "conversations_public", Clock.systemUTC()),
                key.sign(Wall.LARKSHIRE, "tenant_app", Clock.systemUTC()),
                ContextKey.read(Wall.keyFile("k1", 'b')).sign(Wall.LARKSHIRE, "conversations_app", Clock.systemUTC()),
                ContextKey.read(Wall.keyFile("foreign", 'a'))
                        .sign(Wall.LARKSHIRE, "conversations_app", Clock.systemUTC()),
                Files.readString(wall.keyFile())));
        var other = wall.context(Wall.MEADOWSHIRE);
        for (int i = 0; i < MUTATIONS; i++) {
            contexts.add(mutated(genuine, other));
        }
        return contexts;
    }

    private String mutated(String genuine, String other) {
        var fields = genuine.split("\\|", -1);
        int field = random.nextInt(fields.length);
        int at = random.nextInt(genuine.length());
        var piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(8)) {
            case 0 -> genuine.substring(0, at) + (char) (33 + random.nextInt(90)) + genuine.substring(at + 1);
            case 1 -> genuine.substring(0, at) + piece + genuine.substring(at);
            case 2 -> genuine.substring(0, at);
            case 3 -> genuine.substring(at);
            case 4 -> joined(fields, field, other.split("\\|", -1)[field]);
            case 5 -> joined(fields, field, piece);
            case 6 -> joined(fields, field, fields[field].toUpperCase(Locale.ROOT));
            default -> joined(fields, field, new String(bytes(), StandardCharsets.ISO_8859_1));
        };
    }

    /** Returns random bytes without the zero byte, which no text of PostgreSQL holds. */
    private byte[] bytes() {
        var bytes = new byte[random.nextInt(80)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
        }
        return bytes;
    }

    private static String joined(String[] fields, int changed, String value) {
        var copy = Arrays.copyOf(fields, fields.length);
        copy[changed] = value;
        return Arrays.stream(copy).collect(Collectors.joining("|"));
    }

    /** Returns the context as the key's holder signs it for the same council and expiry. */
    private String signed(String context) {
        var fields = context.split("\\|", -1);
        var expiry = Instant.ofEpochSecond(Long.parseLong(fields[4])).minus(Duration.ofMinutes(5));
        return ContextKey.read(wall.keyFile())
                .sign(UUID.fromString(fields[2]), "conversations_app", Clock.fixed(expiry, ZoneOffset.UTC));
    }

    private static @Nullable UUID council(Connection app, String function, String context) throws SQLException {
        try (var set = app.prepareStatement("select set_config('app.ctx', ?, false)");
                var ask = app.prepareStatement("select " + function)) {
            set.setString(1, context);
            set.execute();
            try (var answer = ask.executeQuery()) {
                answer.next();
                return answer.getObject(1, UUID.class);
            }
        }
    }

    private static String patternFunction() throws IOException {
        var resource = new ClassPathResource("uk/alongside/foundation/tenant-with-pattern.sql");
        return Objects.requireNonNull(resource.getContentAsString(StandardCharsets.UTF_8));
    }
}
