package uk.alongside.tenant.support;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Account;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.membership.MemberNames;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.support.SupportRefusal.AlreadyAsked;
import uk.alongside.tenant.support.SupportRefusal.UnderWay;

/** The support grants of the bound council. */
@Service
class SupportService {

    static final int PAGE = 100;

    private static final String KIND = "support-grant";

    private final SupportGrants grants;
    private final MembershipService membership;
    private final MemberNames names;
    private final Keycloak keycloak;
    private final Outbox outbox;
    private final SupportExpiry expiry;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    SupportService(
            SupportGrants grants,
            MembershipService membership,
            MemberNames names,
            Keycloak keycloak,
            Outbox outbox,
            SupportExpiry expiry,
            IdempotentRequests requests,
            Audit audit,
            TransactionOperations transactions,
            Clock clock) {
        this.grants = grants;
        this.membership = membership;
        this.names = names;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.expiry = expiry;
        this.requests = requests;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<SupportGrantView, SupportGrantId> list(@Nullable SupportGrantId after) {
        var members = names.ofThisCouncil();
        if (members.isEmpty()) {
            throw Refused.notFound();
        }
        var now = clock.instant();
        var all = grants.findAllByOrderByAskedAtDescIdDesc().stream()
                .map(grant -> SupportGrantView.of(grant, members, now))
                .toList();
        return Page.of(all, SupportGrantView::id, after, PAGE);
    }

    @Transactional(readOnly = true)
    SupportGrantView get(SupportGrantId id) {
        return grants.findById(id.value()).map(this::view).orElseThrow(Refused::notFound);
    }

    /**
     * Asks for support access in the name of the operator with this subject, once for each key. An operator has one open
     * request.
     */
    SupportGrantView ask(String subject, String reason, int hours, String key) {
        var operator = keycloak.account(subject);
        try {
            return transactions.execute(_ -> requests.once(
                    key,
                    "POST /api/councils/" + CouncilContext.council() + "/support-grants",
                    List.of(reason, hours),
                    id -> ask(new SupportGrantId(id), operator, reason, hours),
                    id -> get(new SupportGrantId(id))));
        } catch (DataIntegrityViolationException askedByAnotherRequest) {
            throw new AlreadyAsked().refused();
        }
    }

    private SupportGrantView ask(SupportGrantId id, Account operator, String reason, int hours) {
        if (names.ofThisCouncil().isEmpty()) {
            throw Refused.notFound();
        }
        var person = operator.person();
        grants.findForEditByIssuerAndSubjectAndStatusIn(person.issuer(), person.subject(), SupportStatus.OPEN)
                .ifPresent(this::requireOver);
        var grant = grants.saveAndFlush(new SupportGrant(id, operator, reason, hours, clock.instant()));
        tellLeads(grant);
        audit.changed(KIND, grant.id().value(), "asked");
        return view(grant);
    }

    private void requireOver(SupportGrant open) {
        switch (open.status(clock.instant())) {
            case ASKED -> throw new AlreadyAsked().refused();
            case APPROVED -> throw new UnderWay().refused();
            case EXPIRED -> remove(open);
            case DECLINED, ENDED -> throw new IllegalStateException("not an open grant");
        }
    }

    /** Admits the operator. The grant is locked first, so of two leads who decide at once only one does. */
    @Transactional
    SupportGrantView approve(SupportGrantId id, MemberId lead, boolean residents) {
        var grant = forEdit(id);
        grant.requireUndecided();
        var now = clock.instant();
        var until = grant.endIfApproved(now);
        var member = membership.admitSupport(grant.operator(), SupportGrant.roles(residents), until);
        grant.approve(lead, member, residents, now);
        expiry.schedule(id, until);
        tellLeads(grant);
        audit.changed(KIND, id.value(), "approved");
        return view(grant);
    }

    @Transactional
    SupportGrantView decline(SupportGrantId id, MemberId lead) {
        var grant = forEdit(id);
        grant.decline(lead);
        tellLeads(grant);
        audit.changed(KIND, id.value(), "declined");
        return view(grant);
    }

    @Transactional
    SupportGrantView end(SupportGrantId id, MemberId lead) {
        var grant = forEdit(id);
        var now = clock.instant();
        grant.end(lead, now);
        Optional.ofNullable(grant.member()).ifPresent(member -> membership.endSupport(member, now));
        tellLeads(grant);
        audit.changed(KIND, id.value(), "ended");
        return view(grant);
    }

    /** Removes access whose hours are over. The clock has refused the operator's requests since then. */
    @Transactional
    void expire(SupportGrantId id) {
        grants.findForEditById(id.value())
                .filter(grant -> grant.isOverdue(clock.instant()))
                .ifPresent(this::remove);
    }

    private void remove(SupportGrant grant) {
        grant.expire();
        var member = grant.member();
        var end = grant.endsAt();
        if (member != null && end != null) {
            membership.endSupport(member, end);
        }
        grants.saveAndFlush(grant);
        tellLeads(grant);
        audit.changed(KIND, grant.id().value(), "expired");
    }

    private void tellLeads(SupportGrant grant) {
        outbox.add(SupportMail.KIND, grant.id().value(), grant.version());
    }

    private SupportGrant forEdit(SupportGrantId id) {
        return grants.findForEditById(id.value()).orElseThrow(Refused::notFound);
    }

    private SupportGrantView view(SupportGrant grant) {
        return SupportGrantView.of(grant, names.ofThisCouncil(), clock.instant());
    }
}
