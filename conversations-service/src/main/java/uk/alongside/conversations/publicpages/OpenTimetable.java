package uk.alongside.conversations.publicpages;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.PublicDatabase;

/** Reads what a council shows to the public. */
@Repository
class OpenTimetable {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int DAYS = 28;

    private final PublicDatabase database;
    private final Clock clock;
    private final LastSeenCouncils lastSeen = new LastSeenCouncils();

    OpenTimetable(PublicDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Finds the live council at this address. */
    Optional<OpenCouncil> council(String alias) {
        var id = database.ofNone(jdbc -> jdbc.sql("select sec.council_at(:alias)")
                .param("alias", alias)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single());
        var found = id.flatMap(this::describe);
        lastSeen.put(alias, found);
        return found;
    }

    /** Returns the council as last read. Visitors need its name and number most when the database does not answer. */
    Optional<OpenCouncil> lastSeen(String alias) {
        return lastSeen.find(alias);
    }

    /** Returns what the council shows to the public, also before it is live. */
    Optional<OpenCouncil> describe(UUID council) {
        return database.of(
                council, sql -> sql.sql("""
                        select id, name, welsh_name, nation, alias, talking_points, contact_phone, contact_email,
                               contact_hours, contact_address, relay_number, complaints, privacy_notice, demonstration,
                               suspended, header_colour, header_text_colour, border_colour, logo_background, logo
                        from app.v_council_public where tenant_id = :council""").query((row, _) -> council(row)).optional());
    }

    /** Returns the council's logo, as a PNG. */
    Optional<byte[]> logo(UUID council) {
        return database.of(
                council,
                sql -> sql.sql("select png from app.v_council_logo where tenant_id = :council")
                        .query((row, _) -> row.getBytes(1))
                        .optional());
    }

    /** Returns all places of the council with their sessions in the next four weeks. */
    List<OpenHub> hubs(UUID council) {
        return database.of(council, sql -> {
            var sessions = sessions(sql).stream().collect(groupingBy(OpenSession::hub));
            var closures = closures(sql).stream().collect(groupingBy(OpenClosure::hub));
            return sql.sql("""
                            select id, name, address, postcode, website, directions, drop_in, access_features, co_located,
                                   opening_hours
                            from app.v_hub_place where tenant_id = :council order by name, id""").query((row, _) -> hub(row, closures)).list().stream()
                    .map(hub -> hub.with(sessions.getOrDefault(hub.id(), List.of())))
                    .toList();
        });
    }

    /**
     * Returns the sessions that residents see. Slots that are over no longer count as places. A session that began
     * yesterday ends by tonight, since no session lasts longer than a day. Citus refuses an outer join here, on PostgreSQL 15
     * and 16, so a session is listed once without a slot and once for each slot.
     */
    private List<OpenSession> sessions(CouncilSql sql) {
        return sql.sql("""
                        with open_session as (
                          select tenant_id, id, hub_id, day, starts, ends, starts_at, drop_in from app.v_session_open
                          where tenant_id = :council and status = 'PLANNED' and ends_at > :now
                            and day >= :yesterday and day < :until)
                        select s.hub_id, s.day, s.starts, s.ends, s.drop_in,
                               sum(s.slots) as slots, sum(s.places_left) as places_left
                        from (
                          select o.*, 0 as slots, 0 as places_left from open_session o
                          union all
                          select o.*, 1, l.places - l.taken from open_session o
                          join app.v_slot_places l on l.tenant_id = o.tenant_id and l.session_id = o.id
                          where not l.withdrawn and l.ends_at > :now) s
                        group by s.id, s.hub_id, s.day, s.starts, s.ends, s.drop_in, s.starts_at
                        order by s.starts_at, s.id""")
                .param("now", OffsetDateTime.now(clock))
                .param("yesterday", today().minusDays(1))
                .param("until", today().plusDays(DAYS))
                .query((row, _) -> new OpenSession(
                        row.getObject("hub_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class),
                        row.getBoolean("drop_in"),
                        row.getInt("slots"),
                        row.getInt("places_left")))
                .list();
    }

    private List<OpenClosure> closures(CouncilSql sql) {
        return sql.sql("""
                        select hub_id, first_day, last_day from app.v_hub_closed_days
                        where tenant_id = :council and last_day >= :today and first_day < :until
                        order by first_day, last_day""")
                .param("today", today())
                .param("until", today().plusDays(DAYS))
                .query((row, _) -> new OpenClosure(
                        row.getObject("hub_id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    private static OpenHub hub(ResultSet row, Map<UUID, List<OpenClosure>> closures) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var features = texts(row, "access_features");
        return new OpenHub(
                id,
                row.getString("name"),
                texts(row, "address"),
                row.getString("postcode"),
                row.getString("website"),
                row.getString("directions"),
                row.getBoolean("drop_in"),
                Arrays.stream(AccessFeature.values())
                        .filter(feature -> features.contains(EnumWords.of(feature)))
                        .toList(),
                texts(row, "co_located"),
                OpeningHours.fromStored(row.getString("opening_hours")),
                closures.getOrDefault(id, List.of()),
                List.of());
    }

    private static OpenCouncil council(ResultSet row) throws SQLException {
        return new OpenCouncil(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("welsh_name"),
                row.getString("nation").equals("wales"),
                row.getString("alias"),
                row.getString("talking_points"),
                row.getString("contact_phone"),
                row.getString("contact_email"),
                row.getString("contact_hours"),
                texts(row, "contact_address"),
                row.getString("relay_number"),
                row.getString("complaints"),
                row.getString("privacy_notice"),
                row.getBoolean("demonstration"),
                row.getBoolean("suspended"),
                row.getString("header_colour"),
                row.getString("header_text_colour"),
                row.getString("border_colour"),
                row.getString("logo_background"),
                row.getObject("logo", Long.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
