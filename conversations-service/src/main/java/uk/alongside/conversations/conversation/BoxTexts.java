package uk.alongside.conversations.conversation;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.Box.Change;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Stores what is written in the boxes of records, and what each box held before, encrypted for the council. No other class
 * reads or writes these texts.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class BoxTexts {

    /** The time for which one revision takes up what the same member goes on to write in a box. */
    private static final Duration REVISION = Duration.ofMinutes(10);

    private static final EncryptedColumn BOX = new EncryptedColumn("app.conversation_box", "text");
    private static final EncryptedColumn HELD = new EncryptedColumn("app.conversation_revision", "text");

    private static final String SELECT = """
            select b.id, b.prompt_id, b.text, b.from_tool, b.version, b.changed_at, b.changed_by_id from app.conversation_box b
            where b.tenant_id = :council and b.conversation_id = :id""";

    private final CouncilSql sql;
    private final TextEncryption encryption;

    BoxTexts(CouncilSql sql, TextEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn conversationBoxText() {
            return BOX;
        }

        @Bean
        EncryptedColumn conversationRevisionText() {
            return HELD;
        }
    }

    /** The text that a box held after a member had written in it for some minutes. */
    record Revision(UUID id, String prompt, Instant from, Instant until, MemberId by, String text) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "Revision[id=" + id + ", prompt=" + prompt + "]";
        }
    }

    /** Lists the boxes of a record in which a member has written. */
    List<Box> of(ConversationId id) {
        return sql.sql(SELECT + " order by b.prompt_id")
                .param("id", id.value())
                .query(this::box)
                .list();
    }

    /** Returns whether a member has ever written in the record, without reading a text. */
    boolean hasAny(ConversationId id) {
        return sql.sql("""
                        select exists (select from app.conversation_box b
                                       where b.tenant_id = :council and b.conversation_id = :id)""").param("id", id.value()).query(Boolean.class).single();
    }

    Optional<Box> find(ConversationId id, String prompt) {
        return sql.sql(SELECT + " and b.prompt_id = :prompt")
                .param("id", id.value())
                .param("prompt", prompt)
                .query(this::box)
                .optional();
    }

    /**
     * Writes a box if its version is still the stored one, and returns the box as it is then. Returns nothing if another
     * member has written in it.
     */
    Optional<Box> write(ConversationId id, Box box, Change change) {
        long version = box.version();
        var written = new Box(box.prompt(), box.text(), box.fromTool(), version + 1, change);
        var row = version == 0 ? UUID.randomUUID() : findRow(id, box.prompt()).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        var statement = version == 0 ? """
                insert into app.conversation_box
                    (tenant_id, id, conversation_id, prompt_id, version, text, from_tool, changed_at, changed_by_id)
                values (:council, :box, :id, :prompt, :version + 1, :text, :fromTool, :at, :by)
                on conflict (tenant_id, conversation_id, prompt_id) do nothing""" : """
                update app.conversation_box b
                set version = b.version + 1, text = :text, from_tool = :fromTool, changed_at = :at, changed_by_id = :by
                where b.tenant_id = :council and b.conversation_id = :id and b.prompt_id = :prompt
                  and b.id = :box and b.version = :version""";
        int rows = sql.sql(statement)
                .param("box", row)
                .param("id", id.value())
                .param("prompt", written.prompt())
                .param("version", version)
                .param("text", encryption.encrypt(BOX, row, written.text()))
                .param("fromTool", written.fromTool())
                .param("at", at(change.at()))
                .param("by", change.by().value())
                .update();
        return rows == 1 ? Optional.of(written) : Optional.empty();
    }

    /**
     * Keeps what a box holds now. While one member goes on writing, the text takes the place of the last one. Returns
     * whether a new revision was begun.
     */
    boolean keep(ConversationId id, Box box, Change change) {
        return replaceLast(id, box, change) == 0 && insert(id, box, change) == 1;
    }

    private Optional<UUID> findRow(ConversationId id, String prompt) {
        return sql.sql("""
                        select b.id from app.conversation_box b
                        where b.tenant_id = :council and b.conversation_id = :id and b.prompt_id = :prompt""")
                .param("id", id.value())
                .param("prompt", prompt)
                .query(UUID.class)
                .optional();
    }

    private int replaceLast(ConversationId id, Box box, Change change) {
        return sql.sql("""
                        select r.id from app.conversation_revision r
                        where r.tenant_id = :council and r.conversation_id = :id and r.prompt_id = :prompt
                          and r.box_version = :version - 1 and r.by_id = :by and r.written_from > :since""")
                .param("id", id.value())
                .param("prompt", box.prompt())
                .param("version", box.version())
                .param("by", change.by().value())
                .param("since", at(change.at().minus(REVISION)))
                .query(UUID.class)
                .optional()
                .map(last -> replace(last, box, change))
                .orElse(0);
    }

    private int replace(UUID revision, Box box, Change change) {
        return sql.sql("""
                        update app.conversation_revision r set box_version = :version, written_until = :at, text = :text
                        where r.tenant_id = :council and r.id = :revision""")
                .param("version", box.version())
                .param("at", at(change.at()))
                .param("text", encryption.encrypt(HELD, revision, box.text()))
                .param("revision", revision)
                .update();
    }

    private int insert(ConversationId id, Box box, Change change) {
        var revision = UUID.randomUUID();
        return sql.sql("""
                        insert into app.conversation_revision
                            (tenant_id, id, conversation_id, prompt_id, box_version, written_from, written_until, by_id,
                             text)
                        values (:council, :revision, :id, :prompt, :version, :at, :at, :by, :text)""")
                .param("revision", revision)
                .param("id", id.value())
                .param("prompt", box.prompt())
                .param("version", box.version())
                .param("at", at(change.at()))
                .param("by", change.by().value())
                .param("text", encryption.encrypt(HELD, revision, box.text()))
                .update();
    }

    /** Lists the revisions of all boxes of a record, the last first. */
    List<Revision> revisions(ConversationId id, @Nullable UUID after, int atMost) {
        return sql.sql("""
                        select r.id, r.prompt_id, r.written_from, r.written_until, r.by_id, r.text
                        from app.conversation_revision r
                        where r.tenant_id = :council and r.conversation_id = :id
                          and (cast(:after as uuid) is null or (r.written_from, r.box_version, r.id) <
                               (select a.written_from, a.box_version, a.id from app.conversation_revision a
                                where a.tenant_id = :council and a.conversation_id = :id and a.id = :after))
                        order by r.written_from desc, r.box_version desc, r.id desc limit :most""")
                .param("id", id.value())
                .param("after", after, Types.OTHER)
                .param("most", atMost)
                .query((row, _) -> new Revision(
                        row.getObject("id", UUID.class),
                        row.getString("prompt_id"),
                        instant(row, "written_from"),
                        instant(row, "written_until"),
                        new MemberId(row.getObject("by_id", UUID.class)),
                        encryption.decrypt(HELD, row)))
                .list();
    }

    /**
     * Returns the text with U+FFFD in place of each half of a surrogate pair, which is no character and has no bytes. Every
     * other character stays as it was typed.
     */
    static String storable(String text) {
        var storable = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.getType(character) == Character.SURROGATE ? 0xFFFD : character)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private Box box(ResultSet row, int number) throws SQLException {
        return new Box(
                row.getString("prompt_id"),
                encryption.decrypt(BOX, row),
                row.getBoolean("from_tool"),
                row.getLong("version"),
                new Change(instant(row, "changed_at"), new MemberId(row.getObject("changed_by_id", UUID.class))));
    }
}
