package uk.alongside.conversations.paper;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.booking.BookingStatus;
import uk.alongside.conversations.headcount.HeadcountRefusal.SessionNotBegun;
import uk.alongside.conversations.headcount.HeadcountRefusal.StaleHeadcount;
import uk.alongside.conversations.headcount.HeadcountService;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.paper.PaperRefusal.RowsRejected;
import uk.alongside.conversations.paper.PaperRefusal.StaleRows;
import uk.alongside.conversations.paper.PaperService.BookingRow;
import uk.alongside.conversations.paper.PaperService.Counted;
import uk.alongside.conversations.paper.PaperService.Outcome;
import uk.alongside.conversations.paper.PaperService.Row;
import uk.alongside.conversations.paper.PaperService.Sheet;
import uk.alongside.conversations.paper.PaperService.WalkInRow;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.walkin.WalkIn;
import uk.alongside.conversations.walkin.WalkIn.Arrival;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@Tag(name = "Records From Paper")
class PaperController {

    private static final int MOST_BOOKINGS = 300;
    private static final int MOST_WALK_INS = 50;

    private final PaperService papers;

    PaperController(PaperService papers) {
        this.papers = papers;
    }

    record PaperRow(
            BookingId bookingId,

            @Schema(description = "The version to send back with what the paper says")
            long version,

            PersonId personId,
            String personName,
            String personReference,
            LocalTime starts,
            Instant startsAt,
            BookingStatus status,
            @Nullable Instant arrivedAt) {

        static PaperRow of(Row row) {
            return new PaperRow(
                    row.booking().id(),
                    row.version(),
                    row.person().id(),
                    row.person().name(),
                    row.person().reference(),
                    row.slot().starts(),
                    row.slot().startsAt(),
                    row.status(),
                    row.attendance() == null ? null : row.attendance().arrivedAt());
        }

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "PaperRow[bookingId=" + bookingId + "]";
        }
    }

    record PaperSheet(
            SessionId sessionId,
            HubId hubId,
            String hubName,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String kind,

            @Schema(description = "The bookings, in the order of their times")
            List<PaperRow> rows,

            @Schema(description = "The number of walk-ins that are recorded at the hub on this day already")
            int walkInsOfDay,

            @Nullable
            @Schema(description = "The number of people who came without giving a name; absent if it is not recorded")
            Integer headcount,

            @Schema(description = "The version of the head count, to send back with a new number")
            long headcountVersion) {

        static PaperSheet of(Sheet sheet) {
            var session = sheet.session();
            return new PaperSheet(
                    session.id(),
                    session.hub(),
                    sheet.hub().name(),
                    session.date(),
                    session.starts(),
                    session.ends(),
                    session.kind(),
                    sheet.rows().stream().map(PaperRow::of).toList(),
                    sheet.walkInsOfDay(),
                    sheet.headcount().view().people(),
                    sheet.headcount().version());
        }
    }

    record PaperBooking(
            @NotNull BookingId bookingId,
            long version,
            @NotNull Outcome outcome,

            @Nullable @Schema(description = "The time of the arrival; left out if the paper does not say it")
            LocalTime arrived) {}

    record PaperWalkIn(
            @Nullable PersonId personId,

            @Nullable
            @Size(max = 100)
            @TypedText(TextKind.LINE)
            @Schema(description = "The name to call the person by; left out if the person prefers not to say")
            String name,

            @NotNull WalkIn.Reason reason,

            @Nullable @Schema(description = "The time of the arrival; the start of the session if left out")
            LocalTime arrived) {

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "PaperWalkIn[reason=" + reason + "]";
        }
    }

    record PaperHeadcount(
            @NotNull @Min(0) @Max(HeadcountService.MOST) Integer people, long version) {}

    @Schema(name = "PaperRecord")
    record NewRecord(
            @NotNull @Size(max = MOST_BOOKINGS) List<@NotNull @Valid PaperBooking> bookings,
            @NotNull @Size(max = MOST_WALK_INS) List<@NotNull @Valid PaperWalkIn> walkIns,
            @Nullable @Valid PaperHeadcount headcount) {

        private PaperService.Paper record() {
            return new PaperService.Paper(
                    bookings.stream()
                            .map(row -> new BookingRow(row.bookingId(), row.version(), row.outcome(), row.arrived()))
                            .toList(),
                    walkIns.stream()
                            .map(row -> new WalkInRow(
                                    new Arrival(row.personId(), row.name(), row.reason(), null), row.arrived()))
                            .toList(),
                    headcount == null ? null : new Counted(headcount.people(), headcount.version()));
        }
    }

    @GetMapping("/api/sessions/{sessionId}/paper-sheet")
    @Operation(
            operationId = "getPaperSheet",
            summary = "Get the bookings of a session with their versions, to record what the paper says")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:write')")
    PaperSheet get(@PathVariable SessionId sessionId) {
        return PaperSheet.of(papers.find(sessionId));
    }

    @PostMapping("/api/sessions/{sessionId}/paper-records")
    @Operation(
            operationId = "recordFromPaper",
            summary = "Record from paper who came to a session",
            description =
                    "All rows are saved, or none. A walk-in is recorded as a visit from the arrival to the end of the session.")
    @Answers({NotFound.class, SessionNotBegun.class, StaleRows.class, StaleHeadcount.class, RowsRejected.class})
    @PreAuthorize("hasAuthority('booking:write')")
    PaperSheet record(
            @PathVariable SessionId sessionId, @IdempotencyKey String key, @Valid @RequestBody NewRecord request) {
        return PaperSheet.of(papers.record(sessionId, request.record(), key));
    }
}
