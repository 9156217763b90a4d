package uk.alongside.conversations.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.board.ToFinishService.ToFinish;
import uk.alongside.conversations.board.UnfinishedBookings.Unfinished;
import uk.alongside.conversations.booking.Booking.AbsenceReason;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonDirectory.Contact;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "To Finish")
class ToFinishController {

    private final ToFinishService service;

    ToFinishController(ToFinishService service) {
        this.service = service;
    }

    /** The work that is left on a booking. */
    enum ToDo {
        RECORD_ATTENDANCE,
        RING
    }

    record ToFinishEntry(
            BookingId bookingId,
            ToDo toDo,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            PersonId personId,
            String personName,
            String personReference,

            @Nullable @Schema(description = "The telephone number of a person to ring, if they gave one")
            String phone,

            @Schema(description = "Whether the person asked not to be contacted, or gave no way to do so")
            boolean noContact,

            @Nullable @Schema(description = "The reason for which the person did not attend, if they gave one")
            AbsenceReason absenceReason) {

        static ToFinishEntry of(Unfinished booking, Contact contact) {
            return new ToFinishEntry(
                    booking.booking(),
                    booking.didNotAttend() ? ToDo.RING : ToDo.RECORD_ATTENDANCE,
                    booking.date(),
                    booking.starts(),
                    booking.ends(),
                    contact.id(),
                    contact.name(),
                    contact.reference(),
                    booking.didNotAttend() ? contact.phone() : null,
                    contact.noContact(),
                    booking.reason());
        }

        /** Leaves out who the person is, because records are written to logs. */
        @Override
        public String toString() {
            return "ToFinishEntry[bookingId=" + bookingId + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToFinishList(
            List<ToFinishEntry> items,
            @Nullable BookingId next,

            @Schema(description = "The number of bookings, on all pages, whose attendance is not recorded")
            int attendanceToRecord,

            @Schema(description = "The number of people to ring, on all pages")
            int peopleToRing,

            @Schema(description = "The number of entries from before these days; zero if all days are listed")
            int earlier) {

        static ToFinishList of(ToFinish list) {
            return new ToFinishList(
                    list.page().items().stream()
                            .map(booking -> ToFinishEntry.of(booking, list.contact(booking)))
                            .toList(),
                    list.page().next(),
                    list.counts().attendance(),
                    list.counts().calls(),
                    list.counts().earlier());
        }
    }

    @GetMapping("/api/hubs/{hubId}/to-finish")
    @Operation(
            operationId = "listToFinish",
            summary = "List what is left over at a hub: attendance that is not recorded, and people to ring",
            description =
                    "The list has the entries of today and of the 14 days before, the latest first. A page has 100"
                            + " entries at most.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    ToFinishList list(
            @PathVariable HubId hubId,
            @RequestParam(defaultValue = "false") @Schema(description = "Lists the entries of all days instead")
                    boolean all,
            @RequestParam(required = false) @Nullable BookingId after) {
        return ToFinishList.of(service.list(hubId, all, after));
    }
}
