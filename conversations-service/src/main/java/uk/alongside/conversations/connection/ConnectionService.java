package uk.alongside.conversations.connection;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.asset.AssetDirectory;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.connection.Connection.Change;
import uk.alongside.conversations.connection.Connection.Status;
import uk.alongside.conversations.connection.ConnectionRefusal.ConnectionStays;
import uk.alongside.conversations.connection.ConnectionRefusal.ReasonMissing;
import uk.alongside.conversations.connection.ConnectionRefusal.StaleConnection;
import uk.alongside.conversations.connection.ConnectionRefusal.TooManyConnections;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Adds, changes and lists the connections of conversations. Each change is audited as a change of its record. */
@Service
class ConnectionService implements RecordedConversations.Part {

    static final int MOST = 50;
    static final int PAGE = 50;

    private final RecordedConversations records;
    private final Connections connections;
    private final AssetDirectory assets;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    ConnectionService(
            RecordedConversations records,
            Connections connections,
            AssetDirectory assets,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.connections = connections;
        this.assets = assets;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean isWritten(ConversationId id) {
        return connections.count(id) > 0;
    }

    @Transactional
    Page<ConnectionView, ConnectionId> list(ConversationId conversation, @Nullable ConnectionId after) {
        records.find(conversation);
        return Page.of(views(connections.of(conversation)), ConnectionView::id, after, PAGE);
    }

    /** Adds a connection, also to a finished record: what was agreed goes on after the talk. */
    @Transactional
    ConnectionView add(ConversationId conversation, ConnectionDetails details, String key) {
        return requests.once(
                key,
                "POST /api/conversations/" + conversation.value() + "/connections",
                details,
                fresh -> {
                    records.findForWriting(conversation);
                    if (connections.count(conversation) >= MOST) {
                        throw new TooManyConnections().refused();
                    }
                    var connection = new Connection(
                            new ConnectionId(fresh), conversation, 0, named(details), Status.OPEN, null, List.of());
                    connections.insert(connection, OwnChange.now(clock), member());
                    audit.changed(Conversations.KIND, conversation.value(), "connection-added");
                    return view(connection);
                },
                first -> view(found(conversation, new ConnectionId(first))));
    }

    /**
     * Changes a connection if its version is still this one. After the record is finished, each change needs a reason
     * unless it says that the connection came about, and what it was before is kept.
     */
    @Transactional(noRollbackFor = Refused.class)
    ConnectionView change(
            ConversationId conversation,
            ConnectionId id,
            long version,
            ConnectionDetails wanted,
            Status status,
            @Nullable String reason) {
        var record = records.findForWriting(conversation);
        var before = forChange(conversation, id, version);
        var asset = wanted.assetId();
        var details = asset != null && asset.equals(before.details().assetId())
                ? wanted.named(requireNonNull(before.details().name()))
                : named(wanted);
        boolean changed =
                !details.equals(before.details()) || (status == Status.OPEN && before.status() != Status.OPEN);
        if (reason == null && (status == Status.NOT_HAPPENED || (record.finished() && changed))) {
            throw new ReasonMissing().refused();
        }
        if (record.finished() || status != before.status()) {
            connections.keep(id, new Change(before.details(), before.status(), reason, OwnChange.now(clock), member()));
        }
        connections.update(new Connection(
                id, conversation, version, details, status, status == Status.NOT_HAPPENED ? reason : null, List.of()));
        audit.changed(Conversations.KIND, conversation.value(), "connection-changed");
        return view(found(conversation, id));
    }

    /** Deletes a connection of a record that is not finished, if its version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    void delete(ConversationId conversation, ConnectionId id, long version) {
        var record = records.findForWriting(conversation);
        forChange(conversation, id, version);
        if (record.finished()) {
            throw new ConnectionStays().refused();
        }
        connections.delete(id);
        audit.changed(Conversations.KIND, conversation.value(), "connection-deleted");
    }

    /** Returns the details with the name that the asset has now, so that a later change of the list changes no record. */
    private ConnectionDetails named(ConnectionDetails details) {
        var asset = details.assetId();
        return asset == null
                ? details
                : details.named(
                        assets.find(asset).orElseThrow(Refused::notFound).name());
    }

    /** Returns the connection if its version is still this one. Otherwise the refusal shows the present one. */
    private Connection forChange(ConversationId conversation, ConnectionId id, long version) {
        var connection = found(conversation, id);
        if (connection.version() != version) {
            throw new StaleConnection(view(connection)).refused();
        }
        return connection;
    }

    private Connection found(ConversationId conversation, ConnectionId id) {
        return connections.find(conversation, id).orElseThrow(Refused::notFound);
    }

    private ConnectionView view(Connection connection) {
        return views(List.of(connection)).getFirst();
    }

    private List<ConnectionView> views(List<Connection> found) {
        var names = team.names(found.stream()
                .flatMap(connection -> connection.changes().stream())
                .map(change -> change.by().value())
                .distinct()
                .toList());
        return found.stream()
                .map(connection -> ConnectionView.of(connection, names))
                .toList();
    }

    private static MemberId member() {
        return Caller.current().member();
    }
}
