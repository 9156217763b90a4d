package uk.alongside.tenant.invitation;

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
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.invitation.InvitationRefusal.AlreadyUsed;
import uk.alongside.tenant.invitation.InvitationRefusal.Expired;
import uk.alongside.tenant.invitation.InvitationRefusal.ForAnother;
import uk.alongside.tenant.invitation.InvitationRefusal.Revoked;
import uk.alongside.tenant.invitation.InvitationRefusal.TooManyWrongAddresses;
import uk.alongside.tenant.mail.MailedToken;

/**
 * An invitation to join a council. The token is made together with the mail, so that only its hash is ever kept. A mail
 * that is sent again carries another token, and the earlier link becomes invalid.
 */
@Entity
@Table(schema = "app", name = "invitation")
class Invitation {

    static final Duration GOOD_FOR = Duration.ofDays(7);

    /**
     * The number of wrong addresses after which a link is closed, so that the holder of a forwarded link cannot try
     * many.
     */
    private static final int WRONG_ADDRESSES = 5;

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID tenantId;

    @Column(updatable = false)
    private String email;

    private String[] roles;

    private UUID invitedById;

    private Instant invitedAt;

    @SuppressWarnings("UnusedVariable") // the database searches by it
    private UUID requestId;

    private String status;

    @SuppressWarnings("UnusedVariable") // the database searches by it
    private byte @Nullable [] tokenHash;

    private @Nullable Instant expiresAt;

    private int wrongAddresses;

    @SuppressWarnings("UnusedVariable") // for database queries about the accepted member
    private @Nullable UUID acceptedById;

    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the council, and inviting fills the rest
    Invitation(String email, Set<Role> roles, MemberId invitedBy, UUID request, Instant now) {
        this.id = UUID.randomUUID();
        this.email = email;
        this.requestId = request;
        invite(roles, invitedBy, now);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Invitation() {}

    /** Invites the address again. The link of an earlier mail is no longer valid. */
    void invite(Set<Role> roles, MemberId invitedBy, Instant now) {
        this.roles = EnumSet.copyOf(roles).stream().map(Role::word).toArray(String[]::new);
        this.invitedById = invitedBy.value();
        this.invitedAt = now;
        this.status = InvitationStatus.QUEUED.word();
        this.tokenHash = null;
        this.expiresAt = null;
        this.wrongAddresses = 0;
        this.version++;
    }

    /** Invites the address in another request, after the earlier invitation was not accepted in time. */
    void invite(Set<Role> roles, MemberId invitedBy, UUID request, Instant now) {
        this.requestId = request;
        invite(roles, invitedBy, now);
    }

    /** Sends the mail again, in the name of the lead who asks for it. */
    void inviteAgain(MemberId invitedBy, Instant now) {
        refuseWhatIsOver();
        invite(roles(), invitedBy, now);
    }

    void revoke() {
        refuseWhatIsOver();
        status = InvitationStatus.REVOKED.word();
        version++;
    }

    /** Returns whether the mail of this version is still to be sent. */
    boolean awaitsMail(long version) {
        return this.version == version && status.equals(InvitationStatus.QUEUED.word());
    }

    /** Makes the token for the mail that goes out now. Its seven days begin. */
    MailedToken mailed(Instant now) {
        var token = MailedToken.random(tenantId);
        tokenHash = token.hash();
        expiresAt = now.plus(GOOD_FOR);
        status = InvitationStatus.SENT.word();
        return token;
    }

    /** Records that no mail reaches this address. A lead sees this and may invite another address. */
    void undeliverable() {
        tokenHash = null;
        expiresAt = null;
        status = InvitationStatus.REFUSED.word();
    }

    /** Returns the reason why the invitation cannot be accepted by any caller, if there is one. */
    Optional<InvitationRefusal> objection(Instant now) {
        return switch (status(now)) {
            case ACCEPTED -> Optional.of(new AlreadyUsed());
            case REVOKED -> Optional.of(new Revoked());
            case EXPIRED -> Optional.of(new Expired());
            case QUEUED, SENT, REFUSED ->
                wrongAddresses >= WRONG_ADDRESSES ? Optional.of(new TooManyWrongAddresses()) : Optional.empty();
        };
    }

    /** Returns the reason why a caller with this address cannot accept the invitation. A wrong address is counted. */
    Optional<InvitationRefusal> objectionTo(String address, Instant now) {
        var objection = objection(now);
        if (objection.isPresent() || email.equals(address)) {
            return objection;
        }
        wrongAddresses++;
        return Optional.of(new ForAnother());
    }

    /** Records the member who accepted the invitation. */
    void accept(MemberId member, Instant now) {
        objection(now).ifPresent(refusal -> {
            throw refusal.refused();
        });
        acceptedById = member.value();
        status = InvitationStatus.ACCEPTED.word();
        version++;
    }

    private void refuseWhatIsOver() {
        if (status.equals(InvitationStatus.ACCEPTED.word())) {
            throw new AlreadyUsed().refused();
        }
        if (status.equals(InvitationStatus.REVOKED.word())) {
            throw new Revoked().refused();
        }
    }

    InvitationId id() {
        return new InvitationId(id);
    }

    String email() {
        return email;
    }

    Set<Role> roles() {
        return Arrays.stream(roles).map(Role::of).collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    MemberId invitedBy() {
        return new MemberId(invitedById);
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
