package uk.alongside.conversations.week;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.session.ClockChange;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionsAtHub.SessionInWeek;
import uk.alongside.conversations.week.WeekService.HubWeek;
import uk.alongside.conversations.week.WeekService.Week;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@Tag(name = "Weeks")
class WeekController {

    private static final int PAGE = 25;

    private final WeekService weeks;

    WeekController(WeekService weeks) {
        this.weeks = weeks;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WeekList(
            @Schema(description = "The seven days, from Monday")
            List<WeekDay> days,

            List<WeekHub> items,
            @Nullable Integer next,

            @Schema(description = "How many hubs match in all")
            long total) {

        static WeekList of(Week week) {
            var hubs = week.hubs();
            return new WeekList(
                    week.days().stream()
                            .map(day -> new WeekDay(day, week.bankHolidays().get(day), ClockChange.on(day)))
                            .toList(),
                    week.weeks().stream()
                            .map(each -> WeekHub.of(each, week.headcounts()))
                            .toList(),
                    hubs.hasNext() ? (hubs.getNumber() + 1) * PAGE : null,
                    hubs.getTotalElements());
        }
    }

    record WeekDay(
            LocalDate date,
            @Nullable String bankHoliday,

            @Nullable @Schema(description = "The change of the clocks on this day, if there is one")
            ClockChange clockChange) {}

    record WeekHub(HubId id, String name, List<WeekSession> sessions, List<WeekClosure> closures) {

        static WeekHub of(HubWeek week, Map<SessionId, Integer> headcounts) {
            return new WeekHub(
                    week.hub().id(),
                    week.hub().name(),
                    week.sessions().stream()
                            .map(session ->
                                    WeekSession.of(session, week.hidesByClosure(session), headcounts.get(session.id())))
                            .toList(),
                    week.closures().stream()
                            .map(closure -> new WeekClosure(closure.from(), closure.to(), closure.reason()))
                            .toList());
        }
    }

    record WeekClosure(
            @Schema(description = "The first day, which may be before the week")
            LocalDate from,

            @Schema(description = "The last day, which may be after the week")
            LocalDate to,

            String reason) {}

    record WeekSession(
            SessionId id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String kind,
            boolean cancelled,
            boolean dropInOnly,

            @Schema(
                    description =
                            "Whether the hub closed for this day after the session was planned; residents do not see the session")
            boolean hubClosed,

            int places,

            @Schema(
                    description =
                            "Places in slots that are not over and not taken, as in the list of sessions of a hub")
            int left,

            @Nullable
            @Schema(description = "The number of people who came without giving a name; absent if it is not recorded")
            Integer headcount) {

        static WeekSession of(SessionInWeek session, boolean hubClosed, @Nullable Integer headcount) {
            return new WeekSession(
                    session.id(),
                    session.date(),
                    session.starts(),
                    session.ends(),
                    session.kind(),
                    session.cancelled(),
                    session.dropInOnly(),
                    hubClosed,
                    session.places(),
                    session.left(),
                    headcount);
        }
    }

    @GetMapping("/api/weeks/{date}")
    @Operation(
            operationId = "listWeek",
            summary = "List the hubs with their sessions in the week of a day",
            description = "A page has 25 hubs at most, in the order of their names.")
    @Answers({})
    @PreAuthorize("hasAuthority('session:read')")
    WeekList list(
            @PathVariable LocalDate date,
            @Parameter(description = "Words of the name, the address or the postcode of the hub", example = "library")
                    @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    @TypedText(TextKind.LINE)
                    String search,
            @RequestParam(defaultValue = "0") @Min(0) @Max(250_000) int after) {
        return WeekList.of(weeks.week(date, search, PageRequest.of(after / PAGE, PAGE)));
    }
}
