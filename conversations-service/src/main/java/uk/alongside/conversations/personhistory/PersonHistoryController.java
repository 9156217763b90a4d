package uk.alongside.conversations.personhistory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "People")
class PersonHistoryController {

    private final PersonHistoryService history;

    PersonHistoryController(PersonHistoryService history) {
        this.history = history;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonBookingList(
            List<PersonBooking> items, @Nullable UUID next) {}

    @GetMapping("/api/people/{personId}/bookings")
    @Operation(
            operationId = "listPersonBookings",
            summary = "List a person's bookings and walk-ins, the latest first",
            description = "A page has at most 50 bookings and walk-ins.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('person:read')")
    PersonBookingList list(@PathVariable PersonId personId, @RequestParam(required = false) @Nullable UUID after) {
        var page = history.list(personId, after);
        return new PersonBookingList(page.items(), page.next());
    }
}
