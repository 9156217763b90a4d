package uk.alongside.tenant.membership;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.mail.Mail;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.mail.UndeliverableAddress;

/** The one-time passwords of members: each is made for its mail, and removed when its owner has not used it in time. */
@Component
class OneTimePasswords {

    private final Members members;
    private final Keycloak keycloak;
    private final Postbox postbox;
    private final MailTexts texts;
    private final PasswordExpiry expiry;
    private final Clock clock;

    OneTimePasswords(
            Members members, Keycloak keycloak, Postbox postbox, MailTexts texts, PasswordExpiry expiry, Clock clock) {
        this.members = members;
        this.keycloak = keycloak;
        this.postbox = postbox;
        this.texts = texts;
        this.expiry = expiry;
        this.clock = clock;
    }

    /** Returns whether the member has a password of their own that opens another council too. */
    boolean isOfAnotherCouncilToo(Member member) {
        return keycloak.belongsElsewhere(CouncilContext.council(), member.account())
                && !keycloak.hasNoPasswordOfTheirOwn(member.account());
    }

    /**
     * Makes a password and mails it by this template. The password is made here, so that no queue contains it, and is
     * valid once its mail was handed over: an address that takes no mail locks out no member. If Keycloak does not
     * answer, the next attempt makes and mails another password.
     */
    void mail(Member member, String email, String template, Map<String, String> values) {
        var password = OneTimePassword.random();
        var until = clock.instant().plus(OneTimePassword.GOOD_FOR);
        try {
            postbox.send(write(template, email, values, texts.moment(until), password));
        } catch (UndeliverableAddress e) {
            return;
        }
        var number = keycloak.replacePassword(member.account(), password);
        expiry.schedule(member.id().value(), number, until);
    }

    private Mail write(
            String template, String email, Map<String, String> values, String until, OneTimePassword password) {
        var all = new LinkedHashMap<>(values);
        all.put("address", email);
        all.put("until", until);
        return texts.write(template, email, all, password.value());
    }

    /** Removes the password with this number, unless the member has used it or has got another one. */
    @Transactional
    void expire(UUID member, long number) {
        members.findForEditById(member).ifPresent(owner -> {
            keycloak.removeUnused(owner.account(), number);
            forget(owner);
        });
    }

    /** Deletes the password of a kept mail. */
    void forget(Member member) {
        var email = member.email();
        if (email != null) {
            postbox.forgetPasswords(email);
        }
    }
}
