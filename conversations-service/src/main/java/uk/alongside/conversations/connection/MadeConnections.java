package uk.alongside.conversations.connection;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.asset.AssetDirectory;
import uk.alongside.conversations.connection.Connection.Status;
import uk.alongside.conversations.conversation.ConversationId;

/** Answers other features' questions about the connections of a record. The caller audits the read of the record. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MadeConnections {

    private final Connections connections;
    private final AssetDirectory assets;

    MadeConnections(Connections connections, AssetDirectory assets) {
        this.connections = connections;
        this.assets = assets;
    }

    /**
     * A connection that was made.
     *
     * @param telephone the number that the list has now; null if it has none
     */
    public record Made(
            String name, Way way, Contact contact, @Nullable String telephone, boolean happened) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Made[way=" + way + "]";
        }
    }

    /** Lists the connections of a record that are open or came about, in the order in which they were added. */
    public List<Made> of(ConversationId conversation) {
        return connections.of(conversation).stream()
                .filter(connection -> connection.status() != Status.NOT_HAPPENED)
                .map(connection -> {
                    var details = connection.details();
                    var asset = details.assetId();
                    return new Made(
                            requireNonNull(details.name()),
                            details.way(),
                            details.contact(),
                            asset == null ? null : assets.telephone(asset).orElse(null),
                            connection.status() == Status.HAPPENED);
                })
                .toList();
    }
}
