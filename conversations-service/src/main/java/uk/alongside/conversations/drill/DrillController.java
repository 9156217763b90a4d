package uk.alongside.conversations.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.drill.DrillRefusal.PeopleForPractitioners;
import uk.alongside.conversations.drill.DrillService.Counted;
import uk.alongside.conversations.drill.DrillService.People;
import uk.alongside.conversations.drill.DrillService.Seen;
import uk.alongside.conversations.drill.DrillService.Session;
import uk.alongside.conversations.drill.DrillService.SessionKey;
import uk.alongside.conversations.drill.DrillService.Sessions;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.insight.Count.Reason;
import uk.alongside.conversations.insight.Figure;
import uk.alongside.conversations.insight.FigureUnits;
import uk.alongside.conversations.insight.FigureUnits.AtHub;
import uk.alongside.conversations.insight.FigureUnits.Unit;
import uk.alongside.conversations.insight.Period.Grain;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.UnknownIsNotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@Tag(name = "Figures")
class DrillController {

    private static final int LONGEST_KIND = 100;
    private static final int PAGE = 400;

    private final DrillService service;

    DrillController(DrillService service) {
        this.service = service;
    }

    @Schema(name = "UnitsNotCounted", description = "How many are left out of a figure, and why")
    record NotCountedView(Reason reason, long number) {}

    @Schema(name = "UnitsOfFigure", description = "What is counted, of a hub, a session or a person")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitsView(
            @Schema(description = "How many are counted") long base,

            @Schema(description = "How many of them the figure is about")
            long part,

            @Nullable @Schema(description = "The figure; absent if nothing is counted, or too few pairs are")
            BigDecimal value,

            List<NotCountedView> notCounted) {

        static UnitsView of(Figure figure, List<Unit> units) {
            var reasons = new TreeMap<Reason, Long>();
            units.stream()
                    .filter(unit -> !unit.isCounted())
                    .forEach(unit -> reasons.merge(unit.notCounted(), unit.base(), Long::sum));
            return new UnitsView(
                    units.stream().filter(Unit::isCounted).mapToLong(Unit::base).sum(),
                    units.stream().filter(Unit::isCounted).mapToLong(Unit::part).sum(),
                    FigureUnits.value(figure, units),
                    reasons.entrySet().stream()
                            .map(reason -> new NotCountedView(reason.getKey(), reason.getValue()))
                            .toList());
        }
    }

    @Schema(name = "FigureSession", description = "The sessions of one kind on one day")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionView(
            @Schema(description = "The place in the list, from 1")
            int number,

            @Nullable @Schema(description = "Absent for what has had no session yet")
            LocalDate day,

            @Nullable @Schema(description = "Absent if it is not known")
            String kind,

            UnitsView units,

            @Schema(description = "How many are left out because you may not read a restricted record")
            long restricted) {

        static SessionView of(Figure figure, Session session, int number) {
            return new SessionView(
                    number,
                    session.key().day(),
                    session.key().kind(),
                    UnitsView.of(figure, session.seen().units()),
                    session.seen().restricted());
        }
    }

    @Schema(name = "FigureSessionList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionList(
            String hubName,
            LocalDate from,

            @Schema(description = "The last day of the period")
            LocalDate to,

            Figure.Unit unit,

            @Nullable
            @Schema(
                    description =
                            "What all sessions count together; absent if the figure tells of people and you may not"
                                    + " read conversations")
            UnitsView all,

            @Schema(description = "How many are left out because you may not read a restricted record")
            long restricted,

            List<SessionView> items,
            @Nullable Integer next) {

        static SessionList of(Figure figure, Sessions sessions, @Nullable Integer after) {
            var all = sessions.all();
            var list = sessions.sessions();
            var page = Page.of(
                    IntStream.range(0, list.size())
                            .mapToObj(place -> SessionView.of(figure, list.get(place), place + 1))
                            .toList(),
                    SessionView::number,
                    after,
                    PAGE);
            return new SessionList(
                    sessions.hub().name(),
                    sessions.period().from(),
                    sessions.period().until().minusDays(1),
                    figure.unit(),
                    all == null ? null : UnitsView.of(figure, all.units()),
                    all == null ? 0 : all.restricted(),
                    page.items(),
                    page.next());
        }
    }

    @Schema(name = "LookAtPeople")
    record NewLook(
            @NotNull HubId hubId,
            @NotNull Grain by,

            @NotNull @Schema(description = "The first day of the period")
            LocalDate from,

            @Nullable
            @Size(max = LONGEST_KIND)
            @TypedText(TextKind.LINE)
            @Schema(description = "The kind of talking point to which the figure is limited")
            String kind,

            @Nullable @Schema(description = "The day of the session; absent for those who have had none yet")
            LocalDate day,

            @Nullable
            @Size(max = LONGEST_KIND)
            @TypedText(TextKind.LINE)
            @Schema(description = "The kind of the session; absent if it is not known")
            String sessionKind,

            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.LINE)
            @Schema(description = "Why you look at these people, without their names. Leads read it in the audit.")
            String reason) {

        private AtHub part(Figure figure) {
            return new AtHub(figure, by, from, hubId, kind);
        }

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewLook[hubId=" + hubId + "]";
        }
    }

    @Schema(name = "PersonInFigure")
    record PersonView(PersonId personId, String name, String reference, UnitsView units) {

        static PersonView of(Figure figure, Counted counted) {
            return new PersonView(
                    counted.person().id(),
                    counted.person().name(),
                    counted.person().reference(),
                    UnitsView.of(figure, counted.units()));
        }

        /** Leaves out who the person is, because records are written to logs. */
        @Override
        public String toString() {
            return "PersonView[personId=" + personId + "]";
        }
    }

    @Schema(name = "PeopleInFigure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeopleList(
            Figure.Unit unit,

            @Schema(description = "What the session counts, on all pages")
            UnitsView all,

            @Schema(description = "How many are left out because you may not read a restricted record")
            long restricted,

            @Schema(description = "How many are of people who gave no name")
            long unnamed,

            List<PersonView> items,
            @Nullable PersonId next) {

        static PeopleList of(Figure figure, People people) {
            Seen seen = people.seen();
            return new PeopleList(
                    figure.unit(),
                    UnitsView.of(figure, seen.units()),
                    seen.restricted(),
                    people.unnamed(),
                    people.page().items().stream()
                            .map(each -> PersonView.of(figure, each))
                            .toList(),
                    people.page().next());
        }
    }

    @GetMapping("/api/figures/{figure}/sessions")
    @Operation(
            operationId = "listFigureSessions",
            summary = "List the sessions behind a figure of one hub in one period, the earliest first",
            description =
                    "It names no person. A page has at most 400 sessions. If the figure tells what people answered or what their"
                            + " conversations led to, only members who may read conversations see the sessions.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:read')")
    SessionList list(
            @PathVariable Figure figure,
            @RequestParam @UnknownIsNotFound HubId hubId,
            @RequestParam @UnknownIsNotFound LocalDate from,
            @RequestParam(defaultValue = "quarter") @UnknownIsNotFound Grain by,
            @RequestParam(required = false) @Size(max = LONGEST_KIND) @TypedText(TextKind.LINE) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer after) {
        return SessionList.of(figure, service.sessions(new AtHub(figure, by, from, hubId, kind)), after);
    }

    @PostMapping("/api/figures/{figure}/people")
    @Operation(
            operationId = "openFigurePeople",
            summary = "List the people behind a figure in one session, with a reason that the audit keeps",
            description = "Practitioners see the people of every figure, and hub staff who may see figures those of"
                    + " figures about bookings. A page has at most 100 people, by name.")
    @Answers({NotFound.class, PeopleForPractitioners.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:read') and hasAuthority('booking:read')")
    PeopleList open(
            @PathVariable Figure figure,
            @Valid @RequestBody NewLook request,
            @RequestParam(required = false) @Nullable PersonId after) {
        return PeopleList.of(
                figure,
                service.people(
                        request.part(figure),
                        new SessionKey(request.day(), request.sessionKind()),
                        request.reason(),
                        after));
    }
}
