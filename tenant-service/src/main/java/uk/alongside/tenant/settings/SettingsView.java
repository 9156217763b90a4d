package uk.alongside.tenant.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.logo.Logos;
import uk.alongside.tenant.register.CouncilStatus;

/** A council as its leads see and edit it. */
@Schema(name = "OwnSettings")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsView(
        String name,
        @Nullable String welshName,
        String alias,
        CouncilStatus status,
        @Nullable String authority,
        Nation nation,

        @Schema(description = "Languages of the pages for residents, English first.", example = "[\"en\", \"cy\"]")
        List<String> languages,

        Labels labels,
        Contact contact,
        Brand brand,
        Logos.@Nullable Shown logo,
        @Nullable DataProtection dataProtection,
        Assessments.@Nullable Held assessment,
        boolean demonstration,
        long version) {

    static SettingsView of(
            CouncilSettings settings, Optional<Logos.Shown> logo, Optional<Assessments.Held> assessment) {
        return new SettingsView(
                settings.name(),
                settings.welshName(),
                settings.alias(),
                settings.status(),
                settings.authority(),
                settings.nation(),
                settings.languages(),
                settings.labels(),
                settings.contact(),
                settings.brand(),
                logo.orElse(null),
                settings.dataProtection(),
                assessment.orElse(null),
                settings.demonstration(),
                settings.version());
    }
}
