package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.Versions;

/** The endpoints of a council's logo, for its leads. They return the redrawn picture, never the uploaded file. */
@RestController
@RequestMapping("/api/settings/logo")
@PreAuthorize("hasAuthority('council:set-up')")
@Tag(name = "Settings")
class LogoController {

    private static final String TAG = "The ETag of the settings that were read";

    private final LogoService logos;

    LogoController(LogoService logos) {
        this.logos = logos;
    }

    @GetMapping(produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(operationId = "readLogo", summary = "Your council's logo, as it was redrawn")
    ResponseEntity<byte[]> logo() {
        return logos.logo().map(held -> ResponseEntity.ok(held.png())).orElseThrow(Refused::notFound);
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
}
