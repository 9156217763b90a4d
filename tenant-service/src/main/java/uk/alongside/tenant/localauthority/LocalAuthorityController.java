package uk.alongside.tenant.localauthority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The endpoints of the register for people who choose from it. They do not reveal which councils use the product. */
@RestController
@Tag(name = "Local Authorities")
class LocalAuthorityController {

    private final LocalAuthorities authorities;

    LocalAuthorityController(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LocalAuthorityList(
            List<LocalAuthority> items, @Nullable String next) {}

    @GetMapping("/api/local-authorities")
    @PreAuthorize("hasAnyAuthority('council:operate', 'council:set-up')")
    @Operation(
            operationId = "listLocalAuthorities",
            summary = "List the register of local authorities by name",
            description = "Authorities that have ended are listed too, with their last day and their successors. A page"
                    + " has at most 500.")
    LocalAuthorityList authorities(@RequestParam(required = false) @TypedText(TextKind.CODE) @Nullable String after) {
        var page = authorities.list(after);
        return new LocalAuthorityList(page.items(), page.next());
    }
}
