package uk.alongside.tenant.support;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.membership.MemberNames;
import uk.alongside.tenant.register.Register;

/** A delivery that mails all leads what happened to a support grant. */
@Component
class SupportMail implements Delivery {

    static final String KIND = "support";

    private final SupportGrants grants;
    private final MemberNames names;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final MailTexts texts;
    private final TransactionOperations transactions;

    SupportMail(
            SupportGrants grants,
            MemberNames names,
            Register register,
            Mailer mailer,
            Links links,
            MailTexts texts,
            TransactionOperations transactions) {
        this.grants = grants;
        this.names = names;
        this.register = register;
        this.mailer = mailer;
        this.links = links;
        this.texts = texts;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Mails the state of this version. A version that another one has replaced is not mailed. */
    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ ->
                grants.findById(id).filter(grant -> grant.version() == version).ifPresent(this::send));
    }

    private void send(SupportGrant grant) {
        var values = values(grant);
        for (var address : names.addressesOfLeads()) {
            mailer.send(template(grant), address, values);
        }
    }

    private Map<String, String> values(SupportGrant grant) {
        var values = new LinkedHashMap<>(Map.of(
                "council", register.nameOfThisCouncil(),
                "operator", grant.askedByName(),
                "reason", grant.reason(),
                "hours", String.valueOf(grant.hours()),
                "link", links.to("/team")));
        values.put("lead", name(grant.decidedBy()));
        values.put("ender", name(grant.endedBy()));
        values.put("until", moment(grant.endsAt()));
        return values;
    }

    /** Returns the template of the grant's status. A mail says what was done, so the time of sending does not matter. */
    private static String template(SupportGrant grant) {
        return switch (grant.status(Instant.MIN)) {
            case ASKED -> "support-asked";
            case APPROVED -> grant.residents() ? "support-approved-with-residents" : "support-approved";
            case DECLINED -> "support-declined";
            case ENDED -> "support-ended";
            case EXPIRED -> "support-expired";
        };
    }

    private String name(@Nullable MemberId member) {
        return Optional.ofNullable(member).flatMap(names::of).orElseGet(() -> texts.word("inviter.unknown"));
    }

    private String moment(@Nullable Instant end) {
        return end == null ? "" : texts.moment(end);
    }
}
