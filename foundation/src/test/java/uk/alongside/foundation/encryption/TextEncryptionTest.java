package uk.alongside.foundation.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static uk.alongside.foundation.trial.NoteColumns.LETTER_TEXT;
import static uk.alongside.foundation.trial.NoteColumns.NOTE_ANSWER;
import static uk.alongside.foundation.trial.NoteColumns.NOTE_TEXT;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests what a ciphertext shows, and that it decrypts only where it was made and only while its key exists. */
class TextEncryptionTest extends EncryptionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                SENTENCE,
                "one\0two",
                "Tŷ Nain, ŵythnos nesaf",
                "👩‍👩‍👧 \u202eright to left\u202c مرحبا",
                "\r\n\t\u0085\ufffe"
            })
    void keepsEachTextExactlyAsItWasTyped(String text) {
        assertThat(decrypted(encrypted(text))).isEqualTo(text);
    }

    @Test
    void keepsALongText() {
        var text = "ŷ👩‍👩‍👧".repeat(25_000);

        assertThat(decrypted(encrypted(text))).isEqualTo(text);
    }

    @Test
    void theSameTextNeverGivesTheSameBytes() {
        assertThat(encrypted(SENTENCE)).isNotEqualTo(encrypted(SENTENCE));
    }

    @Test
    void theCiphertextShowsNoWordOfTheText() {
        assertThat(new String(encrypted(SENTENCE), StandardCharsets.ISO_8859_1)).doesNotContain("stairs", "Margaret");
    }

    @Test
    @DisplayName("A5-30: a ciphertext decrypts in no other row, column, table or council")
    void decryptsInNoOtherPlace() {
        var ciphertext = encrypted(SENTENCE);
        var other = UUID.randomUUID();
        in(other, () -> texts.encrypt(NOTE_TEXT, row, "Another council's text"));

        assertInvalid(() -> in(council, () -> texts.decrypt(NOTE_TEXT, UUID.randomUUID(), ciphertext)));
        assertInvalid(() -> in(council, () -> texts.decrypt(NOTE_ANSWER, row, ciphertext)));
        assertInvalid(() -> in(council, () -> texts.decrypt(LETTER_TEXT, row, ciphertext)));
        assertInvalid(() -> in(other, () -> texts.decrypt(NOTE_TEXT, row, ciphertext)));
        assertThat(decrypted(ciphertext)).isEqualTo(SENTENCE);
    }

    @Test
    @DisplayName("A5-30: a ciphertext with its data key, copied to another council, does not decrypt")
    void decryptsInNoOtherCouncilEvenWithItsKey() {
        var ciphertext = encrypted(SENTENCE);
        var other = UUID.randomUUID();
        superuser.sql("""
                        insert into app.data_key (tenant_id, id, purpose, wrapped, kek_id, created_at)
                        select ?, id, purpose, wrapped, kek_id, created_at from app.data_key where tenant_id = ?""").params(other, council).update();

        assertInvalid(() -> in(other, () -> texts.decrypt(NOTE_TEXT, row, ciphertext)));
    }

    @Test
    void decryptsNothingThatWasAlteredOrCut() {
        var ciphertext = encrypted(SENTENCE);

        for (int i = 0; i < ciphertext.length; i++) {
            var altered = ciphertext.clone();
            altered[i] ^= 1;
            assertInvalid(() -> decrypted(altered));
            var cut = Arrays.copyOf(ciphertext, i);
            assertInvalid(() -> decrypted(cut));
        }
        assertInvalid(() -> decrypted(Arrays.copyOf(ciphertext, ciphertext.length + 1)));
    }

    @Test
    void saysWhenTheVersionIsUnknown() {
        var ciphertext = encrypted(SENTENCE);
        ciphertext[0] = 2;

        assertThatExceptionOfType(CiphertextInvalid.class)
                .isThrownBy(() -> decrypted(ciphertext))
                .withMessageContaining("version is unknown");
    }

    @Test
    void saysWhenTheCouncilHasNoSuchKey() {
        var ciphertext = encrypted(SENTENCE);
        superuser
                .sql("delete from app.data_key where tenant_id = ?")
                .param(council)
                .update();

        assertThatExceptionOfType(CiphertextInvalid.class)
                .isThrownBy(() -> decrypted(ciphertext))
                .withMessageContaining("no data key with the id");
    }

    @Test
    @DisplayName("A5-31: without its key a council's text is unreadable, and another council's is not")
    void refusesAfterTheKeysWereDestroyed() {
        var other = UUID.randomUUID();
        var ciphertext = encrypted(SENTENCE);
        var ofOther = in(other, () -> texts.encrypt(NOTE_TEXT, row, SENTENCE));

        CouncilContext.run(council, keys::destroy);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> decrypted(ciphertext))
                .satisfies(refused -> assertThat(refused.reasons()).containsExactly(new TextUnreadable()));
        assertThat(in(other, () -> texts.decrypt(NOTE_TEXT, row, ofOther))).isEqualTo(SENTENCE);
        assertThat(superuser
                        .sql("select count(*) from app.data_key where tenant_id = ? and wrapped is not null")
                        .param(council)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewTextIsReadableAfterTheEarlierKeysWereDestroyed() {
        var lost = encrypted("Lost");
        CouncilContext.run(council, keys::destroy);

        assertThat(decrypted(encrypted(SENTENCE))).isEqualTo(SENTENCE);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> decrypted(lost));
    }

    @Test
    void twoFirstTextsShareOneKey() throws Exception {
        var together = new CyclicBarrier(2);
        Callable<byte[]> first = () -> in(council, () -> {
            await(together);
            return texts.encrypt(NOTE_TEXT, row, SENTENCE);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ciphertext : threads.invokeAll(List.of(first, first))) {
                assertThat(decrypted(ciphertext.get())).isEqualTo(SENTENCE);
            }
        }

        assertThat(superuser
                        .sql("select count(*) from app.data_key where tenant_id = ?")
                        .param(council)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesAColumnThatIsNotDeclared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        in(council, () -> texts.encrypt(new EncryptedColumn("app.note", "remark"), row, SENTENCE)))
                .withMessageContaining("app.note.remark");
        assertThatIllegalArgumentException().isThrownBy(() -> new EncryptedColumn("app.note; drop", "text"));
    }

    @Test
    void refusesHalfASurrogatePairInsteadOfChangingIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> encrypted("half \ud83d"));
    }

    @Test
    void worksOnlyInATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> CouncilContext.run(council, () -> texts.encrypt(NOTE_TEXT, row, SENTENCE)));
    }

    private static void assertInvalid(ThrowingCallable reading) {
        assertThatExceptionOfType(CiphertextInvalid.class).isThrownBy(reading).withMessageNotContaining("stairs");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
