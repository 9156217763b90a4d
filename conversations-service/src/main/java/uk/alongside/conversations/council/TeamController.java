package uk.alongside.conversations.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.page.Page;

@RestController
@Tag(name = "Team")
class TeamController {

    private final CouncilService council;

    TeamController(CouncilService council) {
        this.council = council;
    }

    private static final int PAGE = 500;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColleagueList(
            List<Team.Colleague> items, @Nullable UUID next) {}

    @GetMapping("/api/team")
    @Operation(
            operationId = "listColleagues",
            summary = "List the active members by name, to name them as staff of sessions",
            description = "A page has at most 500 members.")
    @PreAuthorize("hasAuthority('session:read')")
    ColleagueList list(@RequestParam(required = false) @Nullable UUID after) {
        var page = Page.ofRest(council.team(after, PAGE + 1), Team.Colleague::id, PAGE);
        return new ColleagueList(page.items(), page.next());
    }
}
