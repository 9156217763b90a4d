package uk.alongside.conversations.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.AuditReader;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "People")
class AccessLogController {

    private final AccessLogService log;

    AccessLogController(AccessLogService log) {
        this.log = log;
    }

    record AccessLogEntry(
            UUID id,
            Instant at,

            @Schema(description = "The name of the member of staff; absent if the event was not a member's") @Nullable
            String memberName,

            @Schema(description = "A word: read, booked, checked-in")
            String action,

            @Schema(description = "A word: person, booking, day")
            String kind) {

        static AccessLogEntry of(AuditReader.Line line) {
            return new AccessLogEntry(line.id(), line.at(), line.name(), line.action(), line.kind());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessLog(List<AccessLogEntry> items, @Nullable UUID next) {}

    @GetMapping("/api/people/{personId}/access-log")
    @Operation(
            operationId = "listAccessLog",
            summary = "List who read this person's record or changed something about them, newest first",
            description = "A page has at most 50 entries.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('person:read')")
    AccessLog list(@PathVariable PersonId personId, @RequestParam(required = false) @Nullable UUID after) {
        var page = log.list(personId, after).map(AccessLogEntry::of);
        return new AccessLog(page.items(), page.next());
    }
}
