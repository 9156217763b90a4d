package uk.alongside.tenant.membership;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.delivery.VersionConflict;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.Person;

/**
 * A delivery that sends a member's present rights to conversations-service. It then ends the sign-ins of a member who has no
 * access any more; Keycloak comes second, because the loss of rights must not wait for it.
 */
@Component
class MemberDelivery implements Delivery {

    static final String KIND = "member";

    private final Members members;
    private final ConversationsService conversations;
    private final Keycloak keycloak;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    MemberDelivery(
            Members members,
            ConversationsService conversations,
            Keycloak keycloak,
            Outbox outbox,
            TransactionOperations transactions) {
        this.members = members;
        this.conversations = conversations;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    record State(
            long version,
            String issuer,
            String subject,
            String name,
            Set<Role> roles,
            String status,
            @Nullable String endsAt,
            boolean machine) {

        static State of(Member member) {
            return new State(
                    member.version(),
                    member.issuer(),
                    member.subject(),
                    member.name(),
                    member.roles(),
                    member.status().word(),
                    Objects.toString(member.endsAt(), null),
                    member.clientId() != null);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID id, long version) {
        var state =
                transactions.execute(_ -> members.findById(id).map(State::of).orElse(null));
        if (state == null || state.version() > version) {
            return; // the later version has a delivery of its own
        }
        try {
            conversations.put(CouncilContext.council(), "members/" + id, state);
            endSignIns(state);
        } catch (VersionConflict otherBytes) {
            transactions.executeWithoutResult(_ -> insist(id, version));
        }
    }

    /**
     * An operator keeps their own work when their support ends, and a machine has no sign-in. A sign-in that opens another
     * council too is not for one council to end; this council refuses the person without it.
     */
    private void endSignIns(State state) {
        boolean support = state.endsAt() != null;
        if (state.status().equals(MemberStatus.ACTIVE.word()) || support || state.machine()) {
            return;
        }
        var person = new Person(state.issuer(), state.subject());
        if (!keycloak.belongsElsewhere(CouncilContext.council(), person)) {
            keycloak.endSignIns(person);
        }
    }

    private void insist(UUID id, long version) {
        members.findForEditById(id)
                .filter(member -> member.version() == version)
                .ifPresent(member -> {
                    member.insist();
                    outbox.add(KIND, id, member.version());
                });
    }
}
