package uk.alongside.conversations.person;

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
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.audit.AuditReader;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "person")
class AccessLogController {

    private final PersonService people;

    AccessLogController(PersonService people) {
        this.people = people;
    }

    @Schema(name = "Look")
    record AccessLogEntry(
            UUID id,
            Instant at,

            @Schema(description = "The member who looked; absent where no member did") @Nullable
            String memberName,

            @Schema(description = "A word: read, booked, checked-in")
            String action,

            @Schema(description = "A word: person, booking, day")
            String kind) {

        static AccessLogEntry of(AuditReader.Line line) {
            return new AccessLogEntry(line.id(), line.at(), line.name(), line.action(), line.kind());
        }
    }

    @Schema(name = "Looks")
    record AccessLog(List<AccessLogEntry> looks) {}

    @GetMapping("/api/people/{personId}/looks")
    @Operation(operationId = "listLooks", summary = "Who has looked at this person or changed something about them")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('person:read')")
    AccessLog accessLog(@PathVariable UUID personId) {
        return new AccessLog(
                people.accessLog(personId).stream().map(AccessLogEntry::of).toList());
    }
}
