package uk.alongside.conversations.step;

import static uk.alongside.foundation.wall.SqlTimes.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.history.History;
import uk.alongside.conversations.step.Step.Change;
import uk.alongside.conversations.step.Step.Status;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the next steps of conversations, with their texts encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Steps {

    private static final EncryptedColumn WORDS = new EncryptedColumn("app.step", "words");
    private static final EncryptedColumn BEFORE = new EncryptedColumn("app.step_change", "before");

    private static final String SELECT = """
            select s.id, s.conversation_id, s.version, s.words, s.owner, s.member_id, s.due, s.status from app.step s
            """;

    private static final History.Statements CHANGES = new History.Statements("""
            insert into app.step_change (tenant_id, id, step_id, before, changed_at, changed_by_id)
            values (:council, :id, :of, :before, :at, :by)""", """
            select c.id, c.step_id as of_id, c.before, c.changed_at as at, c.changed_by_id as by_id
            from app.step_change c
            where c.tenant_id = :council and c.step_id in (:of) order by c.changed_at, c.id""");

    private final CouncilSql sql;
    private final TextEncryption encryption;
    private final JsonMapper json;
    private final History<Before> changes;

    Steps(CouncilSql sql, TextEncryption encryption, JsonMapper json) {
        this.sql = sql;
        this.encryption = encryption;
        this.json = json;
        this.changes = new History<>(sql, encryption, json, CHANGES, BEFORE, Before.class);
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn stepWords() {
            return WORDS;
        }

        @Bean
        EncryptedColumn stepChangeBefore() {
            return BEFORE;
        }
    }

    /** The texts of a step, which are encrypted together. */
    private record Words(
            String what,
            @Nullable String ownerName,
            @Nullable String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    /** The state of a step before a change, and why it was changed. */
    private record Before(
            StepDetails details, Status status, @Nullable String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Before[status=" + status + "]";
        }
    }

    /**
     * The choice of steps for a list of open ones.
     *
     * @param dueBefore only steps that are due before this day; null for all
     * @param member only steps that this member does or whose record this member began; null for all
     * @param conversations only steps of these conversations; null for all
     * @param hidden conversations whose steps are left out
     */
    record Choice(
            @Nullable LocalDate dueBefore,
            @Nullable MemberId member,
            @Nullable List<ConversationId> conversations,
            List<ConversationId> hidden) {}

    List<Step> of(ConversationId conversation) {
        return withChanges(sql.sql(SELECT + """
                        where s.tenant_id = :council and s.conversation_id = :conversation order by s.added_at, s.id""")
                .param("conversation", conversation.value())
                .query(this::step)
                .list());
    }

    int count(ConversationId conversation) {
        return sql.sql("""
                        select count(*) from app.step s
                        where s.tenant_id = :council and s.conversation_id = :conversation""")
                .param("conversation", conversation.value())
                .query(Integer.class)
                .single();
    }

    /** Returns whether an open step of the record has no owner or no day. */
    boolean hasIncomplete(ConversationId conversation) {
        return sql.sql("""
                        select exists (select from app.step s
                                       where s.tenant_id = :council and s.conversation_id = :conversation
                                         and s.status = 'OPEN' and (s.owner is null or s.due is null))""")
                .param("conversation", conversation.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Step> find(ConversationId conversation, StepId id) {
        return withChanges(sql.sql(SELECT + """
                        where s.tenant_id = :council and s.conversation_id = :conversation and s.id = :id for update""")
                        .param("conversation", conversation.value())
                        .param("id", id.value())
                        .query(this::step)
                        .list())
                .stream()
                .findFirst();
    }

    /** Lists open steps of finished and unfinished records, those that are due first at the beginning. */
    List<Step> open(Choice choice, @Nullable StepId after, int atMost) {
        return withChanges(sql.sql(SELECT + """
                        where s.tenant_id = :council and s.status = 'OPEN'
                          and (cast(:dueBefore as date) is null or s.due < :dueBefore)
                          and (cast(:member as uuid) is null or s.member_id = :member or s.added_by_id = :member)
                          and (cast(:conversations as uuid[]) is null or s.conversation_id = any (:conversations))
                          and s.conversation_id <> all (cast(:hidden as uuid[]))
                          and (cast(:after as uuid) is null or (coalesce(s.due, 'infinity'), s.id) >
                               (select coalesce(a.due, 'infinity'), a.id from app.step a
                                where a.tenant_id = :council and a.id = :after))
                        order by coalesce(s.due, 'infinity'), s.id limit :most""")
                .param("dueBefore", choice.dueBefore(), Types.DATE)
                .param("member", value(choice.member()), Types.OTHER)
                .param("conversations", ids(choice.conversations()), Types.ARRAY)
                .param("hidden", ids(choice.hidden()), Types.ARRAY)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", atMost)
                .query(this::step)
                .list());
    }

    /** Returns how many open steps of each record were due on this day or before. */
    Map<ConversationId, Integer> countDue(LocalDate until) {
        var counts = new HashMap<ConversationId, Integer>();
        sql.sql("""
                        select s.conversation_id, count(*) as steps from app.step s
                        where s.tenant_id = :council and s.status = 'OPEN' and s.due <= :until
                        group by s.conversation_id""").param("until", until).query(row -> {
            counts.put(new ConversationId(row.getObject("conversation_id", UUID.class)), row.getInt("steps"));
        });
        return counts;
    }

    void insert(Step step, Instant at, MemberId by) {
        sql.sql("""
                        insert into app.step (tenant_id, id, conversation_id, version, words, owner, member_id, due, status,
                                              added_at, added_by_id)
                        values (:council, :id, :conversation, 0, :words, :owner, :member, :due, :status, :at, :by)""")
                .param("id", step.id().value())
                .param("conversation", step.conversation().value())
                .param("words", words(step))
                .param("owner", owner(step))
                .param("member", value(step.details().memberId()), Types.OTHER)
                .param("due", step.details().due(), Types.DATE)
                .param("status", step.status().name())
                .param("at", at(at))
                .param("by", by.value())
                .update();
    }

    void update(Step step) {
        sql.sql("""
                        update app.step set version = version + 1, words = :words, owner = :owner, member_id = :member,
                                            due = :due, status = :status
                        where tenant_id = :council and id = :id""")
                .param("id", step.id().value())
                .param("words", words(step))
                .param("owner", owner(step))
                .param("member", value(step.details().memberId()), Types.OTHER)
                .param("due", step.details().due(), Types.DATE)
                .param("status", step.status().name())
                .update();
    }

    void keep(StepId step, Change change) {
        changes.keep(
                step.value(),
                new Before(change.before(), change.statusBefore(), change.reason()),
                change.at(),
                change.by());
    }

    /** Deletes a step of a draft, with its changes. */
    void delete(StepId id) {
        sql.sql("delete from app.step_change where tenant_id = :council and step_id = :id")
                .param("id", id.value())
                .update();
        sql.sql("delete from app.step where tenant_id = :council and id = :id")
                .param("id", id.value())
                .update();
    }

    private List<Step> withChanges(List<Step> found) {
        var kept = changes.of(found.stream().map(each -> each.id().value()).toList());
        return found.stream()
                .map(each -> each.with(kept.getOrDefault(each.id().value(), List.of()).stream()
                        .map(Steps::change)
                        .toList()))
                .toList();
    }

    private static Change change(History.Change<Before> kept) {
        var before = kept.before();
        return new Change(before.details(), before.status(), before.reason(), kept.at(), kept.by());
    }

    private Step step(ResultSet row, int number) throws SQLException {
        var words = json.readValue(encryption.decrypt(WORDS, row), Words.class);
        var id = row.getObject("id", UUID.class);
        var owner = row.getString("owner");
        var member = row.getObject("member_id", UUID.class);
        return new Step(
                new StepId(id),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getLong("version"),
                new StepDetails(
                        words.what(),
                        owner == null ? null : StepOwner.valueOf(owner),
                        words.ownerName(),
                        member == null ? null : new MemberId(member),
                        row.getObject("due", LocalDate.class)),
                Status.valueOf(row.getString("status")),
                words.reason(),
                List.of());
    }

    private byte[] words(Step step) {
        var words = new Words(step.details().what(), step.details().ownerName(), step.reason());
        return encryption.encrypt(WORDS, step.id().value(), json.writeValueAsString(words));
    }

    private static UUID @Nullable [] ids(@Nullable List<ConversationId> conversations) {
        return conversations == null
                ? null
                : conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
    }

    private static @Nullable String owner(Step step) {
        var owner = step.details().owner();
        return owner == null ? null : owner.name();
    }

    private static @Nullable UUID value(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
