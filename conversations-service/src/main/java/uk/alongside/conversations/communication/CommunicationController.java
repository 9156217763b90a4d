package uk.alongside.conversations.communication;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.communication.Communication.LetterFormat;
import uk.alongside.conversations.communication.CommunicationRefusal.ReviewInThePast;
import uk.alongside.conversations.communication.CommunicationRefusal.StaleCommunication;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "People")
class CommunicationController {

    private final CommunicationService communications;

    CommunicationController(CommunicationService communications) {
        this.communications = communications;
    }

    record NewCommunication(
            @Nullable @Schema(description = "The format of letters to the person; left out if it is not known")
            LetterFormat letterFormat,

            @Nullable @Schema(description = "The day on which a member asks again about the communication needs")
            LocalDate reviewOn) {}

    @Schema(name = "OverdueReview")
    record ReviewView(PersonId personId, String name, LocalDate reviewOn) {

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "ReviewView[personId=" + personId + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewList(List<ReviewView> items, @Nullable PersonId next) {}

    @GetMapping("/api/people/{personId}/communication")
    @Operation(
            operationId = "getCommunication",
            summary = "Get how a person gets letters, and when the communication needs are reviewed")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('person:read')")
    Versioned<CommunicationView> get(@PathVariable PersonId personId) {
        return withVersion(communications.find(personId));
    }

    @PutMapping("/api/people/{personId}/communication")
    @Operation(
            operationId = "updateCommunication",
            summary = "Change how a person gets letters, and when the communication needs are reviewed")
    @Answers({NotFound.class, StaleCommunication.class, ReviewInThePast.class})
    @PreAuthorize("hasAuthority('person:write')")
    Versioned<CommunicationView> update(
            @PathVariable PersonId personId, @IfMatch long version, @Valid @RequestBody NewCommunication request) {
        return withVersion(communications.change(personId, request.letterFormat(), request.reviewOn(), version));
    }

    @GetMapping("/api/communication-reviews")
    @Operation(
            operationId = "listOverdueReviews",
            summary = "List the people whose communication needs are overdue for a review, the longest overdue first",
            description = "A page has at most 50 people.")
    @PreAuthorize("hasAuthority('person:read')")
    ReviewList overdue(@RequestParam(required = false) @Nullable PersonId after) {
        var found = communications.overdue(after);
        var page = found.page()
                .map(review -> new ReviewView(
                        review.person(),
                        requireNonNull(found.people().get(review.person())).name(),
                        requireNonNull(review.reviewOn())));
        return new ReviewList(page.items(), page.next());
    }

    private static Versioned<CommunicationView> withVersion(CommunicationView communication) {
        return new Versioned<>(communication, communication.version());
    }
}
