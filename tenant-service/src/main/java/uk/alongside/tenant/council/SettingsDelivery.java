package uk.alongside.tenant.council;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.delivery.VersionConflict;

/** Tells conversations-service how a council is set up. */
@Component
class SettingsDelivery implements Delivery {

    static final String KIND = "settings";

    private final SettingsOfCouncils settings;
    private final ConversationsService conversations;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    SettingsDelivery(
            SettingsOfCouncils settings,
            ConversationsService conversations,
            Outbox outbox,
            TransactionOperations transactions) {
        this.settings = settings;
        this.conversations = conversations;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    record State(
            long version,
            String name,
            String alias,
            String talkingPoint,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            boolean demonstration) {

        static State of(CouncilSettings council) {
            return new State(
                    council.version(),
                    council.name(),
                    council.alias(),
                    council.talkingPoint(),
                    council.contactPhone(),
                    council.contactEmail(),
                    council.demonstration());
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
            transactions.executeWithoutResult(_ -> insist(council, version));
        }
    }

    private void insist(UUID council, long version) {
        settings.findForEditById(council)
                .filter(present -> present.version() == version)
                .ifPresent(present -> {
                    present.insist();
                    outbox.add(KIND, council, present.version());
                });
    }
}
