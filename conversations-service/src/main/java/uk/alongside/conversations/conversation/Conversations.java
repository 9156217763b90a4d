package uk.alongside.conversations.conversation;

import static java.util.stream.Collectors.toSet;
import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.conversation.Conversation.Status;
import uk.alongside.conversations.council.Prompt;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the records of conversations and their people. {@link BoxTexts} stores what is written in them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Conversations {

    /** The name of a conversation in the audit. */
    public static final String KIND = "conversation";

    private static final TypeReference<List<Prompt>> PROMPTS = new TypeReference<>() {};

    /** The members who may read a record; none if it is not restricted. */
    private static final String READERS = """
            array(select r.member_id from app.conversation_reader r
                  where r.tenant_id = :council and r.conversation_id = c.id order by r.named_at, r.member_id)""";

    /** Whether the caller may read a record. */
    private static final String READABLE = """
            coalesce((select bool_or(r.member_id = :caller) from app.conversation_reader r
                      where r.tenant_id = :council and r.conversation_id = c.id), true)""";

    private static final String ONE = """
            select c.id, c.version, c.attendance_id, c.hub_id, c.day, c.status, c.prompts, c.started_at, c.started_by_id,
                   %s as readers
            from app.conversation c
            where c.tenant_id = :council and c.id = :id and %s""".formatted(READERS, READABLE);

    private static final String ENTRY = """
            select c.id, c.day, c.hub_id, c.status, c.started_at, c.started_by_id,
                   greatest(c.started_at, (select max(b.changed_at) from app.conversation_box b
                                           where b.tenant_id = :council and b.conversation_id = c.id)) as changed_at,
                   (select count(*) from app.conversation_box b
                    where b.tenant_id = :council and b.conversation_id = c.id) as boxes,
                   %s as readers
            from app.conversation c
            """.formatted(READERS);

    private final CouncilSql sql;
    private final JsonMapper json;

    Conversations(CouncilSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A record as lists show it.
     *
     * @param readers the members who may read it; empty if it is not restricted
     */
    record Entry(
            ConversationId id,
            LocalDate day,
            @Nullable HubId hub,
            Status status,
            Instant startedAt,
            MemberId startedBy,
            Instant changedAt,
            int boxesWritten,
            List<MemberId> readers) {

        /** Returns whether the caller may read the record. */
        boolean isReadable() {
            return readers.isEmpty() || readers.contains(Caller.current().member());
        }
    }

    /** The versions of a record and of those of its boxes in which a member has written. */
    public record State(long version, Set<String> prompts, List<BoxVersion> boxes) {}

    public record BoxVersion(String promptId, long version) {}

    Optional<Conversation> find(ConversationId id) {
        return find(id, "");
    }

    /** Finds the record, and makes other changes of it wait until this one is done. */
    Optional<Conversation> findForChange(ConversationId id) {
        return find(id, " for update");
    }

    /** Finds the record, and keeps it from being deleted until this change is done. Other members may write at once. */
    Optional<Conversation> findForWriting(ConversationId id) {
        return find(id, " for key share");
    }

    private Optional<Conversation> find(ConversationId id, String lock) {
        return sql.sql(ONE + lock)
                .param("id", id.value())
                .param("caller", Caller.current().member().value())
                .query((row, _) -> conversation(row, people(List.of(id)).getOrDefault(id, List.of())))
                .optional();
    }

    /** Finds the record of a visit. */
    Optional<ConversationId> findByVisit(@Nullable AttendanceId visit) {
        return sql.sql("""
                        select c.id from app.conversation c
                        where c.tenant_id = :council and c.attendance_id = :visit""")
                .param("visit", visit == null ? null : visit.value(), Types.OTHER)
                .query(UUID.class)
                .optional()
                .map(ConversationId::new);
    }

    /** Returns the versions of the record and its boxes, for pages that have it open. */
    public Optional<State> state(ConversationId id) {
        return sql.sql(
                        "select c.version, c.prompts from app.conversation c where c.tenant_id = :council and c.id = :id and "
                                + READABLE)
                .param("id", id.value())
                .param("caller", Caller.current().member().value())
                .query((row, _) -> new State(
                        row.getLong("version"),
                        prompts(row).stream().map(Prompt::id).collect(toSet()),
                        boxVersions(id)))
                .optional();
    }

    private List<BoxVersion> boxVersions(ConversationId id) {
        return sql.sql("""
                        select b.prompt_id, b.version from app.conversation_box b
                        where b.tenant_id = :council and b.conversation_id = :id order by b.prompt_id""")
                .param("id", id.value())
                .query((row, _) -> new BoxVersion(row.getString("prompt_id"), row.getLong("version")))
                .list();
    }

    /** Returns those of these hubs at which a conversation is recorded. */
    public Set<UUID> findHubsWithAny(Collection<UUID> hubs) {
        return hubs.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql("""
                        select distinct c.hub_id from app.conversation c
                        where c.tenant_id = :council and c.hub_id in (:hubs)""").param("hubs", hubs).query(UUID.class).list());
    }

    /** Returns how many records up to a day are not finished at each hub, and under null those that belong to no hub. */
    public Map<@Nullable HubId, Integer> countUnfinished(LocalDate until) {
        var counts = new HashMap<@Nullable HubId, Integer>();
        sql.sql("""
                        select c.hub_id, count(*) as records from app.conversation c
                        where c.tenant_id = :council and c.status = :draft and c.day <= :until
                        group by c.hub_id""").param("draft", Status.DRAFT.name()).param("until", until).query(row -> {
            counts.put(hub(row), row.getInt("records"));
        });
        return counts;
    }

    /** Returns the hub of each of these conversations that was held at one. */
    public Map<ConversationId, HubId> hubs(Collection<ConversationId> ids) {
        var hubs = new HashMap<ConversationId, HubId>();
        if (ids.isEmpty()) {
            return hubs;
        }
        sql.sql("""
                        select c.id, c.hub_id from app.conversation c
                        where c.tenant_id = :council and c.id = any (:ids) and c.hub_id is not null""")
                .param("ids", ids.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query(row -> {
                    hubs.put(
                            new ConversationId(row.getObject("id", UUID.class)),
                            new HubId(row.getObject("hub_id", UUID.class)));
                });
        return hubs;
    }

    /** Returns the day of each of these conversations that exists. */
    public Map<UUID, LocalDate> days(Collection<UUID> ids) {
        var days = new HashMap<UUID, LocalDate>();
        if (ids.isEmpty()) {
            return days;
        }
        sql.sql("select c.id, c.day from app.conversation c where c.tenant_id = :council and c.id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    days.put(row.getObject("id", UUID.class), row.getObject("day", LocalDate.class));
                });
        return days;
    }

    /** Lists the records with this status, the last one begun first; all of them or those that one member began. */
    List<Entry> list(Status status, @Nullable MemberId startedBy, @Nullable ConversationId after, int atMost) {
        return sql.sql(ENTRY + """
                        where c.tenant_id = :council and c.status = :status
                          and (cast(:startedBy as uuid) is null or c.started_by_id = :startedBy)
                          and (cast(:after as uuid) is null or (c.started_at, c.id) <
                               (select a.started_at, a.id from app.conversation a
                                where a.tenant_id = :council and a.id = :after))
                        order by c.started_at desc, c.id desc limit :most""")
                .param("status", status.name())
                .param("startedBy", startedBy == null ? null : startedBy.value(), Types.OTHER)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", atMost)
                .query(Conversations::entry)
                .list();
    }

    /** Lists the records with one of these people, the latest day first. */
    List<Entry> list(Collection<PersonId> people, @Nullable ConversationId after, int atMost) {
        return sql.sql(ENTRY + """
                        where c.tenant_id = :council
                          and exists (select from app.conversation_person p
                                      where p.tenant_id = :council and p.conversation_id = c.id
                                        and p.person_id in (:people))
                          and (cast(:after as uuid) is null or (c.day, c.started_at, c.id) <
                               (select a.day, a.started_at, a.id from app.conversation a
                                where a.tenant_id = :council and a.id = :after))
                        order by c.day desc, c.started_at desc, c.id desc limit :most""")
                .param("people", people.stream().map(PersonId::value).toList())
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", atMost)
                .query(Conversations::entry)
                .list();
    }

    /** Lists the ids of the records with one of these people. */
    List<ConversationId> of(Collection<PersonId> people) {
        return sql.sql("""
                        select distinct p.conversation_id from app.conversation_person p
                        where p.tenant_id = :council and p.person_id in (:people)""")
                .param("people", people.stream().map(PersonId::value).toList())
                .query((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .list();
    }

    /** Returns the last day of a record with each person who has one, leaving out these records. */
    Map<PersonId, LocalDate> lastDays(Collection<ConversationId> except) {
        var days = new HashMap<PersonId, LocalDate>();
        sql.sql("""
                        select p.person_id, max(c.day) as day
                        from app.conversation c
                        join app.conversation_person p on p.tenant_id = c.tenant_id and p.conversation_id = c.id
                        where c.tenant_id = :council and c.id <> all (cast(:except as uuid[]))
                        group by p.person_id""")
                .param("except", except.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query(row -> {
                    days.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getObject("day", LocalDate.class));
                });
        return days;
    }

    /** Returns the people of each of these records, in the order in which they were added. */
    Map<ConversationId, List<PersonId>> people(Collection<ConversationId> ids) {
        var people = new HashMap<ConversationId, List<PersonId>>();
        if (ids.isEmpty()) {
            return people;
        }
        sql.sql("""
                        select p.conversation_id, p.person_id from app.conversation_person p
                        where p.tenant_id = :council and p.conversation_id in (:ids)
                        order by p.added_at, p.person_id""")
                .param("ids", ids.stream().map(ConversationId::value).toList())
                .query(row -> {
                    people.computeIfAbsent(
                                    new ConversationId(row.getObject("conversation_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(new PersonId(row.getObject("person_id", UUID.class)));
                });
        return people;
    }

    /** Adds a record with its people, and returns false if another request has recorded the same visit. */
    boolean insert(Conversation conversation) {
        var attendance = conversation.attendance();
        var hub = conversation.hub();
        int inserted = sql.sql("""
                        insert into app.conversation
                            (tenant_id, id, version, attendance_id, hub_id, day, status, prompts, started_at,
                             started_by_id)
                        values (:council, :id, :version, :attendance, :hub, :day, :status, :prompts::jsonb, :startedAt,
                                :startedBy)
                        on conflict (tenant_id, attendance_id) do nothing""")
                .param("id", conversation.id().value())
                .param("version", conversation.version())
                .param("attendance", attendance == null ? null : attendance.value(), Types.OTHER)
                .param("hub", hub == null ? null : hub.value(), Types.OTHER)
                .param("day", conversation.day())
                .param("status", conversation.status().name())
                .param("prompts", json.writeValueAsString(conversation.prompts()))
                .param("startedAt", at(conversation.startedAt()))
                .param("startedBy", conversation.startedBy().value())
                .update();
        if (inserted == 0) {
            return false;
        }
        conversation
                .people()
                .forEach(person ->
                        addPerson(conversation.id(), person, conversation.startedAt(), conversation.startedBy()));
        return true;
    }

    /** Adds a person to a record. Nothing changes if the person is in it already. */
    void addPerson(ConversationId id, PersonId person, Instant at, MemberId by) {
        sql.sql("""
                        insert into app.conversation_person (tenant_id, conversation_id, person_id, added_at, added_by_id)
                        values (:council, :id, :person, :at, :by)
                        on conflict (tenant_id, conversation_id, person_id) do nothing""")
                .param("id", id.value())
                .param("person", person.value())
                .param("at", at(at))
                .param("by", by.value())
                .update();
    }

    void removePerson(ConversationId id, PersonId person) {
        sql.sql("""
                        delete from app.conversation_person
                        where tenant_id = :council and conversation_id = :id and person_id = :person""").param("id", id.value()).param("person", person.value()).update();
    }

    /** Replaces a person of a record, which the caller has locked. The other one may be of the record already. */
    public void replacePerson(ConversationId id, PersonId from, PersonId to, Instant at, MemberId by) {
        removePerson(id, from);
        addPerson(id, to, at, by);
        nextVersion(id);
    }

    void finish(ConversationId id, LocalDate day) {
        sql.sql("""
                        update app.conversation set version = version + 1, status = :finished, day = :day
                        where tenant_id = :council and id = :id""")
                .param("id", id.value())
                .param("finished", Status.FINISHED.name())
                .param("day", day)
                .update();
    }

    void nextVersion(ConversationId id) {
        sql.sql("update app.conversation set version = version + 1 where tenant_id = :council and id = :id")
                .param("id", id.value())
                .update();
    }

    /** Deletes a record in which no member has written. */
    void delete(ConversationId id) {
        sql.sql("delete from app.conversation_reader where tenant_id = :council and conversation_id = :id")
                .param("id", id.value())
                .update();
        sql.sql("delete from app.conversation_person where tenant_id = :council and conversation_id = :id")
                .param("id", id.value())
                .update();
        sql.sql("delete from app.conversation where tenant_id = :council and id = :id")
                .param("id", id.value())
                .update();
    }

    private Conversation conversation(ResultSet row, List<PersonId> people) throws SQLException {
        var attendance = row.getObject("attendance_id", UUID.class);
        return new Conversation(
                new ConversationId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                attendance == null ? null : new AttendanceId(attendance),
                hub(row),
                row.getObject("day", LocalDate.class),
                Status.valueOf(row.getString("status")),
                prompts(row),
                people,
                instant(row, "started_at"),
                new MemberId(row.getObject("started_by_id", UUID.class)),
                readers(row));
    }

    private List<Prompt> prompts(ResultSet row) throws SQLException {
        return json.readValue(row.getString("prompts"), PROMPTS);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new ConversationId(row.getObject("id", UUID.class)),
                row.getObject("day", LocalDate.class),
                hub(row),
                Status.valueOf(row.getString("status")),
                instant(row, "started_at"),
                new MemberId(row.getObject("started_by_id", UUID.class)),
                instant(row, "changed_at"),
                row.getInt("boxes"),
                readers(row));
    }

    private static List<MemberId> readers(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("readers").getArray())
                .map(MemberId::new)
                .toList();
    }

    private static @Nullable HubId hub(ResultSet row) throws SQLException {
        var hub = row.getObject("hub_id", UUID.class);
        return hub == null ? null : new HubId(hub);
    }
}
