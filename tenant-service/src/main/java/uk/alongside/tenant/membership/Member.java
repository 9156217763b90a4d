package uk.alongside.tenant.membership;

import static java.util.stream.Collectors.toCollection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.identity.Account;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.membership.MemberRefusal.StaleVersion;
import uk.alongside.tenant.membership.MemberRefusal.SupportMember;

/** A person or a machine client that may act for a council. */
@Entity
@Table(schema = "app", name = "member")
class Member {

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID tenantId;

    @Column(updatable = false)
    private String issuer;

    @Column(updatable = false)
    private String subject;

    private String name;

    @Column(updatable = false)
    private @Nullable String email;

    @Column(updatable = false)
    private @Nullable String clientId;

    private String[] roles;

    private String status;

    private long version;

    private @Nullable Instant endsAt;

    private @Nullable Instant signedInAt;

    static Member person(Person person, String name, String email, Set<Role> roles) {
        return new Member(person, name, email, null, roles);
    }

    /** Creates the machine client that tests the installation. */
    static Member machine(Person person, String clientId, Set<Role> roles) {
        return new Member(person, clientId, null, clientId, roles);
    }

    /** Suspends the machine client that tests the installation, or lets it in again. */
    void become(MemberStatus status) {
        this.status = status.word();
        this.version++;
    }

    /** Creates a member for an operator, who is a person or a machine client, until this time. */
    static Member support(Account operator, Set<Role> roles, Instant until) {
        var member = new Member(operator.person(), operator.name(), operator.email(), operator.clientId(), roles);
        member.endsAt = until;
        return member;
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills the council
    private Member(Person person, String name, @Nullable String email, @Nullable String clientId, Set<Role> roles) {
        this.id = UUID.randomUUID();
        this.issuer = person.issuer();
        this.subject = person.subject();
        this.name = name;
        this.email = email;
        this.clientId = clientId;
        this.roles = words(roles);
        this.status = MemberStatus.ACTIVE.word();
        this.version = 1;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Member() {}

    /** Changes the editable fields, if {@code expected} is still the present version. */
    void edit(long expected, String name, Set<Role> roles, MemberStatus status) {
        if (isSupport()) {
            throw new SupportMember().refused();
        }
        if (version != expected) {
            throw new StaleVersion(MemberView.of(this)).refused();
        }
        this.name = name;
        this.roles = words(roles);
        this.status = status.word();
        this.version++;
    }

    /** Returns the values that the audit keeps of a change: the words that decide what the member may do. */
    Map<String, String> auditedValues() {
        return Map.of("roles", String.join(", ", roles), "status", status);
    }

    /** Makes a suspended member the council's lead again, because the operator appoints them once more. */
    void appointAgain(String name) {
        this.name = name;
        this.roles = words(EnumSet.of(Role.LEAD));
        this.status = MemberStatus.ACTIVE.word();
        this.version++;
    }

    /** Suspends a lead in whose place the operator has appointed another person. */
    void replace() {
        this.status = MemberStatus.SUSPENDED.word();
        this.version++;
    }

    /** Gives an active or returning member the roles of their groups in the council's own sign-in. */
    void followGroups(Set<Role> roles) {
        this.roles = words(roles);
        this.status = MemberStatus.ACTIVE.word();
        this.version++;
    }

    /** Suspends a member whose groups in the council's own sign-in give no role. */
    void loseRoles() {
        this.status = MemberStatus.SUSPENDED.word();
        this.version++;
    }

    /** Records the member's first request in this council. */
    void signIn(Instant now) {
        if (signedInAt == null && status() == MemberStatus.ACTIVE) {
            this.signedInAt = now;
        }
    }

    /** Returns true for a member who has used the product in this council. */
    boolean hasSignedIn() {
        return signedInAt != null;
    }

    /** Admits an operator for support until this time, also again after an earlier grant. */
    void admitSupport(String name, Set<Role> roles, Instant until) {
        this.name = name;
        this.roles = words(roles);
        this.status = MemberStatus.ACTIVE.word();
        this.endsAt = until;
        this.version++;
    }

    /** Ends the support access. The row stays, so that what the operator did keeps a name. */
    void endSupport(Instant now) {
        this.status = MemberStatus.SUSPENDED.word();
        this.endsAt = now;
        this.version++;
    }

    /** Returns true for an operator whom a support grant admits or admitted. */
    boolean isSupport() {
        return endsAt != null;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    /** Moves to the next version with the same state, because conversations-service holds other bytes under this one. */
    void insist() {
        this.version++;
    }

    /** Returns true for an active member of staff who is a person. A machine client has no app. */
    boolean isActivePersonOfStaff() {
        return clientId == null && status() == MemberStatus.ACTIVE && !isSupport();
    }

    /** Returns true for an active person whose roles open information about people or the set-up. */
    boolean needsSecondFactor() {
        return isActivePersonOfStaff() && roles().stream().anyMatch(Role::needsSecondFactor);
    }

    /** Returns true for a person who can add staff. A machine client with the role does not count. */
    boolean isActiveLead() {
        return clientId == null && status() == MemberStatus.ACTIVE && roles().contains(Role.LEAD);
    }

    MemberId id() {
        return new MemberId(id);
    }

    String issuer() {
        return issuer;
    }

    String subject() {
        return subject;
    }

    Person account() {
        return new Person(issuer, subject);
    }

    String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String clientId() {
        return clientId;
    }

    Set<Role> roles() {
        return Arrays.stream(roles).map(Role::of).collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    MemberStatus status() {
        return MemberStatus.of(status);
    }

    long version() {
        return version;
    }

    private static String[] words(Set<Role> roles) {
        return EnumSet.copyOf(roles).stream().map(Role::word).toArray(String[]::new);
    }
}
