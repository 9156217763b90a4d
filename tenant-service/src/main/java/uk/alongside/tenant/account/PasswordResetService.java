package uk.alongside.tenant.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.account.PasswordResetRefusal.UnknownLink;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Accounts;
import uk.alongside.tenant.identity.CredentialEvents.Kind;
import uk.alongside.tenant.mail.MailedToken;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.secondfactor.MemberToAsk;
import uk.alongside.tenant.secondfactor.MembersToAsk;
import uk.alongside.tenant.signinprovider.CouncilAccounts;

/** The links to a new password, and the passwords that their holders choose. */
@Service
class PasswordResetService {

    private final PasswordResets resets;
    private final MembersToAsk members;
    private final Accounts accounts;
    private final CouncilAccounts council;
    private final Postbox postbox;
    private final Outbox outbox;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    PasswordResetService(
            PasswordResets resets,
            MembersToAsk members,
            Accounts accounts,
            CouncilAccounts council,
            Postbox postbox,
            Outbox outbox,
            Audit audit,
            TransactionOperations transactions,
            Clock clock) {
        this.resets = resets;
        this.members = members;
        this.accounts = accounts;
        this.council = council;
        this.postbox = postbox;
        this.outbox = outbox;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The content that a link leads to: the address to which its mail went, for the browser's list of passwords. */
    record Seen(String email, Instant expiresAt) {

        /** Returns a text without the person, because the text ends up in logs. */
        @Override
        public String toString() {
            return "Seen[" + expiresAt + "]";
        }
    }

    Seen look(String link) {
        var token = tokenOf(link);
        return CouncilContext.call(
                token.council(),
                () -> transactions.execute(_ -> {
                    var reset = resets.find(token.hash()).orElseThrow(PasswordResetService::unknownLink);
                    reset.objection(clock.instant()).ifPresent(PasswordResetService::refuse);
                    return new Seen(
                            Objects.requireNonNull(member(reset).email()), Objects.requireNonNull(reset.expiresAt()));
                }));
    }

    /**
     * Gives the member the password. The link is used up only if Keycloak took the password and ended the sign-ins, so
     * that the same request completes one that was interrupted.
     */
    void choose(String link, String password) {
        var token = tokenOf(link);
        CouncilContext.run(
                token.council(),
                () -> transactions.executeWithoutResult(_ -> {
                    var reset = resets.lock(token.hash()).orElseThrow(PasswordResetService::unknownLink);
                    reset.objection(clock.instant()).ifPresent(PasswordResetService::refuse);
                    var member = member(reset);
                    accounts.choosePassword(member.account(), password);
                    resets.used(reset, clock.instant());
                    postbox.forgetPasswords(Objects.requireNonNull(member.email()));
                    outbox.add(ChangeNotice.of(Kind.PASSWORD), member.id(), reset.version());
                    audit.changed("member", member.id(), "password-chosen");
                }));
    }

    /**
     * Returns the member whose link it is. A member who was suspended since has none, and neither has one who has joined
     * the account to the council's own sign-in since.
     */
    private MemberToAsk member(PasswordReset reset) {
        return members.lock(reset.id())
                .filter(member -> !council.alone(member))
                .orElseThrow(PasswordResetService::unknownLink);
    }

    private static MailedToken tokenOf(String link) {
        return MailedToken.of(link).orElseThrow(PasswordResetService::unknownLink);
    }

    private static Refused unknownLink() {
        return new UnknownLink().refused();
    }

    private static void refuse(PasswordResetRefusal refusal) {
        throw refusal.refused();
    }
}
