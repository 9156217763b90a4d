package uk.alongside.tenant.settings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.OrganizationLock;

/** Sends Keycloak the name under which people choose a council. */
@Component
class DisplayNameDelivery implements Delivery {

    static final String KIND = "display-name";

    private final CouncilSettingsRepository settings;
    private final Keycloak keycloak;
    private final OrganizationLock organization;
    private final TransactionOperations transactions;

    DisplayNameDelivery(
            CouncilSettingsRepository settings,
            Keycloak keycloak,
            OrganizationLock organization,
            TransactionOperations transactions) {
        this.settings = settings;
        this.keycloak = keycloak;
        this.organization = organization;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Sends the name. Keycloak has no versions, so the delivery sends again if the name changed during the call. */
    @Override
    public void deliver(UUID council, long version) {
        for (var name = name(council); name != null; ) {
            var sent = name;
            transactions.executeWithoutResult(_ -> {
                organization.hold();
                keycloak.show(council, sent);
            });
            var present = name(council);
            name = name.equals(present) ? null : present;
        }
    }

    private @Nullable String name(UUID council) {
        return transactions.execute(
                _ -> settings.findById(council).map(CouncilSettings::name).orElse(null));
    }
}
