package uk.alongside.conversations.lastspoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.lastspoken.LastSpokenService.LastSpoken;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Answers;

@RestController
@Tag(name = "People")
class LastSpokenController {

    private static final int MOST_WEEKS = 520;

    private final LastSpokenService people;

    LastSpokenController(LastSpokenService people) {
        this.people = people;
    }

    @Schema(name = "LastSpoken")
    record LastSpokenView(
            PersonId personId,
            String personName,
            String personReference,

            @Schema(description = "The last day of a conversation or a visit")
            LocalDate day) {

        static LastSpokenView of(LastSpoken spoken) {
            var person = spoken.person();
            return new LastSpokenView(person.id(), person.name(), person.reference(), spoken.day());
        }

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "LastSpokenView[personId=" + personId + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastSpokenList(
            List<LastSpokenView> items, @Nullable PersonId next) {}

    @GetMapping("/api/last-spoken")
    @Operation(
            operationId = "listLastSpoken",
            summary = "List the people to whom no one has spoken for some weeks, the longest ago first",
            description = "People with at least one conversation are listed. An attempt to reach a person does not"
                    + " count, and a visit does. No text is opened. A page has at most 50 people.")
    @Answers({})
    @PreAuthorize("hasAuthority('conversation:read')")
    LastSpokenList list(
            @RequestParam(defaultValue = "6") @Min(1) @Max(MOST_WEEKS) int weeks,
            @RequestParam(required = false) @Nullable PersonId after) {
        var page = people.list(weeks, after).map(LastSpokenView::of);
        return new LastSpokenList(page.items(), page.next());
    }
}
