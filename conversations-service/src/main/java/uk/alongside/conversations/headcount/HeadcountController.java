package uk.alongside.conversations.headcount;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.headcount.HeadcountRefusal.SessionNotBegun;
import uk.alongside.conversations.headcount.HeadcountRefusal.StaleHeadcount;
import uk.alongside.conversations.headcount.HeadcountService.History;
import uk.alongside.conversations.headcount.HeadcountService.Shown;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Head Counts")
class HeadcountController {

    private final HeadcountService headcounts;

    HeadcountController(HeadcountService headcounts) {
        this.headcounts = headcounts;
    }

    @Schema(name = "HeadcountUpdate")
    record Update(
            @NotNull @Min(0) @Max(HeadcountService.MOST) Integer people) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeadcountChange(
            UUID id,
            int people,
            Instant changedAt,
            @Nullable String changedByName) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeadcountChangeList(
            List<HeadcountChange> items, @Nullable UUID next) {

        static HeadcountChangeList of(History history) {
            var page = history.page()
                    .map(change ->
                            new HeadcountChange(change.id(), change.people(), change.at(), history.byName(change)));
            return new HeadcountChangeList(page.items(), page.next());
        }
    }

    @GetMapping("/api/sessions/{sessionId}/headcount")
    @Operation(
            operationId = "getHeadcount",
            summary = "Get the number of people who came to a session without giving a name",
            description = "A session whose head count is not recorded has no number, and version 0.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    Versioned<HeadcountView> get(@PathVariable SessionId sessionId) {
        return view(headcounts.find(sessionId));
    }

    @PutMapping("/api/sessions/{sessionId}/headcount")
    @Operation(
            operationId = "updateHeadcount",
            summary = "Record the number of people who came to a session without giving a name",
            description = "The numbers before are kept.")
    @Answers({NotFound.class, SessionNotBegun.class, StaleHeadcount.class})
    @PreAuthorize("hasAuthority('booking:write')")
    Versioned<HeadcountView> update(
            @PathVariable SessionId sessionId, @IfMatch long version, @Valid @RequestBody Update request) {
        return view(headcounts.record(sessionId, version, request.people()));
    }

    @GetMapping("/api/sessions/{sessionId}/headcount/changes")
    @Operation(
            operationId = "listHeadcountChanges",
            summary = "List the head counts that were recorded for a session, and who recorded them",
            description = "A page has at most 50. The last one comes first.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    HeadcountChangeList changes(
            @PathVariable SessionId sessionId, @RequestParam(required = false) @Nullable UUID after) {
        return HeadcountChangeList.of(headcounts.history(sessionId, after));
    }

    private static Versioned<HeadcountView> view(Shown shown) {
        return new Versioned<>(shown.view(), shown.version());
    }
}
