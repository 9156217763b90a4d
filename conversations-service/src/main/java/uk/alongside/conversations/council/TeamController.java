package uk.alongside.conversations.council;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "council")
class TeamController {

    private final CouncilService council;

    TeamController(CouncilService council) {
        this.council = council;
    }

    record TeamView(List<Team.Colleague> members) {}

    @GetMapping("/api/team")
    @Operation(operationId = "listTeam", summary = "Who works for the council, to be named as staff of sessions")
    @PreAuthorize("hasAuthority('session:read')")
    TeamView team() {
        return new TeamView(council.team());
    }
}
