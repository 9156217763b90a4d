package uk.alongside.tenant.logo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.VersionConflict;

/** Sends conversations-service a council's logo, or the fact that the council has no logo any more. */
@Component
class LogoDelivery implements Delivery {

    static final String KIND = "logo";

    private final Logos logos;
    private final ConversationsService conversations;
    private final TransactionOperations transactions;

    LogoDelivery(Logos logos, ConversationsService conversations, TransactionOperations transactions) {
        this.logos = logos;
        this.conversations = conversations;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID council, long version) {
        var held = transactions.execute(_ -> present());
        if (held == null || held.version() > version) {
            return; // the later version has a delivery of its own
        }
        try {
            conversations.put(council, "logo", held);
        } catch (VersionConflict otherBytes) {
            transactions.executeWithoutResult(_ -> republish(version));
        }
    }

    private Logos.@Nullable Held present() {
        return logos.held().orElse(null);
    }

    private void republish(long version) {
        if (logos.held().filter(held -> held.version() == version).isPresent()) {
            logos.republish();
        }
    }
}
