package uk.alongside.conversations.peopletotell;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.peopletotell.PeopleToTellRefusal.NotTold;
import uk.alongside.conversations.peopletotell.PeopleToTellRefusal.NothingToTell;
import uk.alongside.conversations.peopletotell.PeopleToTellService.Details;
import uk.alongside.conversations.peopletotell.PersonToTell.Cause;
import uk.alongside.conversations.peopletotell.PersonToTell.How;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "People To Tell")
class PeopleToTellController {

    private final PeopleToTellService people;

    PeopleToTellController(PeopleToTellService people) {
        this.people = people;
    }

    record AppointmentTime(LocalDate date, LocalTime starts) {

        static AppointmentTime of(SlotTime slot) {
            return new AppointmentTime(slot.date(), slot.starts());
        }
    }

    record TellAttempts(
            int count,
            @Nullable Instant lastAt,

            @Nullable @Schema(description = "The member of staff who tried last")
            String lastByName) {}

    record ToldRecord(
            Instant at,

            @Nullable @Schema(description = "The member of staff who told the person")
            String byName,

            How how) {}

    @Schema(name = "PersonToTell")
    record PersonToTellDetails(
            PersonToTellId id,
            BookingId bookingId,
            PersonId personId,
            String personName,
            String personReference,
            @Nullable String phone,
            @Nullable String email,

            @Schema(description = "Whether the person asked not to be contacted, or gave no way to do so")
            boolean noContact,

            Cause cause,

            @Nullable @Schema(description = "The words of the member who made the change")
            String reason,

            @Schema(description = "The time that the person knows of")
            AppointmentTime was,

            @Nullable @Schema(description = "The time of the booking now; absent if the booking is cancelled")
            AppointmentTime now,

            Instant arisenAt,

            @Nullable @Schema(description = "The member of staff who made the change")
            String arisenByName,

            TellAttempts attempts,

            @Nullable @Schema(description = "How the person was told; absent until then")
            ToldRecord told) {

        static PersonToTellDetails of(Details details) {
            var entry = details.entry();
            var contact = details.contact();
            var told = entry.told();
            return new PersonToTellDetails(
                    entry.id(),
                    entry.booking(),
                    entry.person(),
                    contact.name(),
                    contact.reference(),
                    contact.phone(),
                    contact.email(),
                    contact.noContact(),
                    entry.cause(),
                    entry.reason(),
                    AppointmentTime.of(details.was()),
                    details.now() == null ? null : AppointmentTime.of(details.now()),
                    entry.arisen().at(),
                    details.name(entry.arisen()),
                    new TellAttempts(
                            entry.attempts().count(),
                            entry.attempts().last() == null
                                    ? null
                                    : entry.attempts().last().at(),
                            details.name(entry.attempts().last())),
                    told == null ? null : new ToldRecord(told.by().at(), details.name(told.by()), told.how()));
        }

        /** Leaves out who the person is, because records are written to logs. */
        @Override
        public String toString() {
            return "PersonToTellDetails[id=" + id + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeopleToTellList(
            List<PersonToTellDetails> items, @Nullable PersonToTellId next) {}

    record Telling(@NotNull How how) {}

    @GetMapping("/api/hubs/{hubId}/people-to-tell")
    @Operation(
            operationId = "listPeopleToTell",
            summary = "List the people at a hub who must be told that their booking has changed",
            description = "A page has 100 people at most. The earliest time that a person knows of comes first.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    PeopleToTellList list(
            @PathVariable HubId hubId,
            @RequestParam(defaultValue = "false")
                    @Schema(description = "Lists the people who were told in the last 28 days instead, the last first")
                    boolean told,
            @RequestParam(required = false) @Nullable PersonToTellId after) {
        var page = people.list(hubId, told, after);
        return new PeopleToTellList(
                page.items().stream().map(PersonToTellDetails::of).toList(), page.next());
    }

    @PostMapping("/api/people-to-tell/{personToTellId}/told")
    @Operation(
            operationId = "recordTold",
            summary = "Record how a person was told",
            description = "The same member may send this again.")
    @Answers({NotFound.class, NothingToTell.class})
    @PreAuthorize("hasAuthority('booking:write')")
    PersonToTellDetails told(@PathVariable PersonToTellId personToTellId, @Valid @RequestBody Telling request) {
        return PersonToTellDetails.of(people.tell(personToTellId, request.how()));
    }

    @PostMapping("/api/people-to-tell/{personToTellId}/not-reached")
    @Operation(operationId = "recordNotReached", summary = "Record that a person could not be reached")
    @Answers({NotFound.class, NothingToTell.class})
    @PreAuthorize("hasAuthority('booking:write')")
    PersonToTellDetails notReached(@PathVariable PersonToTellId personToTellId) {
        return PersonToTellDetails.of(people.attempt(personToTellId));
    }

    @PostMapping("/api/people-to-tell/{personToTellId}/undo")
    @Operation(operationId = "undoTold", summary = "Put a person back on the list who was recorded as told by mistake")
    @Answers({NotFound.class, NotTold.class})
    @PreAuthorize("hasAuthority('booking:write')")
    PersonToTellDetails undo(@PathVariable PersonToTellId personToTellId) {
        return PersonToTellDetails.of(people.undo(personToTellId));
    }
}
