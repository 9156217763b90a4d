package uk.alongside.conversations.connection;

import static java.util.Objects.requireNonNull;
import static uk.alongside.foundation.wall.SqlTimes.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.asset.AssetId;
import uk.alongside.conversations.connection.Connection.Change;
import uk.alongside.conversations.connection.Connection.Status;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.history.History;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the connections of conversations, with their texts encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Connections {

    private static final EncryptedColumn WORDS = new EncryptedColumn("app.connection", "words");
    private static final EncryptedColumn BEFORE = new EncryptedColumn("app.connection_change", "before");

    private static final String SELECT = """
            select c.id, c.conversation_id, c.version, c.words, c.asset_id, c.way, c.contact, c.status from app.connection c
            """;

    private static final History.Statements CHANGES = new History.Statements("""
            insert into app.connection_change (tenant_id, id, connection_id, before, changed_at, changed_by_id)
            values (:council, :id, :of, :before, :at, :by)""", """
            select c.id, c.connection_id as of_id, c.before, c.changed_at as at, c.changed_by_id as by_id
            from app.connection_change c
            where c.tenant_id = :council and c.connection_id in (:of) order by c.changed_at, c.id""");

    private final CouncilSql sql;
    private final TextEncryption encryption;
    private final JsonMapper json;
    private final History<Before> changes;

    Connections(CouncilSql sql, TextEncryption encryption, JsonMapper json) {
        this.sql = sql;
        this.encryption = encryption;
        this.json = json;
        this.changes = new History<>(sql, encryption, json, CHANGES, BEFORE, Before.class);
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn connectionWords() {
            return WORDS;
        }

        @Bean
        EncryptedColumn connectionChangeBefore() {
            return BEFORE;
        }
    }

    /** The texts of a connection, which are encrypted together. */
    private record Words(String name, @Nullable String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    /** The state of a connection before a change, and why it was changed. */
    private record Before(
            ConnectionDetails details,
            Status status,
            @Nullable String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Before[status=" + status + "]";
        }
    }

    List<Connection> of(ConversationId conversation) {
        return withChanges(sql.sql(SELECT + """
                        where c.tenant_id = :council and c.conversation_id = :conversation order by c.added_at, c.id""")
                .param("conversation", conversation.value())
                .query(this::connection)
                .list());
    }

    int count(ConversationId conversation) {
        return sql.sql("""
                        select count(*) from app.connection c
                        where c.tenant_id = :council and c.conversation_id = :conversation""")
                .param("conversation", conversation.value())
                .query(Integer.class)
                .single();
    }

    Optional<Connection> find(ConversationId conversation, ConnectionId id) {
        return withChanges(sql.sql(SELECT + """
                        where c.tenant_id = :council and c.conversation_id = :conversation and c.id = :id for update""")
                        .param("conversation", conversation.value())
                        .param("id", id.value())
                        .query(this::connection)
                        .list())
                .stream()
                .findFirst();
    }

    void insert(Connection connection, Instant at, MemberId by) {
        var details = connection.details();
        sql.sql("""
                        insert into app.connection (tenant_id, id, conversation_id, version, words, asset_id, way, contact,
                                                    status, added_at, added_by_id)
                        values (:council, :id, :conversation, 0, :words, :asset, :way, :contact, :status, :at, :by)""")
                .param("id", connection.id().value())
                .param("conversation", connection.conversation().value())
                .param("words", words(connection))
                .param("asset", asset(details), Types.OTHER)
                .param("way", details.way().name())
                .param("contact", details.contact().name())
                .param("status", connection.status().name())
                .param("at", at(at))
                .param("by", by.value())
                .update();
    }

    void update(Connection connection) {
        var details = connection.details();
        sql.sql("""
                        update app.connection set version = version + 1, words = :words, asset_id = :asset, way = :way,
                                                  contact = :contact, status = :status
                        where tenant_id = :council and id = :id""")
                .param("id", connection.id().value())
                .param("words", words(connection))
                .param("asset", asset(details), Types.OTHER)
                .param("way", details.way().name())
                .param("contact", details.contact().name())
                .param("status", connection.status().name())
                .update();
    }

    void keep(ConnectionId connection, Change change) {
        changes.keep(
                connection.value(),
                new Before(change.before(), change.statusBefore(), change.reason()),
                change.at(),
                change.by());
    }

    /** Deletes a connection of a draft, with its changes. */
    void delete(ConnectionId id) {
        sql.sql("delete from app.connection_change where tenant_id = :council and connection_id = :id")
                .param("id", id.value())
                .update();
        sql.sql("delete from app.connection where tenant_id = :council and id = :id")
                .param("id", id.value())
                .update();
    }

    private List<Connection> withChanges(List<Connection> found) {
        var kept = changes.of(found.stream().map(each -> each.id().value()).toList());
        return found.stream()
                .map(each -> each.with(kept.getOrDefault(each.id().value(), List.of()).stream()
                        .map(Connections::change)
                        .toList()))
                .toList();
    }

    private static Change change(History.Change<Before> kept) {
        var before = kept.before();
        return new Change(before.details(), before.status(), before.reason(), kept.at(), kept.by());
    }

    private Connection connection(ResultSet row, int number) throws SQLException {
        var words = json.readValue(encryption.decrypt(WORDS, row), Words.class);
        var asset = row.getObject("asset_id", UUID.class);
        return new Connection(
                new ConnectionId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getLong("version"),
                new ConnectionDetails(
                        asset == null ? null : new AssetId(asset),
                        words.name(),
                        Way.valueOf(row.getString("way")),
                        Contact.valueOf(row.getString("contact"))),
                Status.valueOf(row.getString("status")),
                words.reason(),
                List.of());
    }

    private byte[] words(Connection connection) {
        var words = new Words(requireNonNull(connection.details().name()), connection.reason());
        return encryption.encrypt(WORDS, connection.id().value(), json.writeValueAsString(words));
    }

    private static @Nullable UUID asset(ConnectionDetails details) {
        var asset = details.assetId();
        return asset == null ? null : asset.value();
    }
}
