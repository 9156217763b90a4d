package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.wall.CouncilContext;

/** Empties the council for tests of the installation after each test (docs/adr/0070). The database refuses every other. */
@Hidden
@RestController
class CouncilForTestsController {

    private final CouncilForTests council;

    CouncilForTestsController(CouncilForTests council) {
        this.council = council;
    }

    @PutMapping("/internal/councils/{councilId}/emptying")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    void empty(@PathVariable UUID councilId) {
        CouncilContext.run(councilId, () -> {
            council.empty();
            council.audit();
        });
    }
}
