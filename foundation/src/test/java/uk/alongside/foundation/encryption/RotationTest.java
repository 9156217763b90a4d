package uk.alongside.foundation.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.alongside.foundation.trial.NoteColumns.NOTE_TEXT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.trial.NoteColumns;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.Wall;

/** Tests new keys while texts are written: nothing becomes unreadable, and nothing that a member saves is lost. */
@ExtendWith(OutputCaptureExtension.class)
class RotationTest extends EncryptionTest {

    @Autowired
    private Reencryption reencryption;

    @Autowired
    private Audit audit;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    @Test
    void anEarlierTextStaysReadableAndANewTextUsesTheNewKey() {
        var earlier = encrypted("Earlier");

        CouncilContext.run(council, keys::rotate);

        var later = encrypted("Later");
        assertThat(decrypted(earlier)).isEqualTo("Earlier");
        assertThat(decrypted(later)).isEqualTo("Later");
        assertThat(keyOf(later)).isNotEqualTo(keyOf(earlier));
    }

    @Test
    void theTaskEncryptsEveryTextAgainInBatches() {
        var notes = IntStream.range(0, 230).mapToObj(i -> note("Note " + i)).toList();
        CouncilContext.run(council, keys::rotate);
        assertThat(notesWithAnEarlierKey()).isEqualTo(230);

        CouncilContext.run(council, reencryption::run);

        assertThat(notesWithAnEarlierKey()).isZero();
        for (int i = 0; i < notes.size(); i += 23) {
            assertThat(textOf(notes.get(i))).isEqualTo("Note " + i);
        }
        assertThat(versionOf(notes.getFirst())).isZero();
    }

    @Test
    void aSecondRunChangesNothing() {
        var note = note(SENTENCE);
        CouncilContext.run(council, keys::rotate);
        CouncilContext.run(council, reencryption::run);
        var ciphertext = ciphertextOf(note);

        CouncilContext.run(council, reencryption::run);

        assertThat(ciphertextOf(note)).isEqualTo(ciphertext);
    }

    @Test
    void anEditorWhoReadBeforeAndSavesAfterwardsSavesTheirText() {
        var note = note("Before");
        CouncilContext.run(council, keys::rotate);
        var version = versionOf(note);

        CouncilContext.run(council, reencryption::run);

        assertThat(save(note, version, "After")).isEqualTo(1);
        assertThat(textOf(note)).isEqualTo("After");
    }

    @Test
    void aTextThatIsBeingSavedIsLeftToTheNextRun() throws SQLException {
        var note = note("Before");
        var other = note("Other");
        var saved = in(council, () -> texts.encrypt(NOTE_TEXT, note, "Saved"));
        CouncilContext.run(council, keys::rotate);

        try (var editor = WALL.superuser().getConnection()) {
            editor.setAutoCommit(false);
            try (var update = editor.prepareStatement("update app.note set text = ?, version = 1 where id = ?")) {
                update.setBytes(1, saved);
                update.setObject(2, note);
                update.executeUpdate();
            }
            CouncilContext.run(council, reencryption::run);
            assertThat(notesWithAnEarlierKey()).isEqualTo(1);
            assertThat(textOf(other)).isEqualTo("Other");
            editor.commit();
        }
        assertThat(textOf(note)).isEqualTo("Saved");

        CouncilContext.run(council, reencryption::run);

        assertThat(textOf(note)).isEqualTo("Saved");
        assertThat(notesWithAnEarlierKey()).isZero();
    }

    @Test
    void noSaveIsLostWhileKeysAreReplaced() throws Exception {
        var note = note("0");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var editor = threads.submit(() -> {
                for (int version = 0; version < 60; version++) {
                    assertThat(save(note, version, String.valueOf(version + 1))).isEqualTo(1);
                    assertThat(textOf(note)).isEqualTo(String.valueOf(version + 1));
                }
            });
            for (int i = 0; i < 10; i++) {
                CouncilContext.run(council, keys::rotate);
                CouncilContext.run(council, reencryption::run);
            }
            editor.get();
        }

        assertThat(textOf(note)).isEqualTo("60");
    }

    @Test
    void aDamagedTextIsReportedAndTheOthersGetTheNewKey(CapturedOutput output) {
        var notes = IntStream.range(0, 105).mapToObj(i -> note(SENTENCE)).toList();
        var damaged = notes.stream()
                .min((one, other) -> one.toString().compareTo(other.toString()))
                .orElseThrow();
        superuser
                .sql("update app.note set text = text || '\\x00'::bytea where id = ?")
                .param(damaged)
                .update();
        CouncilContext.run(council, keys::rotate);

        CouncilContext.run(council, reencryption::run);

        assertThat(notesWithAnEarlierKey()).isEqualTo(1);
        assertThat(output).contains("Row " + damaged + " of app.note.text").doesNotContain("stairs");
    }

    @Test
    void aTextOfADestroyedKeyKeepsNothingFromTheTask() {
        note("Lost");
        CouncilContext.run(council, keys::destroy);
        var note = note(SENTENCE);
        CouncilContext.run(council, keys::rotate);

        assertThatCode(() -> CouncilContext.run(council, reencryption::run)).doesNotThrowAnyException();

        assertThat(textOf(note)).isEqualTo(SENTENCE);
        assertThat(notesWithAnEarlierKey()).isEqualTo(1);
    }

    @Test
    void theFirstKeySchedulesTheTaskAndARotationBringsItForward() {
        encrypted(SENTENCE);
        assertThat(runsIn("interval '26 hours'")).isEqualTo(1);

        CouncilContext.run(council, keys::rotate);

        assertThat(runsIn("interval '0 hours'")).isEqualTo(1);
    }

    @Test
    void bothChangesOfKeysAreAuditedWithoutAKey() {
        encrypted(SENTENCE);
        CouncilContext.run(council, keys::rotate);
        CouncilContext.run(council, keys::destroy);

        assertThat(superuser
                        .sql("select kind || ' ' || action || ' ' || details from app.audit_event where tenant_id = ?"
                                + " order by at")
                        .param(council)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .satisfiesExactly(
                        event -> assertThat(event).startsWith("data-key rotated"),
                        event -> assertThat(event).startsWith("data-key destroyed"));
    }

    @Test
    void aNewKeyEncryptionKeyWrapsEveryDataKeyAgain() {
        var earlier = encrypted("Earlier");
        CouncilContext.run(council, keys::rotate);
        var later = encrypted("Later");
        var both = keysWith("t2:" + "5".repeat(64), line());

        in(council, () -> {
            both.wrapAgain();
            return true;
        });

        assertThat(kekIds()).containsOnly("t2");
        var onlyNew = new TextEncryption(keysWith("t2:" + "5".repeat(64)), Set.of(NOTE_TEXT));
        assertThat(in(council, () -> onlyNew.decrypt(NOTE_TEXT, row, earlier))).isEqualTo("Earlier");
        assertThat(in(council, () -> onlyNew.decrypt(NOTE_TEXT, row, later))).isEqualTo("Later");
        assertThatExceptionOfType(CiphertextInvalid.class)
                .as("the running service, which has no key t2")
                .isThrownBy(() -> decrypted(later))
                .withMessageContaining("no key t2");
    }

    @Test
    void aFileWithoutAGoodKeyIsRefusedWithASentence() {
        var context = WALL.keyFile();
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyEncryptionKeys.read(file(""), context))
                .withMessage("The encryption key file holds no key.");
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyEncryptionKeys.read(file("t1:abc"), context))
                .withMessage("Each line of the encryption key file must be kid:hex of 32 bytes.");
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyEncryptionKeys.read(file("t1:" + "5".repeat(64), "t1:" + "6".repeat(64)), context))
                .withMessage("The encryption key file has two keys with one id.");
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyEncryptionKeys.read(Wall.keyFile("t1", 'a'), context))
                .withMessageContaining("holds the context key");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> KeyEncryptionKeys.read(Path.of("no-such-file"), context))
                .withMessage("The encryption key file cannot be read.");
    }

    private DataKeys keysWith(String... lines) {
        return new DataKeys(sql, KeyEncryptionKeys.read(file(lines), WALL.keyFile()), audit, events, clock);
    }

    /** Returns the line of the running service's key. */
    private static String line() {
        return "t1:" + "c".repeat(64);
    }

    private static Path file(String... lines) {
        try {
            var file = Files.createTempFile("encryption", ".key");
            file.toFile().deleteOnExit();
            return Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int save(UUID note, long version, String text) {
        return in(
                council,
                () -> sql.sql("""
                                update app.note set text = :text, version = version + 1
                                where tenant_id = :council and id = :id and version = :version""")
                        .param("text", texts.encrypt(NoteColumns.NOTE_TEXT, note, text))
                        .param("id", note)
                        .param("version", version)
                        .update());
    }

    private long versionOf(UUID note) {
        return superuser
                .sql("select version from app.note where id = ?")
                .param(note)
                .query(Long.class)
                .single();
    }

    private List<String> kekIds() {
        return superuser
                .sql("select kek_id from app.data_key where tenant_id = ?")
                .param(council)
                .query((key, _) -> String.valueOf(key.getString(1)))
                .list();
    }

    /** Counts this council's tasks that run within this time. */
    private int runsIn(String interval) {
        return superuser
                .sql("select count(*) from ops.scheduled_tasks where task_name = 'reencryption' and task_instance = ?"
                        + " and execution_time <= clock_timestamp() + " + interval)
                .param(council.toString())
                .query(Integer.class)
                .single();
    }

    private static String keyOf(byte[] ciphertext) {
        return HexFormat.of().formatHex(ciphertext, 1, 17);
    }
}
