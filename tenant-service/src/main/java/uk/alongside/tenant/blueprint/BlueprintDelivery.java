package uk.alongside.tenant.blueprint;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.delivery.VersionConflict;

/** Sends the kinds of session and the prompts for a conversation to conversations-service. */
@Component
class BlueprintDelivery implements Delivery {

    static final String KIND = "blueprint";

    /** The number of prompts that are the main ones if none of the council's own says that it is. */
    private static final int USUAL_MAIN = 3;

    private final OwnElements elements;
    private final BlueprintLibrary library;
    private final ConversationsService conversations;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    BlueprintDelivery(
            OwnElements elements,
            BlueprintLibrary library,
            ConversationsService conversations,
            Outbox outbox,
            TransactionOperations transactions) {
        this.elements = elements;
        this.library = library;
        this.conversations = conversations;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** The kinds as the elements contain them: code, name, minutes, writeUpMinutes, dropInOnly. */
    record State(long version, List<Map<String, Object>> kinds, List<Prompt> prompts) {}

    /** A prompt for a conversation. The main ones are those that every conversation touches on. */
    record Prompt(String id, String heading, String help, boolean main) {

        Prompt withMain(boolean isMain) {
            return new Prompt(id, heading, help, isMain);
        }
    }

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
                .map(version -> {
                    var all = elements.all();
                    return new State(
                            version,
                            all.stream()
                                    .filter(element -> element.part().equals("kinds"))
                                    .flatMap(element -> Stream.ofNullable(element.ours()))
                                    .toList(),
                            prompts(all));
                })
                .orElse(null);
    }

    /** Returns the prompts that the council uses, in the order of the approach. */
    private List<Prompt> prompts(List<OwnElement> all) {
        var order = library.latest().part("prompts").stream()
                .flatMap(part -> part.elements().stream())
                .map(Blueprint.Element::id)
                .toList();
        var prompts = all.stream()
                .filter(element -> element.part().equals("prompts") && element.inUse())
                .sorted(comparingInt(element -> place(order, element.element())))
                .map(BlueprintDelivery::prompt)
                .toList();
        return prompts.stream().anyMatch(Prompt::main)
                ? prompts
                : IntStream.range(0, prompts.size())
                        .mapToObj(number -> prompts.get(number).withMain(number < USUAL_MAIN))
                        .toList();
    }

    /** Returns the place of a prompt. A prompt that the latest version leaves out comes after all others. */
    private static int place(List<String> order, String element) {
        int place = order.indexOf(element);
        return place < 0 ? order.size() : place;
    }

    private static Prompt prompt(OwnElement element) {
        var ours = requireNonNull(element.ours());
        return new Prompt(
                element.element(),
                String.valueOf(ours.get("heading")),
                String.valueOf(ours.get("help")),
                Boolean.TRUE.equals(ours.get("main")));
    }

    /** Sends the same state under the next version, because the peer holds other bytes under this one. */
    private void republish(UUID council, long version) {
        elements.lock();
        if (elements.version().filter(present -> present == version).isPresent()) {
            outbox.add(KIND, council, elements.nextVersion());
        }
    }
}
