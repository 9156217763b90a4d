package uk.alongside.conversations.overdue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.calendar.HubCalendars;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.restriction.RestrictionService;
import uk.alongside.conversations.step.AgreedSteps;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;

/** Counts the work that has waited longer than two working days. */
@Service
class OverdueService {

    static final int WORKING_DAYS = 2;
    static final int PAGE = 50;

    private final Conversations conversations;
    private final AgreedSteps steps;
    private final HubDirectory hubs;
    private final HubCalendars calendars;
    private final RestrictionService restrictions;
    private final CouncilSql sql;
    private final Clock clock;

    OverdueService(
            Conversations conversations,
            AgreedSteps steps,
            HubDirectory hubs,
            HubCalendars calendars,
            RestrictionService restrictions,
            CouncilSql sql,
            Clock clock) {
        this.conversations = conversations;
        this.steps = steps;
        this.hubs = hubs;
        this.calendars = calendars;
        this.restrictions = restrictions;
        this.sql = sql;
        this.clock = clock;
    }

    /** The numbers of a hub. */
    record AtHub(HubName hub, int attendance, int conversations, int steps) {}

    /**
     * The last day whose work is overdue, a page of the hubs with any, and the numbers of conversations that belong to no
     * hub, of steps from such conversations, and of restricted records that no member of staff may open.
     */
    record Overdue(
            LocalDate until,
            Page<AtHub, HubId> hubs,
            int conversationsWithoutHub,
            int stepsWithoutHub,
            int conversationsWithoutReaders) {}

    /** Counts the overdue work of each hub that has any, in the order of the names of the hubs. */
    @Transactional(readOnly = true)
    Overdue count(@Nullable HubId after) {
        var until = calendars.workingDaysAgo(WORKING_DAYS);
        var attendance = attendance(until);
        var records = conversations.countUnfinished(until);
        var agreed = steps(until);
        var ids = new HashSet<HubId>(attendance.keySet());
        Stream.of(records, agreed)
                .flatMap(counts -> counts.keySet().stream())
                .filter(Objects::nonNull)
                .forEach(ids::add);
        var all = hubs.names(ids).entrySet().stream()
                .map(hub -> new AtHub(
                        new HubName(hub.getKey(), hub.getValue()),
                        attendance.getOrDefault(hub.getKey(), 0),
                        records.getOrDefault(hub.getKey(), 0),
                        agreed.getOrDefault(hub.getKey(), 0)))
                .sorted(Comparator.comparing((AtHub each) -> each.hub().name())
                        .thenComparing(each -> each.hub().id().value()))
                .toList();
        return new Overdue(
                until,
                Page.of(all, each -> each.hub().id(), after, PAGE),
                records.getOrDefault(null, 0),
                agreed.getOrDefault(null, 0),
                restrictions.count());
    }

    /** Returns the numbers of steps at each hub, and under null those of conversations that belong to no hub. */
    private Map<@Nullable HubId, Integer> steps(LocalDate until) {
        var counts = new HashMap<@Nullable HubId, Integer>();
        var due = steps.countDue(until);
        var hubOf = conversations.hubs(due.keySet());
        due.forEach((conversation, number) -> counts.merge(hubOf.get(conversation), number, Integer::sum));
        return counts;
    }

    private Map<HubId, Integer> attendance(LocalDate until) {
        var counts = new HashMap<HubId, Integer>();
        sql.sql("""
                        select s.hub_id, count(*) as bookings
                        from app.v_booking_unfinished u
                        join app.v_slot_times s on s.tenant_id = u.tenant_id and s.id = u.slot_id
                        where u.tenant_id = :council and not u.did_not_attend and s.day <= :until and s.ends_at <= :now
                        group by s.hub_id""")
                .param("until", until)
                .param("now", SqlTimes.at(clock.instant()))
                .query(row -> {
                    counts.put(new HubId(row.getObject("hub_id", UUID.class)), row.getInt("bookings"));
                });
        return counts;
    }
}
