package uk.alongside.tenant.localauthority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints of the register for people who choose from it. They do not reveal which councils use the product. */
@RestController
@Tag(name = "Local authorities")
class LocalAuthorityController {

    private final LocalAuthorities authorities;

    LocalAuthorityController(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    record LocalAuthorityList(List<LocalAuthority> authorities) {}

    @GetMapping("/api/local-authorities")
    @PreAuthorize("hasAnyAuthority('council:operate', 'council:set-up')")
    @Operation(
            operationId = "listLocalAuthorities",
            summary = "The register of local authorities, by name",
            description = "Those that have ended are in it too, with their last day and their successors.")
    LocalAuthorityList authorities() {
        return new LocalAuthorityList(authorities.all());
    }
}
