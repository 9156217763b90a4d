package uk.alongside.conversations.timeline;

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
class TimelineController {

    private final TimelineService timeline;

    TimelineController(TimelineService timeline) {
        this.timeline = timeline;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Timeline(List<TimelineEntry> items, @Nullable UUID next) {}

    @GetMapping("/api/people/{personId}/timeline")
    @Operation(
            operationId = "listTimeline",
            summary = "List a person's bookings, conversations, steps and measures, the latest first, without texts",
            description = "A page has at most 50 entries.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('conversation:read')")
    Timeline list(@PathVariable PersonId personId, @RequestParam(required = false) @Nullable UUID after) {
        var page = timeline.list(personId, after);
        return new Timeline(page.items(), page.next());
    }
}
