package uk.alongside.conversations.council;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;

@RestController
@Tag(name = "Council")
class CouncilController {

    private final CouncilService council;

    CouncilController(CouncilService council) {
        this.council = council;
    }

    /** The council as the pages read it. */
    @Schema(name = "Council")
    record CouncilView(
            String name,
            @Nullable String welshName,
            String alias,

            @Schema(allowableValues = {"setting-up", "live"})
            String status,

            @Schema(allowableValues = {"england", "wales", "scotland"})
            String nation,

            List<String> languages,
            Labels labels,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            @Nullable String contactHours,
            List<String> contactAddress,
            @Nullable String relayNumber,
            @Nullable String complaints,
            Brand brand,

            @Schema(description = "The version of the logo, if the council has one") @Nullable
            Long logo,

            boolean demonstration,

            @Schema(description = "The kinds of session that the council adopted")
            List<Kind> kinds,

            Me me) {

        static CouncilView of(Settings settings, Optional<Long> logo, List<SessionKind> kinds, Caller caller) {
            var contact = settings.contact();
            return new CouncilView(
                    settings.name(),
                    settings.welshName(),
                    settings.alias(),
                    settings.status(),
                    settings.nation(),
                    settings.languages(),
                    settings.labels(),
                    contact.phone(),
                    contact.email(),
                    contact.hours(),
                    contact.address(),
                    contact.relayNumber(),
                    contact.complaints(),
                    settings.brand(),
                    logo.orElse(null),
                    settings.demonstration(),
                    kinds.stream().map(Kind::of).toList(),
                    Me.of(caller));
        }
    }

    @Schema(name = "SessionKind")
    record Kind(String code, String name, int minutes, boolean dropInOnly) {

        static Kind of(SessionKind kind) {
            return new Kind(kind.code(), kind.name(), kind.minutes(), kind.dropInOnly());
        }
    }

    record Me(MemberId id, String name, List<String> roles, List<String> authorities) {

        static Me of(Caller caller) {
            return new Me(
                    caller.member(),
                    caller.name(),
                    caller.roles().stream().map(Role::word).sorted().toList(),
                    caller.roles().stream()
                            .flatMap(role -> role.authorities().stream())
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    @GetMapping("/api/council")
    @Operation(operationId = "getOwnCouncil", summary = "Get the council you act for, and your roles in it")
    @PreAuthorize("hasAuthority('council:read')")
    @Answers(NotFound.class)
    CouncilView get() {
        return CouncilView.of(council.settings(), council.shownLogo(), council.kinds(), Caller.current());
    }

    /**
     * Returns the logo. The browser keeps it but checks each time, since another council's logo has the same address.
     */
    @GetMapping(path = "/api/council/logo", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(operationId = "getCouncilLogo", summary = "Get the logo of the council you act for")
    @PreAuthorize("hasAuthority('council:read')")
    @Answers(NotFound.class)
    ResponseEntity<byte[]> logo() {
        return council.logo()
                .map(logo -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(CouncilContext.council() + "-" + logo.version())
                        .body(logo.png()))
                .orElseThrow(Refused::notFound);
    }
}
