package uk.alongside.localstack.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.localstack.demonstration.PastVisits.Place;
import uk.alongside.localstack.demonstration.PastVisits.Visit;
import uk.alongside.localstack.demonstration.PastVisits.Way;

/** Writes the sessions of the past years, who was booked and who came. */
final class PastBookings {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime STARTS = LocalTime.of(9, 30);
    private static final int MINUTES = 45;

    private final Rows rows;
    private final List<UUID> hubs;
    private final Chance chance;

    PastBookings(Rows rows, List<UUID> hubs, Chance chance) {
        this.rows = rows;
        this.hubs = hubs;
        this.chance = chance;
    }

    /** Writes every session with its slots, after all visits were planned. */
    void writeSessions(PastVisits visits) {
        for (int hub = 0; hub < hubs.size(); hub++) {
            for (var day : visits.days(hub)) {
                writeSession(visits, hub, day);
            }
        }
    }

    private void writeSession(PastVisits visits, int hub, LocalDate day) {
        var ends = STARTS.plusMinutes((long) MINUTES * PastVisits.SLOTS);
        rows.add("app.session")
                .with("id", session(hub, day))
                .with("version", 0)
                .with("hub_id", hubs.get(hub))
                .with("day", day)
                .with("starts", STARTS)
                .with("ends", ends)
                .with("starts_at", at(day, STARTS))
                .with("ends_at", at(day, ends))
                .with("slot_minutes", MINUTES)
                .with("places", visits.places(day))
                .with("room", "Room 1");
        for (int number = 0; number < PastVisits.SLOTS; number++) {
            var place = new Place(hub, day, number);
            rows.add("app.slot")
                    .with("id", slot(place))
                    .with("session_id", session(hub, day))
                    .with("hub_id", hubs.get(hub))
                    .with("day", day)
                    .with("starts", starts(place))
                    .with("ends", starts(place).plusMinutes(MINUTES))
                    .with("starts_at", startsAt(place))
                    .with("ends_at", at(day, starts(place).plusMinutes(MINUTES)))
                    .with("places", visits.places(day))
                    .with("taken", visits.taken(place))
                    .with("withdrawn", false);
        }
    }

    /** Writes a visit that was booked or walked in. */
    void write(Visit visit, UUID practitioner) {
        if (visit.way() == Way.AT_HOME) {
            return;
        }
        if (visit.way().isTalk()) {
            writeAttendance(visit, practitioner);
        }
        if (visit.way().isBooked()) {
            writeBooking(visit, practitioner);
        } else {
            writeWalkIn(visit);
        }
    }

    private void writeAttendance(Visit visit, UUID practitioner) {
        var starts = startsAt(visit.place());
        rows.add("app.attendance")
                .with("id", attendance(visit))
                .with("version", 0)
                .with("person_id", visit.person().id())
                .with("hub_id", hubs.get(visit.place().hub()))
                .with("day", visit.day())
                .with("came_by", visit.way().isBooked() ? "BOOKING" : "WALK_IN")
                .with("arrived_at", starts.plusSeconds(60L * (drawn(visit, 13) - 8)))
                .with("started_at", starts.plusSeconds(60L * (drawn(visit, 5) + 5)))
                .with("finished_at", finishedAt(visit))
                .with("practitioner_id", practitioner)
                .with("changed_at", finishedAt(visit));
    }

    private void writeBooking(Visit visit, UUID practitioner) {
        var asked = visit.day().minusDays(2 + drawn(visit, 20));
        boolean absent = visit.way() == Way.DID_NOT_ATTEND;
        rows.add("app.booking")
                .with("id", rows.id("booking", word(visit)))
                .with("version", 0)
                .with("slot_id", slot(visit.place()))
                .with("person_id", visit.person().id())
                .with("asked_on", asked)
                .with("booked_at", at(asked, LocalTime.of(10, drawn(visit, 60))))
                .with("status", status(visit.way()))
                .with("attendance_id", visit.way() == Way.CAME ? attendance(visit) : null)
                .with("absence_reason", absent ? reason(visit) : null)
                .with("absence_next", absent ? "RING_THEM" : null)
                .with("follow_up", absent ? "RUNG" : null)
                .with("followed_up_at", absent ? startsAt(visit.place()).plusSeconds(86_400) : null)
                .with("followed_up_by_id", absent ? practitioner : null)
                .with("cancelled_for", visit.way() == Way.CANCELLED ? "PERSON" : null);
    }

    private void writeWalkIn(Visit visit) {
        rows.add("app.walk_in")
                .with("id", rows.id("walk-in", word(visit)))
                .with("version", 0)
                .with("hub_id", hubs.get(visit.place().hub()))
                .with("day", visit.day())
                .with("person_id", visit.person().id())
                .with("reason", chance.choose(List.of("TALK", "ADVICE", "HELP_WITH_A_FORM"), word(visit)))
                .with("asked_on", visit.day())
                .with("arrived_at", startsAt(visit.place()).minusSeconds(300))
                .with("status", "SEEN")
                .with("attendance_id", attendance(visit))
                .with("changed_at", finishedAt(visit));
    }

    private static String status(Way way) {
        return way == Way.WALKED_IN || way == Way.AT_HOME ? Way.CAME.name() : way.name();
    }

    private String reason(Visit visit) {
        return chance.choose(List.of("FORGOT", "ILL", "COULD_NOT_GET_HERE"), word(visit), "reason");
    }

    private int drawn(Visit visit, int bound) {
        return chance.below(bound, word(visit), bound);
    }

    UUID attendance(Visit visit) {
        return rows.id("attendance", word(visit));
    }

    /** Returns the time at which the visit was over. */
    Instant finishedAt(Visit visit) {
        return startsAt(visit.place()).plusSeconds(60L * (drawn(visit, 18) + 26));
    }

    private UUID session(int hub, LocalDate day) {
        return rows.id("session", hub, day);
    }

    private UUID slot(Place place) {
        return rows.id("slot", place.hub(), place.day(), place.slot());
    }

    private static String word(Visit visit) {
        return visit.person().word() + " " + visit.way() + " " + visit.number();
    }

    private static LocalTime starts(Place place) {
        return STARTS.plusMinutes((long) MINUTES * place.slot());
    }

    private static Instant startsAt(Place place) {
        return at(place.day(), starts(place));
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LONDON).toInstant();
    }

    /** Returns the hub's id, or null for a visit at home. */
    @Nullable
    UUID hub(Visit visit) {
        return visit.way() == Way.AT_HOME ? null : hubs.get(visit.place().hub());
    }
}
