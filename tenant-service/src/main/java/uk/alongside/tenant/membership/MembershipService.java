package uk.alongside.tenant.membership;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Account;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.AskForSupportAccess;
import uk.alongside.tenant.membership.MemberRefusal.AskTheOperator;
import uk.alongside.tenant.membership.MemberRefusal.HasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.LastLead;
import uk.alongside.tenant.membership.MemberRefusal.NoSuchClient;
import uk.alongside.tenant.membership.MemberRefusal.OperatorNeverAMember;
import uk.alongside.tenant.membership.MemberRefusal.RoleOfSupport;
import uk.alongside.tenant.register.Register;

/** The members of the bound council. */
@Service
public class MembershipService {

    static final int PAGE = 500;

    private static final String KIND = "member";

    private final Members members;
    private final Register register;
    private final Keycloak keycloak;
    private final Outbox outbox;
    private final Audit audit;
    private final TransactionOperations transactions;

    MembershipService(
            Members members,
            Register register,
            Keycloak keycloak,
            Outbox outbox,
            Audit audit,
            TransactionOperations transactions) {
        this.members = members;
        this.register = register;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A new member, and the one-time password to hand over if they have never signed in. */
    public record Appointed(MemberView member, @Nullable OneTimePassword oneTimePassword) {}

    /** Appoints the first lead, in the transaction that founds the council. */
    @Transactional(propagation = MANDATORY)
    public Appointed appointFirstLead(Person person, String name, String email) {
        return appoint(person, Member.person(person, name, email, Set.of(Role.LEAD)));
    }

    /** Appoints a person who was invited, in the transaction in which they accept. */
    @Transactional(propagation = MANDATORY)
    public Appointed join(Person person, String name, String email, Set<Role> roles) {
        return appoint(person, Member.person(person, name, email, roles));
    }

    /** Admits an operator for support until this time, in the transaction in which a lead approves. */
    @Transactional(propagation = MANDATORY)
    public UUID admitSupport(Account operator, Set<Role> roles, Instant until) {
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
    public void endSupport(UUID id, Instant now) {
        members.findForEditById(id).filter(Member::isSupport).ifPresent(member -> {
            member.endSupport(now);
            tell(member);
            keycloak.leave(CouncilContext.council(), member.account());
        });
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
    public Optional<MemberView> activeLead(String name, String email) {
        return members.findAllByOrderByNameAscIdAsc().stream()
                .filter(Member::isActiveLead)
                .filter(member -> member.name().equals(name) && email.equals(member.email()))
                .findFirst()
                .map(MemberView::of);
    }

    @Transactional(readOnly = true)
    Page<MemberView, UUID> members(@Nullable UUID after) {
        requireCouncil();
        var all = members.findAllByOrderByNameAscIdAsc().stream()
                .filter(member -> !member.isSupport())
                .map(MemberView::of)
                .toList();
        return Page.of(all, MemberView::id, after, PAGE);
    }

    @Transactional(readOnly = true)
    MemberView member(UUID id) {
        return members.findById(id).map(MemberView::of).orElseThrow(Refused::notFound);
    }

    /**
     * Requires that the operator may give a member of the bound council these roles: a lead's, while the council is being
     * set up. A demonstration holds made-up people, and the operator furnishes it.
     */
    void requireOpenToTheOperator(Set<Role> roles) {
        if (register.isThisADemonstration()) {
            return;
        }
        requireCouncil();
        if (!register.isThisBeingSetUp() || !roles.equals(Set.of(Role.LEAD))) {
            throw new AskForSupportAccess().refused();
        }
    }

    Appointed addPerson(String name, String email, Set<Role> roles) {
        requireCouncil();
        var person = keycloak.person(email, name);
        return add(person, Member.person(person, name, email, roles));
    }

    Appointed addMachine(String name, String clientId, Set<Role> roles) {
        requireCouncil();
        var account = keycloak.machine(clientId).orElseThrow(() -> new NoSuchClient().refused());
        return add(account, Member.machine(account, name, clientId, roles));
    }

    @Transactional
    MemberView edit(UUID id, long expected, String name, Set<Role> roles, MemberStatus status) {
        requireRolesOfStaff(roles);
        var leads = members.findForEditByStatusOrderById(MemberStatus.ACTIVE.word()).stream()
                .filter(Member::isActiveLead)
                .count();
        var member = members.findForEditById(id).orElseThrow(Refused::notFound);
        var wasActiveLead = member.isActiveLead();
        member.edit(expected, name, roles, status);
        if (wasActiveLead && !member.isActiveLead() && leads == 1) {
            throw new LastLead().refused();
        }
        tell(member);
        audit.changed(KIND, id, "edited");
        return MemberView.of(member);
    }

    /** Renews a password that was lost before its first use. */
    OneTimePassword renewOneTimePassword(UUID id) {
        var password = keycloak.renewOneTimePassword(find(id).account()).orElseThrow(() -> new HasSignedIn().refused());
        transactions.executeWithoutResult(_ -> audit.changed(KIND, id, "password-renewed"));
        return password;
    }

    /**
     * Mails a new password for a lead, even after the member's first sign-in. The password goes to the member's own
     * address and the lead never sees it: a person who knew it could hold an account that another council invites one
     * day. An account that already opens another council is not for one council to renew.
     */
    void mailOneTimePassword(UUID id) {
        var member = find(id);
        if (member.email() == null || keycloak.belongsElsewhere(CouncilContext.council(), member.account())) {
            throw new AskTheOperator().refused();
        }
        transactions.executeWithoutResult(_ -> {
            outbox.add(PasswordMail.KIND, id, member.version());
            audit.changed(KIND, id, "password-renewed");
        });
    }

    private Member find(UUID id) {
        return Optional.ofNullable(
                        transactions.execute(_ -> members.findById(id).orElse(null)))
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

    private Appointed add(Person person, Member member) {
        try {
            return transactions.execute(_ -> appoint(person, member));
        } catch (DataIntegrityViolationException addedByAnotherRequest) {
            throw new AlreadyAMember().refused();
        }
    }

    /**
     * Appoints a member. Keycloak is called while the row is written but not committed. So of two requests for the same
     * person only one gets here, and if Keycloak does not answer there is no row.
     */
    private Appointed appoint(Person person, Member member) {
        requireRolesOfStaff(member.roles());
        if (keycloak.isOperator(person)) {
            throw new OperatorNeverAMember().refused();
        }
        var saved = members.saveAndFlush(member);
        var council = CouncilContext.council();
        keycloak.join(council, person);
        var password = keycloak.oneTimePassword(council, person);
        tell(saved);
        audit.changed(KIND, saved.id(), "added");
        return new Appointed(MemberView.of(saved), password.orElse(null));
    }

    private static void requireRolesOfStaff(Set<Role> roles) {
        if (roles.stream().anyMatch(Role::isSupport)) {
            throw new RoleOfSupport().refused();
        }
    }

    private void tell(Member member) {
        outbox.add(MemberDelivery.KIND, member.id(), member.version());
    }
}
