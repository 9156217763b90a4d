package uk.alongside.tenant.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.identity.Passkey;
import uk.alongside.tenant.identity.SecondFactors;
import uk.alongside.tenant.secondfactor.MembersToAsk;

/**
 * The endpoint for the callers' own passkeys. They are added and removed on pages of Keycloak's, which first ask for the
 * password and the second factor again.
 */
@RestController
@Tag(name = "Passkeys")
class PasskeyController {

    private static final int PAGE = 100;

    private final MembersToAsk members;
    private final SecondFactors secondFactors;

    PasskeyController(MembersToAsk members, SecondFactors secondFactors) {
        this.members = members;
        this.secondFactors = secondFactors;
    }

    @Schema(name = "Passkey")
    record View(
            @Schema(example = "0b1f6c8e-6a0c-4f0e-9d55-1c1a6c7f4a11")
            String id,

            @Schema(description = "The name that its owner gave it", example = "Work laptop")
            String name,

            Instant addedAt) {

        static View of(Passkey passkey) {
            return new View(passkey.id(), passkey.name(), passkey.addedAt());
        }
    }

    @Schema(name = "PasskeyList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PasskeyList(List<View> items, @Nullable String next) {}

    @GetMapping("/api/passkeys")
    @PreAuthorize("hasAuthority('council:read')")
    @Operation(
            operationId = "listPasskeys",
            summary = "List your own passkeys, the newest first",
            description = "A page has at most 100. A program has none.")
    @Answers(IdentityUnavailable.class)
    PasskeyList list(@RequestParam(required = false) @TypedText(TextKind.CODE) @Nullable String after) {
        var passkeys = members.account(Caller.current().member().value())
                .map(secondFactors::passkeys)
                .orElse(List.of());
        var page = Page.of(passkeys, Passkey::id, after, PAGE).map(View::of);
        return new PasskeyList(page.items(), page.next());
    }
}
