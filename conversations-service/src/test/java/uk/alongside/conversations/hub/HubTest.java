package uk.alongside.conversations.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.OpeningHours;

class HubTest {

    @Test
    void isRestoredAsAMemberLeftItBeforeAnImportChangedIt() {
        var services = List.of("Citizens Advice", "Registrar");
        var hub = new Hub(
                UUID.randomUUID(),
                new HubForm(
                        "Library",
                        List.of("1 High Street"),
                        "HX1 1UJ",
                        null,
                        services,
                        null,
                        false,
                        List.of(),
                        List.of(),
                        null));
        var before = hub.snapshot();
        hub.describe(new HubDetails(
                "Library",
                List.of("2 High Street"),
                "HX1 1UJ",
                null,
                "Café",
                null,
                new OpeningHours(List.of()),
                List.of(AccessFeature.STEP_FREE)));
        assertThat(hub.coLocated()).containsExactly("Café");
        assertThat(hub.accessFeatures()).containsExactly(AccessFeature.STEP_FREE);

        hub.restore(before);

        assertThat(hub.coLocated()).isEqualTo(services);
        assertThat(hub.snapshot()).isEqualTo(before);
    }
}
