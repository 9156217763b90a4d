package uk.alongside.tenant.membership;

import static java.util.stream.Collectors.toMap;
import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Account;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.identity.SecondFactors;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.AskForSupportAccess;
import uk.alongside.tenant.membership.MemberRefusal.AskTheOperator;
import uk.alongside.tenant.membership.MemberRefusal.HasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.LastLead;
import uk.alongside.tenant.membership.MemberRefusal.LeadHasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.OperatorNeverAMember;
import uk.alongside.tenant.membership.MemberRefusal.OwnSecondFactor;
import uk.alongside.tenant.membership.MemberRefusal.RoleOfSupport;
import uk.alongside.tenant.membership.MemberRefusal.SupportMember;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.secondfactor.SecondFactorChecks;

/** The members of the bound council. */
@Service
public class MembershipService {

    static final int PAGE = 500;

    private static final String KIND = "member";

    private final Members members;
    private final Register register;
    private final Keycloak keycloak;
    private final SecondFactors secondFactors;
    private final SecondFactorChecks secondFactorChecks;
    private final OneTimePasswords passwords;
    private final Outbox outbox;
    private final MemberDelivery delivery;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    MembershipService(
            Members members,
            Register register,
            Keycloak keycloak,
            SecondFactors secondFactors,
            SecondFactorChecks secondFactorChecks,
            OneTimePasswords passwords,
            Outbox outbox,
            MemberDelivery delivery,
            Audit audit,
            TransactionOperations transactions,
            Clock clock) {
        this.members = members;
        this.register = register;
        this.keycloak = keycloak;
        this.secondFactors = secondFactors;
        this.secondFactorChecks = secondFactorChecks;
        this.passwords = passwords;
        this.outbox = outbox;
        this.delivery = delivery;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A new member, and whether they get a one-time password by mail because they have no password of their own. */
    public record Appointed(MemberView member, boolean oneTimePasswordMailed) {}

    /** Appoints the first lead, in the transaction that founds the council. */
    @Transactional(propagation = MANDATORY)
    public Appointed appointFirstLead(Person person, String name, String email) {
        return welcome(appoint(person, Member.person(person, name, email, Set.of(Role.LEAD))));
    }

    /** Appoints a person who was invited, in the transaction in which they accept. */
    @Transactional(propagation = MANDATORY)
    public Appointed join(Person person, String name, String email, Set<Role> roles) {
        requireRolesOfStaff(roles);
        var member = appoint(person, Member.person(person, name, email, roles));
        tellTheOtherLeads(member);
        return keycloak.hasNoPasswordOfTheirOwn(person) ? welcome(member) : new Appointed(MemberView.of(member), false);
    }

    /**
     * The result of following a person's groups.
     *
     * @param withoutRole true if the groups give no role, so that the sign-in is refused
     * @param suspendedVersion the version of the member's row in which missing groups suspended the member, or 0. A lead
     *     who edits the row makes a later version, and then groups do not end the suspension
     */
    public record Followed(boolean withoutRole, long suspendedVersion) {

        static final Followed ADMITTED = new Followed(false, 0);
    }

    /**
     * Gives a person the roles of their groups in the council's own sign-in, in the transaction that records the
     * sign-in. A new person becomes a member. A person without a role is suspended. A suspended member returns only if
     * groups suspended them, in {@code suspendedVersion} of the row. The last active lead stays a lead, so that the
     * council can correct its groups.
     */
    @Transactional(propagation = MANDATORY)
    public Followed followGroups(Account account, Set<Role> roles, long suspendedVersion) {
        requireRolesOfStaff(roles);
        var leads = members.findForEditByStatusOrderById(MemberStatus.ACTIVE.word()).stream()
                .filter(Member::isActiveLead)
                .count();
        var person = account.person();
        var known = members.findForEditByIssuerAndSubject(person.issuer(), person.subject());
        if (known.isEmpty()) {
            if (roles.isEmpty()) {
                return new Followed(true, 0);
            }
            tellTheOtherLeads(appoint(
                    person, Member.person(person, account.name(), Objects.requireNonNull(account.email()), roles)));
            return Followed.ADMITTED;
        }
        var member = known.get();
        if (member.isSupport() || (member.status() == MemberStatus.SUSPENDED && member.version() != suspendedVersion)) {
            return Followed.ADMITTED; // the row itself refuses a member whom a lead suspended
        }
        return follow(member, roles, leads == 1);
    }

    private Followed follow(Member member, Set<Role> roles, boolean onlyOneLead) {
        var wasActiveLead = member.isActiveLead();
        var wasActive = member.status() == MemberStatus.ACTIVE;
        var neededSecondFactor = member.needsSecondFactor();
        var given = EnumSet.noneOf(Role.class);
        given.addAll(roles);
        if (wasActiveLead && onlyOneLead) {
            given.add(Role.LEAD);
        }
        if (given.isEmpty() && !wasActive) {
            return new Followed(true, member.version());
        }
        if (wasActive && member.roles().equals(given)) {
            return Followed.ADMITTED;
        }
        var before = member.auditedValues();
        if (given.isEmpty()) {
            member.loseRoles();
        } else {
            member.followGroups(given);
        }
        audit.values(before, member.auditedValues());
        if (!wasActiveLead) {
            tellTheOtherLeads(member);
        }
        if (!neededSecondFactor) {
            requireSecondFactor(member);
        }
        tell(member);
        audit.changed(
                KIND,
                member.id().value(),
                given.isEmpty() ? "groups-lost" : wasActive ? "groups-followed" : "groups-returned");
        return given.isEmpty() ? new Followed(true, member.version()) : Followed.ADMITTED;
    }

    /**
     * Sends the person's present rights to conversations-service without waiting for the outbox, which sends them too.
     * A person who is no member needs none.
     */
    public void deliverNow(Person person) {
        var member = transactions.execute(_ -> members.findByIssuerAndSubject(person.issuer(), person.subject())
                .orElse(null));
        if (member != null) {
            delivery.deliver(member.id().value(), member.version());
        }
    }

    /** Returns the names of the people who can add staff, by name. */
    @Transactional(readOnly = true)
    public List<String> leadNames() {
        return members.findAllByOrderByNameAscIdAsc().stream()
                .filter(Member::isActiveLead)
                .map(Member::name)
                .toList();
    }

    /** Returns the members' names by the subject of their accounts, without the product's support. */
    @Transactional(readOnly = true)
    public Map<String, String> namesBySubject() {
        return members.findAllByOrderByNameAscIdAsc().stream()
                .filter(member -> !member.isSupport())
                .collect(toMap(Member::subject, Member::name));
    }

    /** Admits an operator for support until this time, in the transaction in which a lead approves. */
    @Transactional(propagation = MANDATORY)
    public MemberId admitSupport(Account operator, Set<Role> roles, Instant until) {
        var person = operator.person();
        var member = members.findForEditByIssuerAndSubject(person.issuer(), person.subject())
                .map(known -> {
                    known.admitSupport(operator.name(), roles, until);
                    return known;
                })
                .orElseGet(() -> members.saveAndFlush(Member.support(operator, roles, until)));
        keycloak.join(CouncilContext.council(), person);
        tell(member);
        return member.id();
    }

    /** Ends an operator's access, in the transaction that ends the grant. */
    @Transactional(propagation = MANDATORY)
    public void endSupport(MemberId id, Instant now) {
        members.findForEditById(id.value()).filter(Member::isSupport).ifPresent(member -> {
            member.endSupport(now);
            tell(member);
            keycloak.leave(CouncilContext.council(), member.account());
        });
    }

    /**
     * Makes the client that tests the installation an active member of its own council, in the transaction that begins the
     * test. An operator's client is refused, as everywhere.
     */
    @Transactional(propagation = MANDATORY)
    public void admitTestClient(Person client, String clientId) {
        var known = members.findForEditByIssuerAndSubject(client.issuer(), client.subject());
        if (known.isEmpty()) {
            appoint(client, Member.machine(client, clientId, Set.of(Role.LEAD, Role.HUB_STAFF)));
            return;
        }
        requireNoOperator(client);
        keycloak.join(CouncilContext.council(), client);
        become(known.get(), MemberStatus.ACTIVE);
    }

    /** Shuts the client that tests the installation out of its council, in the transaction that ends the test. */
    @Transactional(propagation = MANDATORY)
    public void shutOutTestClient(Person client) {
        members.findForEditByIssuerAndSubject(client.issuer(), client.subject()).ifPresent(member -> {
            become(member, MemberStatus.SUSPENDED);
            keycloak.leave(CouncilContext.council(), client);
        });
    }

    private void become(Member member, MemberStatus status) {
        if (member.status() != status) {
            var before = member.auditedValues();
            member.become(status);
            audit.values(before, member.auditedValues());
            tell(member);
            audit.changed(KIND, member.id().value(), "edited");
        }
    }

    /** Returns the number of people who can add staff. With only one, no staff can be added while they are away. */
    @Transactional(readOnly = true)
    public int activeLeads() {
        return Math.toIntExact(members.findAllByOrderByNameAscIdAsc().stream()
                .filter(Member::isActiveLead)
                .count());
    }

    /** Returns the active lead with this name and e-mail address. */
    @Transactional(readOnly = true)
    public Optional<Appointed> activeLead(String name, String email) {
        return members.findAllByOrderByNameAscIdAsc().stream()
                .filter(Member::isActiveLead)
                .filter(member -> member.name().equals(name) && email.equals(member.email()))
                .findFirst()
                .map(member ->
                        new Appointed(MemberView.of(member), keycloak.hasNoPasswordOfTheirOwn(member.account())));
    }

    @Transactional(readOnly = true)
    Page<MemberView, MemberId> members(@Nullable MemberId after) {
        requireCouncil();
        var all = members.findAllByOrderByNameAscIdAsc().stream()
                .filter(member -> !member.isSupport())
                .map(MemberView::of)
                .toList();
        return Page.of(all, MemberView::id, after, PAGE);
    }

    @Transactional(readOnly = true)
    MemberView member(MemberId id) {
        return members.findById(id.value()).map(MemberView::of).orElseThrow(Refused::notFound);
    }

    /**
     * Appoints the first lead of a council that is being set up, in place of a lead who was appointed and has not signed
     * in. The members are locked first, so of two appointments the later one replaces the earlier one.
     */
    Appointed appointLead(String name, String email) {
        requireBeingSetUp();
        var person = keycloak.person(email, name);
        try {
            return transactions.execute(_ -> {
                var replaced = leadsWhoHaveNotSignedIn();
                var known = members.findForEditByIssuerAndSubject(person.issuer(), person.subject());
                known.filter(member -> member.status() == MemberStatus.ACTIVE).ifPresent(_ -> {
                    throw new AlreadyAMember().refused();
                });
                var lead = known.map(member -> appointAgain(person, member, name))
                        .orElseGet(() -> appoint(person, Member.person(person, name, email, Set.of(Role.LEAD))));
                replaced.forEach(this::replace);
                tellTheOtherLeads(lead);
                return welcome(lead);
            });
        } catch (DataIntegrityViolationException addedByAnotherRequest) {
            throw new AlreadyAMember().refused();
        }
    }

    /** Locks the active members, and returns the leads. A lead who has signed in ends the operator's part. */
    private List<Member> leadsWhoHaveNotSignedIn() {
        members.findForEditByStatusOrderById(MemberStatus.ACTIVE.word());
        // The members are read again, because the lock waits for an appointment whose row it does not return.
        var leads = members.findAllByOrderByNameAscIdAsc().stream()
                .filter(Member::isActiveLead)
                .toList();
        if (leads.stream().anyMatch(Member::hasSignedIn)) {
            throw new LeadHasSignedIn().refused();
        }
        return leads;
    }

    private Member appointAgain(Person person, Member member, String name) {
        requireNoOperator(person);
        member.appointAgain(name);
        keycloak.join(CouncilContext.council(), person);
        requireSecondFactor(member);
        tell(member);
        audit.changed(KIND, member.id().value(), "added");
        return member;
    }

    /** Takes the appointment back: the row, the place in the organization, and a password that was mailed. */
    private void replace(Member lead) {
        var council = CouncilContext.council();
        lead.replace();
        keycloak.leave(council, lead.account());
        if (!keycloak.belongsElsewhere(council, lead.account())) {
            keycloak.removeUnused(lead.account());
        }
        tell(lead);
        outbox.add(ReplacedLeadMail.KIND, lead.id().value(), lead.version());
        audit.changed(KIND, lead.id().value(), "replaced");
    }

    /** Records a member's first request in this council. Afterwards the operator appoints no other lead. */
    void recordSignIn(MemberId id) {
        transactions.executeWithoutResult(_ -> members.findForEditById(id.value())
                .filter(member -> !member.hasSignedIn())
                .ifPresent(member -> {
                    member.signIn(clock.instant());
                    passwords.forget(member);
                }));
    }

    /** Checks that Keycloak asks this member for the second factor that they need, without waiting for Keycloak. */
    void checkSecondFactor(MemberId id) {
        transactions.executeWithoutResult(
                _ -> members.findById(id.value()).flatMap(StaffToAsk::of).ifPresent(secondFactorChecks::queue));
    }

    private void requireBeingSetUp() {
        requireCouncil();
        if (!register.isThisBeingSetUp()) {
            throw new AskForSupportAccess().refused();
        }
    }

    @Transactional
    MemberView edit(MemberId id, long expected, String name, Set<Role> roles, MemberStatus status) {
        requireRolesOfStaff(roles);
        var leads = members.findForEditByStatusOrderById(MemberStatus.ACTIVE.word()).stream()
                .filter(Member::isActiveLead)
                .count();
        var member = members.findForEditById(id.value()).orElseThrow(Refused::notFound);
        var wasActiveLead = member.isActiveLead();
        var neededSecondFactor = member.needsSecondFactor();
        var before = member.auditedValues();
        var nameBefore = member.name();
        member.edit(expected, name, roles, status);
        audit.values(before, member.auditedValues());
        audit.setting("name", !nameBefore.equals(member.name()));
        if (wasActiveLead && !member.isActiveLead() && leads == 1) {
            throw new LastLead().refused();
        }
        if (!wasActiveLead) {
            tellTheOtherLeads(member);
        }
        // Without a new role the change needs no Keycloak.
        if (!neededSecondFactor) {
            requireSecondFactor(member);
        }
        tell(member);
        audit.changed(KIND, id.value(), "edited");
        return MemberView.of(member);
    }

    /**
     * Mails the first lead another one-time password, while the operator may still appoint one. The mail of a lead who
     * has a password of their own says so.
     */
    void welcomeAgain(MemberId id) {
        requireBeingSetUp();
        var member = find(id);
        if (!member.isActiveLead() || member.hasSignedIn() || !keycloak.hasNoPasswordOfTheirOwn(member.account())) {
            throw new HasSignedIn().refused();
        }
        transactions.executeWithoutResult(_ -> {
            outbox.add(WelcomeMail.KIND, id.value(), member.version());
            audit.changed(KIND, id.value(), "password-renewed");
        });
    }

    /**
     * Mails a new password for a lead, even after the member's first sign-in. The password goes to the member's own
     * address and the lead never sees it: a person who knew it could hold an account that another council invites one
     * day. A password of their own that opens another council too is not for one council to renew.
     */
    void mailOneTimePassword(MemberId id) {
        var member = find(id);
        if (member.isSupport()) {
            throw new SupportMember().refused();
        }
        if (member.email() == null || passwords.isOfAnotherCouncilToo(member)) {
            throw new AskTheOperator().refused();
        }
        transactions.executeWithoutResult(_ -> {
            outbox.add(PasswordMail.KIND, id.value(), member.version());
            audit.changed(KIND, id.value(), "password-renewed");
        });
    }

    /** The reasons for a reset, which the audit keeps as a code. */
    enum ResetReason {
        LOST,
        NEW_DEVICE,
        MISUSE;

        String word() {
            return EnumWords.of(this);
        }
    }

    /** Says whether a member has a second factor, so that a lead is offered a reset only where there is something to reset. */
    boolean hasSecondFactor(MemberId id) {
        var member = find(id);
        return member.email() != null && secondFactors.areSetUp(member.account());
    }

    /**
     * Removes a member's passkeys, authenticator app and recovery codes for a lead. The member's sign-ins end, and the next
     * one asks for a new app. A lead does not reset their own: a person at a lead's unlocked computer could.
     */
    void resetSecondFactor(MemberId lead, MemberId id, ResetReason reason) {
        if (lead.equals(id)) {
            throw new OwnSecondFactor().refused();
        }
        var member = find(id);
        if (member.isSupport()) {
            throw new SupportMember().refused();
        }
        if (member.email() == null || keycloak.belongsElsewhere(CouncilContext.council(), member.account())) {
            throw new AskTheOperator().refused();
        }
        reset(member, reason);
    }

    /**
     * Removes the first lead's second factor for the operator, while the council is being set up. An account that opens
     * another council too keeps it: an operator could name any lead as the first lead of a new council.
     */
    void resetFirstLeadsSecondFactor(MemberId id, ResetReason reason) {
        requireBeingSetUp();
        var member = find(id);
        if (!member.isActiveLead()) {
            throw new AskForSupportAccess().refused();
        }
        if (keycloak.belongsElsewhere(CouncilContext.council(), member.account())) {
            throw new AskTheOperator().refused();
        }
        reset(member, reason);
    }

    /** Keycloak is asked before the commit, so that a reset which it did not do is neither audited nor mailed. */
    private void reset(Member member, ResetReason reason) {
        transactions.executeWithoutResult(_ -> {
            outbox.add(SecondFactorMail.KIND, member.id().value(), member.version());
            audit.value("reason", null, reason.word());
            audit.changed(KIND, member.id().value(), "second-factor-reset");
            secondFactors.reset(member.account());
        });
    }

    private Member find(MemberId id) {
        return Optional.ofNullable(
                        transactions.execute(_ -> members.findById(id.value()).orElse(null)))
                .orElseThrow(Refused::notFound);
    }

    /**
     * Requires that the council exists. Every council has had a lead since its founding, so one without members does
     * not exist.
     */
    private void requireCouncil() {
        if (!Boolean.TRUE.equals(transactions.execute(_ -> members.existsBy()))) {
            throw Refused.notFound();
        }
    }

    /**
     * Appoints a member. Keycloak is called while the row is written but not committed. So of two requests for the same
     * person only one gets here, and if Keycloak does not answer there is no row.
     */
    private Member appoint(Person person, Member member) {
        requireNoOperator(person);
        var saved = members.saveAndFlush(member);
        keycloak.join(CouncilContext.council(), person);
        requireSecondFactor(saved);
        tell(saved);
        audit.changed(KIND, saved.id().value(), "added");
        return saved;
    }

    /** Adds the mail that says how the new member signs in. */
    private Appointed welcome(Member member) {
        outbox.add(WelcomeMail.KIND, member.id().value(), member.version());
        return new Appointed(MemberView.of(member), keycloak.hasNoPasswordOfTheirOwn(member.account()));
    }

    private void tellTheOtherLeads(Member member) {
        if (member.isActiveLead()) {
            outbox.add(NewLeadMail.KIND, member.id().value(), member.version());
        }
    }

    /**
     * Keycloak gets the role before the commit, so that no member has the roles without it. What only the council's rule
     * asks is queued.
     */
    private void requireSecondFactor(Member member) {
        if (member.needsSecondFactor()) {
            secondFactors.require(member.account());
        } else {
            StaffToAsk.of(member).ifPresent(secondFactorChecks::queue);
        }
    }

    private void requireNoOperator(Person person) {
        if (keycloak.isOperator(person)) {
            throw new OperatorNeverAMember().refused();
        }
    }

    private static void requireRolesOfStaff(Set<Role> roles) {
        if (roles.stream().anyMatch(Role::isSupport)) {
            throw new RoleOfSupport().refused();
        }
    }

    private void tell(Member member) {
        outbox.add(MemberDelivery.KIND, member.id().value(), member.version());
    }
}
