package uk.alongside.tenant.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.settings.CouncilSettings;

/** A council as an operator sees it. */
@Schema(name = "Council")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CouncilView(
        UUID id,
        String name,
        String alias,
        CouncilStatus status,
        boolean suspended,
        @Nullable String authority,
        String talkingPoint,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        boolean demonstration,
        long version) {

    static CouncilView of(CouncilSettings settings) {
        return new CouncilView(
                settings.id(),
                settings.name(),
                settings.alias(),
                settings.status(),
                settings.isSuspended(),
                settings.authority(),
                settings.labels().talkingPoint(),
                settings.contact().contactPhone(),
                settings.contact().contactEmail(),
                settings.demonstration(),
                settings.version());
    }
}
