package uk.alongside.tenant.settings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.delivery.VersionConflict;

/** Sends a council's settings to conversations-service. */
@Component
class SettingsDelivery implements Delivery {

    static final String KIND = "settings";

    private final CouncilSettingsRepository settings;
    private final ConversationsService conversations;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    SettingsDelivery(
            CouncilSettingsRepository settings,
            ConversationsService conversations,
            Outbox outbox,
            TransactionOperations transactions) {
        this.settings = settings;
        this.conversations = conversations;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** The settings as conversations-service receives them. */
    record State(
            long version,
            String name,
            @Nullable String welshName,
            String alias,
            String status,
            boolean suspended,
            String nation,
            List<String> languages,
            Labels labels,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            @Nullable String contactHours,
            List<String> contactAddress,
            @Nullable String relayNumber,
            @Nullable String complaints,
            @Nullable String privacyNotice,
            Colours brand,
            boolean demonstration) {

        static State of(CouncilSettings council) {
            var contact = council.contact();
            var dataProtection = council.dataProtection();
            return new State(
                    council.version(),
                    council.name(),
                    council.welshName(),
                    council.alias(),
                    council.status().isLive() ? "live" : "setting-up",
                    council.isSuspended(),
                    council.nation().word(),
                    council.languages(),
                    council.labels(),
                    contact.contactPhone(),
                    contact.contactEmail(),
                    contact.contactHours(),
                    contact.contactAddress(),
                    contact.relayNumber(),
                    contact.complaints(),
                    dataProtection == null ? null : dataProtection.privacyNotice(),
                    Colours.of(council.brand()),
                    council.demonstration());
        }
    }

    record Colours(String headerColour, String headerTextColour, String borderColour, String logoBackground) {

        static Colours of(Brand brand) {
            return new Colours(
                    brand.headerColour(), brand.headerTextColour(), brand.borderColour(), brand.logoBackground());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID council, long version) {
        var state = transactions.execute(
                _ -> settings.findById(council).map(State::of).orElse(null));
        if (state == null || state.version() > version) {
            return; // the later version has a delivery of its own
        }
        try {
            conversations.put(council, "settings", state);
        } catch (VersionConflict otherBytes) {
            transactions.executeWithoutResult(_ -> republish(council, version));
        }
    }

    private void republish(UUID council, long version) {
        settings.findForEditById(council)
                .filter(present -> present.version() == version)
                .ifPresent(present -> {
                    present.republish();
                    outbox.add(KIND, council, present.version());
                });
    }
}
