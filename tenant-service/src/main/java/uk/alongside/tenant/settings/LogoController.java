package uk.alongside.tenant.settings;

import uk.alongside.tenant.council.CouncilService;
import uk.alongside.tenant.council.CouncilProblems;
import uk.alongside.tenant.council.CouncilRefusal;
import uk.alongside.tenant.council.CouncilRefused;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.tenant.Versions;
import uk.alongside.tenant.brand.LogoRefused;

/** The endpoints of a council's logo, for its leads. They return the redrawn picture, never the uploaded file. */
@RestController
@RequestMapping("/api/settings/logo")
@PreAuthorize("hasAuthority('council:set-up')")
@Tag(name = "Settings")
class LogoController {

    private static final String TAG = "The ETag of the settings that were read";

    private final LogoService logos;
    private final CouncilService councils;

    LogoController(LogoService logos, CouncilService councils) {
        this.logos = logos;
        this.councils = councils;
    }

    @GetMapping(produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(operationId = "readLogo", summary = "Your council's logo, as it was redrawn")
    ResponseEntity<byte[]> logo() {
        return logos.logo().map(held -> ResponseEntity.ok(held.png())).orElseThrow(LogoController::none);
    }

    @PutMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            operationId = "changeLogo",
            summary = "Give your council a logo",
            description = "A PNG or SVG of at most 200 KB, told by its bytes. Scripts, text and references to anything"
                    + " outside of an SVG are refused. A logo that is white stands on the council's colour.")
    ResponseEntity<SettingsView> change(
            @Parameter(required = true, description = TAG, example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody byte[] file) {
        return withVersion(logos.put(Versions.expected(ifMatch), file));
    }

    @DeleteMapping
    @Operation(operationId = "removeLogo", summary = "Show your council's name without a logo")
    ResponseEntity<SettingsView> remove(
            @Parameter(required = true, description = TAG, example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch) {
        return withVersion(logos.remove(Versions.expected(ifMatch)));
    }

    private static ResponseEntity<SettingsView> withVersion(SettingsView settings) {
        return ResponseEntity.ok().eTag(Versions.etag(settings.version())).body(settings);
    }

    private static CouncilRefused none() {
        return new CouncilRefused(new CouncilRefusal.NoLogo());
    }

    @ExceptionHandler
    ProblemDetail refused(LogoRefused e) {
        var problem = Problem.of(BAD_REQUEST, "logo-refused", "This file cannot be used as a logo.");
        problem.setProperty("reason", e.reason().word());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(CouncilRefused e) {
        return CouncilProblems.forALead(e.reason(), councils::settings);
    }
}
