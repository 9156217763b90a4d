package uk.alongside.conversations.connection;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.connection.Connection.Status;
import uk.alongside.conversations.connection.ConnectionRefusal.ConnectionStays;
import uk.alongside.conversations.connection.ConnectionRefusal.ReasonMissing;
import uk.alongside.conversations.connection.ConnectionRefusal.StaleConnection;
import uk.alongside.conversations.connection.ConnectionRefusal.TooManyConnections;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@RequestMapping("/api/conversations/{conversationId}/connections")
@Tag(name = "Connections")
class ConnectionController {

    private final ConnectionService connections;

    ConnectionController(ConnectionService connections) {
        this.connections = connections;
    }

    @Schema(name = "ConnectionUpdate")
    record Change(
            @NotNull @Valid ConnectionDetails details,
            @NotNull Status status,

            @Nullable
            @Size(max = 500)
            @TypedText(TextKind.LINE)
            @Schema(description = "Why it did not come about, or why it is changed after the conversation was finished")
            String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Change[status=" + status + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConnectionList(
            List<ConnectionView> items, @Nullable ConnectionId next) {}

    @GetMapping
    @Operation(
            operationId = "listConnections",
            summary = "List the connections of a conversation with groups, places and activities",
            description = "A page has at most 50 connections. The first one added comes first.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    ConnectionList list(
            @PathVariable ConversationId conversationId, @RequestParam(required = false) @Nullable ConnectionId after) {
        var page = connections.list(conversationId, after);
        return new ConnectionList(page.items(), page.next());
    }

    @PostMapping
    @Operation(operationId = "createConnection", summary = "Add a connection to a conversation")
    @Answers({NotFound.class, TooManyConnections.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Created<ConnectionView> create(
            @PathVariable ConversationId conversationId,
            @IdempotencyKey String key,
            @Valid @RequestBody ConnectionDetails request) {
        var connection = connections.add(conversationId, request, key);
        return new Created<>(
                "/api/conversations/" + conversationId.value() + "/connections", connection, connection.version());
    }

    @PutMapping("/{connectionId}")
    @Operation(
            operationId = "updateConnection",
            summary = "Change a connection, or say whether it came about",
            description = "One that did not come about needs a reason. After the conversation is finished, every change"
                    + " needs one unless it came about, and what the connection was before is kept.")
    @Answers({NotFound.class, StaleConnection.class, ReasonMissing.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<ConnectionView> update(
            @PathVariable ConversationId conversationId,
            @PathVariable ConnectionId connectionId,
            @IfMatch long version,
            @Valid @RequestBody Change request) {
        var connection = connections.change(
                conversationId, connectionId, version, request.details(), request.status(), request.reason());
        return new Versioned<>(connection, connection.version());
    }

    @DeleteMapping("/{connectionId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteConnection", summary = "Delete a connection of a conversation that is not finished")
    @Answers({NotFound.class, StaleConnection.class, ConnectionStays.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    void delete(
            @PathVariable ConversationId conversationId,
            @PathVariable ConnectionId connectionId,
            @IfMatch long version) {
        connections.delete(conversationId, connectionId, version);
    }
}
