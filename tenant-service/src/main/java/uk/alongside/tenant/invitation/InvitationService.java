package uk.alongside.tenant.invitation;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSuspension;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.invitation.InvitationRefusal.EveryoneKnown;
import uk.alongside.tenant.invitation.InvitationRefusal.OfASuspendedCouncil;
import uk.alongside.tenant.invitation.InvitationRefusal.UnknownLink;
import uk.alongside.tenant.mail.Mail;
import uk.alongside.tenant.mail.MailedToken;
import uk.alongside.tenant.membership.MemberNames;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.RoleOfSupport;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.signinprovider.AddressesOfSignIn;

/** The invitations to join a council, and the people's answers. */
@Service
class InvitationService {

    static final int PAGE = 500;

    private static final String KIND = "invitation";

    private final Invitations invitations;
    private final MemberNames names;
    private final MembershipService membership;
    private final AddressesOfSignIn signIn;
    private final InvitationMail mail;
    private final Register register;
    private final CouncilSuspension suspension;
    private final Keycloak keycloak;
    private final Outbox outbox;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    InvitationService(
            Invitations invitations,
            MemberNames names,
            MembershipService membership,
            AddressesOfSignIn signIn,
            InvitationMail mail,
            Register register,
            CouncilSuspension suspension,
            Keycloak keycloak,
            Outbox outbox,
            IdempotentRequests requests,
            Audit audit,
            TransactionOperations transactions,
            Clock clock) {
        this.invitations = invitations;
        this.names = names;
        this.membership = membership;
        this.signIn = signIn;
        this.mail = mail;
        this.register = register;
        this.suspension = suspension;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.requests = requests;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The result for an address that a lead wants to invite. */
    enum Verdict {
        SENT,
        ALREADY_A_MEMBER,
        ALREADY_INVITED,
        SIGNS_IN_WITH_COUNCIL
    }

    /** The verdict on an address, and its invitation if this request invited it. */
    record Judged(String email, Verdict verdict, @Nullable InvitationId invitation) {}

    /** The mail as it would be sent, and its recipients. */
    record Preview(Mail mail, List<Judged> addresses) {}

    /** The content that a link leads to, which is never more than the content of its mail. */
    record Seen(String council, Set<Role> roles, @Nullable Instant expiresAt) {}

    record Accepted(String council, boolean oneTimePasswordMailed) {}

    @Transactional(readOnly = true)
    Page<InvitationView, InvitationId> open(@Nullable InvitationId after) {
        var authors = names.ofThisCouncil();
        var now = clock.instant();
        var open = invitations.findByStatusInOrderByEmail(InvitationStatus.OPEN).stream()
                .map(invitation -> view(invitation, authors, now))
                .toList();
        return Page.of(open, InvitationView::id, after, PAGE);
    }

    @Transactional(readOnly = true)
    Preview preview(MemberId inviter, List<String> emails, Set<Role> roles) {
        var known = Known.of(names, invitations, signIn.now());
        var now = clock.instant();
        var addresses = new LinkedHashSet<>(emails)
                .stream()
                        .map(email -> new Judged(email, known.verdict(email, now), null))
                        .toList();
        return new Preview(mail.preview(emails.getFirst(), inviter, roles), addresses);
    }

    /**
     * Invites the addresses that can be invited, and returns the result for each address. A repeated request sends no
     * second mail.
     */
    List<Judged> invite(MemberId inviter, List<String> emails, Set<Role> roles, String key) {
        if (roles.stream().anyMatch(Role::isSupport)) {
            throw new RoleOfSupport().refused();
        }
        try {
            return transactions.execute(_ -> inviteOnce(inviter, emails, roles, key));
        } catch (DataIntegrityViolationException invitedByAnotherLeadNow) {
            return transactions.execute(_ -> inviteOnce(inviter, emails, roles, key));
        }
    }

    private List<Judged> inviteOnce(MemberId inviter, List<String> emails, Set<Role> roles, String key) {
        return requests.once(
                key,
                "POST /api/invitations",
                List.of(emails, roles.stream().map(Role::word).sorted().toList()),
                request -> inviteAll(inviter, emails, roles, request),
                request -> invitedBy(request, emails));
    }

    /** Returns the result of an earlier request for each address. */
    private List<Judged> invitedBy(UUID request, List<String> emails) {
        var known = Known.of(names, invitations, signIn.now());
        var invited = invitations.findByRequestId(request).stream().collect(toMap(Invitation::email, Invitation::id));
        return new LinkedHashSet<>(emails)
                .stream()
                        .map(email -> invited.containsKey(email)
                                ? new Judged(email, Verdict.SENT, invited.get(email))
                                : new Judged(email, known.verdictOnOthers(email), null))
                        .toList();
    }

    /**
     * Invites the addresses. The lock comes before the verdict, so that a person who was invited or joined during the
     * wait is not invited again.
     */
    private List<Judged> inviteAll(MemberId inviter, List<String> emails, Set<Role> roles, UUID request) {
        var now = clock.instant();
        var expired =
                invitations
                        .findForEditByStatusAndExpiresAtLessThanEqualOrderByEmail(InvitationStatus.SENT.word(), now)
                        .stream()
                        .collect(toMap(Invitation::email, Function.identity()));
        var known = Known.of(names, invitations, signIn.now());
        var judged = new ArrayList<Judged>();
        for (var email : new LinkedHashSet<>(emails)) {
            var verdict = known.verdict(email, now);
            if (verdict != Verdict.SENT) {
                judged.add(new Judged(email, verdict, null));
                continue;
            }
            var again = Optional.ofNullable(expired.get(email));
            again.ifPresent(invitation -> invitation.invite(roles, inviter, request, now));
            var invitation = again.orElseGet(
                    () -> invitations.saveAndFlush(new Invitation(email, roles, inviter, request, now)));
            tell(invitation);
            audit.changed(KIND, invitation.id().value(), "invited");
            judged.add(new Judged(email, verdict, invitation.id()));
        }
        if (judged.stream().noneMatch(each -> each.verdict() == Verdict.SENT)) {
            throw new EveryoneKnown().refused();
        }
        return judged;
    }

    @Transactional(readOnly = true)
    Versioned<InvitationView> get(InvitationId id) {
        var invitation = invitations.findById(id.value()).orElseThrow(Refused::notFound);
        return new Versioned<>(view(invitation), invitation.version());
    }

    @Transactional
    InvitationView sendAgain(InvitationId id, MemberId inviter) {
        var invitation = forEdit(id);
        invitation.inviteAgain(inviter, clock.instant());
        tell(invitation);
        audit.changed(KIND, id.value(), "invited");
        return view(invitation);
    }

    @Transactional
    InvitationView revoke(InvitationId id) {
        var invitation = forEdit(id);
        invitation.revoke();
        audit.changed(KIND, id.value(), "revoked");
        return view(invitation);
    }

    /** Returns the content of the invitation to which a link belongs. */
    Seen look(String link) {
        var token = tokenOf(link);
        return CouncilContext.call(
                token.council(),
                () -> transactions.execute(_ -> {
                    var invitation =
                            invitations.findByTokenHash(token.hash()).orElseThrow(InvitationService::unknownLink);
                    invitation.objection(clock.instant()).ifPresent(InvitationService::refuse);
                    return new Seen(register.nameOfThisCouncil(), invitation.roles(), invitation.expiresAt());
                }));
    }

    /**
     * Makes the person with this address a member, by the account of this address alone, for any holder of the link.
     * After an interruption the same request completes the earlier one.
     */
    Accepted accept(String link, String email, String name) {
        var token = tokenOf(link);
        return CouncilContext.call(token.council(), () -> {
            if (suspension.isOn()) {
                throw new OfASuspendedCouncil().refused();
            }
            requireAddress(token, email);
            var person = keycloak.person(email, name);
            try {
                return transactions.execute(_ -> {
                    var invitation = forEdit(token);
                    invitation.objection(clock.instant()).ifPresent(InvitationService::refuse);
                    var joined = membership.join(person, name, email, invitation.roles());
                    invitation.accept(joined.member().id(), clock.instant());
                    audit.changed(KIND, invitation.id().value(), "accepted");
                    return new Accepted(register.nameOfThisCouncil(), joined.oneTimePasswordMailed());
                });
            } catch (DataIntegrityViolationException joinedByAnotherWay) {
                throw new AlreadyAMember().refused();
            }
        });
    }

    /**
     * Requires the invited address. A wrong address is counted, so this transaction commits before the request is
     * refused.
     */
    private void requireAddress(MailedToken token, String email) {
        Optional<InvitationRefusal> objection =
                transactions.execute(_ -> forEdit(token).objectionTo(email, clock.instant()));
        objection.ifPresent(InvitationService::refuse);
    }

    private void tell(Invitation invitation) {
        outbox.add(InvitationMail.KIND, invitation.id().value(), invitation.version());
    }

    private Invitation forEdit(InvitationId id) {
        return invitations.findForEditById(id.value()).orElseThrow(Refused::notFound);
    }

    private Invitation forEdit(MailedToken token) {
        return invitations.findForEditByTokenHash(token.hash()).orElseThrow(InvitationService::unknownLink);
    }

    private InvitationView view(Invitation invitation) {
        var authors = names.ofThisCouncil();
        return view(invitation, authors, clock.instant());
    }

    private static InvitationView view(Invitation invitation, Map<MemberId, String> authors, Instant now) {
        return new InvitationView(
                invitation.id(),
                invitation.email(),
                invitation.roles(),
                invitation.status(now),
                authors.getOrDefault(invitation.invitedBy(), ""),
                invitation.invitedAt(),
                invitation.expiresAt());
    }

    private static MailedToken tokenOf(String link) {
        return MailedToken.of(link).orElseThrow(InvitationService::unknownLink);
    }

    private static Refused unknownLink() {
        return new UnknownLink().refused();
    }

    private static void refuse(InvitationRefusal refusal) {
        throw refusal.refused();
    }

    /** The addresses of the council's members and of its invitations. */
    private record Known(
            Set<String> memberAddresses, Map<String, Invitation> open, Predicate<String> signsInWithCouncil) {

        /** Reads the invitations first, so that a person who accepts one during the call is then among the members. */
        static Known of(MemberNames names, Invitations invitations, Predicate<String> signsInWithCouncil) {
            var open = invitations.findByStatusInOrderByEmail(InvitationStatus.OPEN).stream()
                    .collect(toMap(Invitation::email, Function.identity()));
            var memberAddresses = names.addressesOfThisCouncil();
            return new Known(memberAddresses, open, signsInWithCouncil);
        }

        /** Returns the verdict on an address that an earlier request did not invite. */
        Verdict verdictOnOthers(String email) {
            if (memberAddresses.contains(email)) {
                return Verdict.ALREADY_A_MEMBER;
            }
            return signsInWithCouncil.test(email) ? Verdict.SIGNS_IN_WITH_COUNCIL : Verdict.ALREADY_INVITED;
        }

        /** Returns the verdict on an address. A person who did not accept in time is invited again. */
        Verdict verdict(String email, Instant now) {
            if (memberAddresses.contains(email)) {
                return Verdict.ALREADY_A_MEMBER;
            }
            if (signsInWithCouncil.test(email)) {
                return Verdict.SIGNS_IN_WITH_COUNCIL;
            }
            var invitation = open.get(email);
            return invitation == null || invitation.status(now) == InvitationStatus.EXPIRED
                    ? Verdict.SENT
                    : Verdict.ALREADY_INVITED;
        }
    }
}
