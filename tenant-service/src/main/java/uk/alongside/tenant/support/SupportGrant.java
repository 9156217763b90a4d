package uk.alongside.tenant.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.identity.Account;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.support.SupportRefusal.Decided;
import uk.alongside.tenant.support.SupportRefusal.NotActive;

/** An operator's request to work in a council for some hours, and what the council's leads decided on it. */
@Entity
@Table(schema = "app", name = "support_grant")
class SupportGrant {

    static final int MOST_HOURS = 24;

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID tenantId;

    @Column(updatable = false)
    private String issuer;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private String askedByName;

    @Column(updatable = false)
    private @Nullable String askedByEmail;

    @Column(updatable = false)
    private @Nullable String askedByClientId;

    @Column(updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private int hours;

    private String status;

    private boolean residents;

    private @Nullable UUID decidedById;

    private @Nullable UUID memberId;

    private @Nullable Instant startsAt;

    private @Nullable Instant endsAt;

    private @Nullable UUID endedById;

    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the council
    SupportGrant(SupportGrantId id, Account operator, String reason, int hours, Instant now) {
        this.id = id.value();
        this.issuer = operator.person().issuer();
        this.subject = operator.person().subject();
        this.askedByName = operator.name();
        this.askedByEmail = operator.email();
        this.askedByClientId = operator.clientId();
        this.askedAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.reason = reason;
        this.hours = hours;
        this.status = SupportStatus.ASKED.word();
        this.version = 1;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected SupportGrant() {}

    /** Throws a refusal unless no lead has decided yet. */
    void requireUndecided() {
        if (!status.equals(SupportStatus.ASKED.word())) {
            throw new Decided().refused();
        }
    }

    /** Records the approval. The hours begin now. */
    void approve(MemberId lead, MemberId member, boolean residents, Instant now) {
        requireUndecided();
        this.status = SupportStatus.APPROVED.word();
        this.decidedById = lead.value();
        this.memberId = member.value();
        this.residents = residents;
        this.startsAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.endsAt = endIfApproved(now);
        this.version++;
    }

    /** Returns the end of the access if a lead approves it now. */
    Instant endIfApproved(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(hours));
    }

    void decline(MemberId lead) {
        requireUndecided();
        this.status = SupportStatus.DECLINED.word();
        this.decidedById = lead.value();
        this.version++;
    }

    /** Records that a lead ended the access before its hours were over. */
    void end(MemberId lead, Instant now) {
        if (status(now) != SupportStatus.APPROVED) {
            throw new NotActive().refused();
        }
        this.status = SupportStatus.ENDED.word();
        this.endedById = lead.value();
        this.endsAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.version++;
    }

    /** Records that the hours are over. */
    void expire() {
        this.status = SupportStatus.EXPIRED.word();
        this.version++;
    }

    /** Returns true for access whose hours are over and which the task has not removed yet. */
    boolean isOverdue(Instant now) {
        return status.equals(SupportStatus.APPROVED.word()) && status(now) == SupportStatus.EXPIRED;
    }

    /** Returns the roles that the approval gives: reading hubs and sessions, and residents only if a lead allows it. */
    static Set<Role> roles(boolean residents) {
        return residents ? EnumSet.of(Role.SUPPORT, Role.SUPPORT_WITH_RESIDENTS) : EnumSet.of(Role.SUPPORT);
    }

    SupportGrantId id() {
        return new SupportGrantId(id);
    }

    Account operator() {
        return new Account(new Person(issuer, subject), askedByName, askedByEmail, askedByClientId);
    }

    String askedByName() {
        return askedByName;
    }

    Instant askedAt() {
        return askedAt;
    }

    String reason() {
        return reason;
    }

    int hours() {
        return hours;
    }

    boolean residents() {
        return residents;
    }

    SupportStatus status(Instant now) {
        var kept = SupportStatus.of(status);
        return kept == SupportStatus.APPROVED && endsAt != null && !now.isBefore(endsAt) ? SupportStatus.EXPIRED : kept;
    }

    @Nullable
    MemberId decidedBy() {
        return member(decidedById);
    }

    @Nullable
    MemberId member() {
        return member(memberId);
    }

    @Nullable
    Instant startsAt() {
        return startsAt;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    @Nullable
    MemberId endedBy() {
        return member(endedById);
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    long version() {
        return version;
    }
}
