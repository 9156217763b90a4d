package uk.alongside.tenant.blueprint;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.delivery.VersionConflict;

/** Sends the kinds of session to conversations-service. */
@Component
class BlueprintDelivery implements Delivery {

    static final String KIND = "blueprint";

    private final OwnElements elements;
    private final ConversationsService conversations;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    BlueprintDelivery(
            OwnElements elements,
            ConversationsService conversations,
            Outbox outbox,
            TransactionOperations transactions) {
        this.elements = elements;
        this.conversations = conversations;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** The kinds as the elements contain them: code, name, minutes, writeUpMinutes, dropInOnly. */
    record State(long version, List<Map<String, Object>> kinds) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID council, long version) {
        var state = transactions.execute(_ -> state());
        if (state == null || state.version() > version) {
            return; // the later version has a delivery of its own
        }
        try {
            conversations.put(council, "blueprint", state);
        } catch (VersionConflict otherBytes) {
            transactions.executeWithoutResult(_ -> republish(council, version));
        }
    }

    private @Nullable State state() {
        return elements.version()
                .map(version -> new State(
                        version,
                        elements.all().stream()
                                .filter(element -> element.part().equals("kinds"))
                                .flatMap(element -> java.util.stream.Stream.ofNullable(element.ours()))
                                .toList()))
                .orElse(null);
    }

    /** Sends the same state under the next version, because the peer holds other bytes under this one. */
    private void republish(UUID council, long version) {
        elements.lock();
        if (elements.version().filter(present -> present == version).isPresent()) {
            outbox.add(KIND, council, elements.nextVersion());
        }
    }
}
