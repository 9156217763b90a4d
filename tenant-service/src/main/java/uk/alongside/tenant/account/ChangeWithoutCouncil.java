package uk.alongside.tenant.account;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.alongside.tenant.identity.Accounts;
import uk.alongside.tenant.identity.CredentialEvents.Change;
import uk.alongside.tenant.identity.SecondFactors;
import uk.alongside.tenant.mail.MailNotSent;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Mailer;

/**
 * Completes a change by a person who is active in no council, as an operator, and mails the address of their account. No
 * council's record has it: Keycloak's events do.
 */
@Component
class ChangeWithoutCouncil {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeWithoutCouncil.class);

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Mailer mailer;
    private final MailTexts texts;

    ChangeWithoutCouncil(Accounts accounts, SecondFactors secondFactors, Mailer mailer, MailTexts texts) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.mailer = mailer;
        this.texts = texts;
    }

    /**
     * A new authenticator app takes the place of the earlier ones, which may be on a lost phone. A mail that is not sent
     * is logged only, because the notices to people of councils must not wait for it.
     */
    void complete(Change change) {
        switch (change.kind()) {
            case APP -> secondFactors.keepNewestApp(change.person());
            case PASSKEY -> secondFactors.askForNewestFirst(change.person());
            default -> {}
        }
        accounts.find(change.person()).ifPresent(account -> {
            try {
                var what = texts.word("change." + ChangeNotice.of(change.kind()));
                mailer.send("account-changed", account.email(), Map.of("name", account.name(), "change", what));
            } catch (MailNotSent e) {
                LOG.warn("The mail about a changed account could not be sent: {}", e.toString());
            }
        });
    }
}
