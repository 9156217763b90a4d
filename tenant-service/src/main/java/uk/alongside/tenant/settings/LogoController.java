package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.logo.LogoRefusal;
import uk.alongside.tenant.settings.SettingsRefusal.StaleVersion;

/** The endpoints of a council's logo, for its leads. They return the redrawn picture, never the uploaded file. */
@RestController
@RequestMapping("/api/settings/logo")
@PreAuthorize("hasAuthority('council:set-up')")
@Tag(name = "Settings")
class LogoController {

    private final LogoService logos;

    LogoController(LogoService logos) {
        this.logos = logos;
    }

    @GetMapping(produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(operationId = "getLogo", summary = "Get your council's logo, as the service redrew it")
    @Answers(NotFound.class)
    ResponseEntity<byte[]> logo() {
        return logos.logo().map(ResponseEntity::ok).orElseThrow(Refused::notFound);
    }

    @PutMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            operationId = "updateLogo",
            summary = "Give your council a logo",
            description = "A PNG or SVG of at most 200 KB. An SVG with a script, with text or with a reference to"
                    + " another file is rejected. A white logo is shown on the council's colour.")
    @Answers({NotFound.class, LogoRefusal.class, StaleVersion.class})
    Versioned<SettingsView> change(@IfMatch long version, @RequestBody byte[] file) {
        return withVersion(logos.put(version, file));
    }

    @DeleteMapping
    @Operation(operationId = "deleteLogo", summary = "Remove your council's logo")
    @Answers({NotFound.class, StaleVersion.class})
    Versioned<SettingsView> remove(@IfMatch long version) {
        return withVersion(logos.remove(version));
    }

    private static Versioned<SettingsView> withVersion(SettingsView settings) {
        return new Versioned<>(settings, settings.version());
    }
}
