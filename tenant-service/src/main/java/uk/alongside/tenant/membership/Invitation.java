package uk.alongside.tenant.membership;

import static java.util.stream.Collectors.toCollection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.caller.Role;
import uk.alongside.tenant.membership.InvitationRefusal.AlreadyUsed;
import uk.alongside.tenant.membership.InvitationRefusal.Expired;
import uk.alongside.tenant.membership.InvitationRefusal.ForAnother;
import uk.alongside.tenant.membership.InvitationRefusal.Revoked;
import uk.alongside.tenant.membership.InvitationRefusal.TooManyWrongAddresses;

/**
 * Somebody was asked to join. The token is made when the mail is, so that nothing but its hash is ever kept; a mail that
 * is sent again carries another one, and the link before it is dead.
 */
@Entity
@Table(schema = "app", name = "invitation")
class Invitation {

    static final Duration GOOD_FOR = Duration.ofDays(7);

    /** Whoever holds a link that was forwarded does not get to try every address they can think of. */
    private static final int WRONG_ADDRESSES = 5;

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID tenantId;

    @Column(updatable = false)
    private String email;

    private String[] roles;

    @Column(name = "invited_by_id")
    private UUID invitedBy;

    private Instant invitedAt;

    private String status;

    @SuppressWarnings("UnusedVariable") // looked for by the database
    private byte @Nullable [] tokenHash;

    private @Nullable Instant expiresAt;

    private int wrongAddresses;

    @Column(name = "accepted_by_id")
    @SuppressWarnings("UnusedVariable") // for whoever asks the database who came of it
    private @Nullable UUID acceptedBy;

    private long version;

    @SuppressWarnings("NullAway.Init") // the council is filled by Hibernate, the rest by inviting
    Invitation(String email, Set<Role> roles, UUID invitedBy, Instant now) {
        this.id = UUID.randomUUID();
        this.email = email;
        invite(roles, invitedBy, now);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Invitation() {}

    /** Invites anew: the mail before, if there was one, is good for nothing from now on. */
    void invite(Set<Role> roles, UUID invitedBy, Instant now) {
        this.roles = EnumSet.copyOf(roles).stream().map(Role::word).toArray(String[]::new);
        this.invitedBy = invitedBy;
        this.invitedAt = now;
        this.status = InvitationStatus.QUEUED.word();
        this.tokenHash = null;
        this.expiresAt = null;
        this.wrongAddresses = 0;
        this.version++;
    }

    /** Sends the mail again, in the name of whoever asks for it. */
    void inviteAgain(UUID invitedBy, Instant now) {
        refuseWhatIsOver();
        invite(roles(), invitedBy, now);
    }

    void revoke() {
        refuseWhatIsOver();
        status = InvitationStatus.REVOKED.word();
        version++;
    }

    /** Whether the mail of this version is still to be sent. */
    boolean awaitsMail(long version) {
        return this.version == version && status.equals(InvitationStatus.QUEUED.word());
    }

    /** The token for the mail that goes out now; seven days begin. */
    InvitationToken mailed(Instant now) {
        var token = InvitationToken.random(tenantId);
        tokenHash = token.hash();
        expiresAt = now.plus(GOOD_FOR);
        status = InvitationStatus.SENT.word();
        return token;
    }

    /** No mail reaches this address. A lead sees it and may invite another. */
    void undeliverable() {
        tokenHash = null;
        expiresAt = null;
        status = InvitationStatus.REFUSED.word();
    }

    /** Why it cannot be accepted, whoever asks. */
    Optional<InvitationRefusal> objection(Instant now) {
        return switch (status(now)) {
            case ACCEPTED -> Optional.of(new AlreadyUsed());
            case REVOKED -> Optional.of(new Revoked());
            case EXPIRED -> Optional.of(new Expired());
            case QUEUED, SENT, REFUSED ->
                wrongAddresses >= WRONG_ADDRESSES ? Optional.of(new TooManyWrongAddresses()) : Optional.empty();
        };
    }

    /** Why whoever says that this is their address cannot accept it. A wrong one is counted. */
    Optional<InvitationRefusal> objectionTo(String address, Instant now) {
        var objection = objection(now);
        if (objection.isPresent() || email.equals(address)) {
            return objection;
        }
        wrongAddresses++;
        return Optional.of(new ForAnother());
    }

    /** This member came of it. */
    void accept(UUID member, Instant now) {
        objection(now).ifPresent(refusal -> {
            throw new InvitationRefused(refusal);
        });
        acceptedBy = member;
        status = InvitationStatus.ACCEPTED.word();
        version++;
    }

    private void refuseWhatIsOver() {
        if (status.equals(InvitationStatus.ACCEPTED.word())) {
            throw new InvitationRefused(new AlreadyUsed());
        }
        if (status.equals(InvitationStatus.REVOKED.word())) {
            throw new InvitationRefused(new Revoked());
        }
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    Set<Role> roles() {
        return Arrays.stream(roles).map(Role::of).collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    UUID invitedBy() {
        return invitedBy;
    }

    Instant invitedAt() {
        return invitedAt;
    }

    InvitationStatus status(Instant now) {
        var kept = InvitationStatus.of(status);
        return kept == InvitationStatus.SENT && expiresAt != null && !now.isBefore(expiresAt)
                ? InvitationStatus.EXPIRED
                : kept;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    long version() {
        return version;
    }
}
