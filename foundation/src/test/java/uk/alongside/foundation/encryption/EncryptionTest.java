package uk.alongside.foundation.encryption;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.trial.NoteColumns;
import uk.alongside.foundation.trial.TrialService;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSql;

/** Encrypts texts of a new council, and reads the database as a superuser. Jobs run only when a test runs them. */
@TestPropertySource(properties = "alongside.jobs.enabled=false")
abstract class EncryptionTest extends TrialService {

    static final String SENTENCE = "Margaret said that the stairs frighten her.";

    @Autowired
    TextEncryption texts;

    @Autowired
    DataKeys keys;

    @Autowired
    CouncilSql sql;

    @Autowired
    PlatformTransactionManager transactions;

    final UUID council = UUID.randomUUID();
    final UUID row = UUID.randomUUID();

    byte[] encrypted(String text) {
        return in(council, () -> texts.encrypt(NoteColumns.NOTE_TEXT, row, text));
    }

    String decrypted(byte[] ciphertext) {
        return in(council, () -> texts.decrypt(NoteColumns.NOTE_TEXT, row, ciphertext));
    }

    <T> T in(UUID council, Supplier<T> work) {
        return CouncilContext.call(
                council, () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }

    /** Stores a note with an encrypted text, as a feature does. */
    UUID note(String text) {
        var id = UUID.randomUUID();
        in(
                council,
                () -> sql.sql("insert into app.note (tenant_id, id, version, text) values (:council, :id, 0, :text)")
                        .param("id", id)
                        .param("text", texts.encrypt(NoteColumns.NOTE_TEXT, id, text))
                        .update());
        return id;
    }

    byte[] ciphertextOf(UUID note) {
        return superuser
                .sql("select text from app.note where tenant_id = ? and id = ?")
                .params(council, note)
                .query((found, _) -> found.getBytes(1))
                .single();
    }

    String textOf(UUID note) {
        return in(council, () -> texts.decrypt(NoteColumns.NOTE_TEXT, note, ciphertextOf(note)));
    }

    /** Returns how many notes of the council the key that encrypts now does not decrypt. */
    int notesWithAnEarlierKey() {
        return superuser.sql("""
                        select count(*) from app.note n
                        where n.tenant_id = ? and not exists (
                          select from app.data_key k where k.tenant_id = n.tenant_id and k.retired_at is null
                          and k.purpose = 'text' and substring(n.text from 2 for 16) = uuid_send(k.id))""").param(council).query(Integer.class).single();
    }
}
