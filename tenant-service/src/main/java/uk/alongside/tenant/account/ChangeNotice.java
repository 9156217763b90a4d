package uk.alongside.tenant.account;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.identity.CredentialEvents.Kind;
import uk.alongside.tenant.identity.SecondFactors;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.secondfactor.MemberToAsk;
import uk.alongside.tenant.secondfactor.MembersToAsk;
import uk.alongside.tenant.signinprovider.CouncilAccounts;

/**
 * A delivery that mails a member that one of their credentials was changed, so that they notice a change that is not
 * theirs. It first completes the change: a new authenticator app takes the place of the earlier ones, which may be on a
 * lost phone, the sign-in asks for the newest of passkey and app first, and a password goes from an account that signs in
 * through its council only.
 */
final class ChangeNotice implements Delivery {

    private final Kind changed;
    private final Function<MemberToAsk, Notice> completion;
    private final MembersToAsk members;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final TransactionOperations transactions;

    private ChangeNotice(
            Kind changed,
            Function<MemberToAsk, Notice> completion,
            MembersToAsk members,
            Register register,
            Mailer mailer,
            Links links,
            TransactionOperations transactions) {
        this.changed = changed;
        this.completion = completion;
        this.members = members;
        this.register = register;
        this.mailer = mailer;
        this.links = links;
        this.transactions = transactions;
    }

    /**
     * A mail about a change.
     *
     * @param template the name of its text
     * @param page the page to which it leads
     */
    private record Notice(String template, String page) {

        static Notice of(Kind changed) {
            return new Notice(ChangeNotice.of(changed), "/forgotten-password");
        }
    }

    /** Returns the name of the notice of this change: in the queue, in the audit, and of its mail. */
    static String of(Kind changed) {
        return switch (changed) {
            case PASSWORD -> "password-changed";
            case APP -> "app-changed";
            case APP_REMOVED -> "app-removed";
            case PASSKEY -> "passkey-added";
            case PASSKEY_REMOVED -> "passkey-removed";
            case RECOVERY_CODES -> "recovery-codes-changed";
        };
    }

    @Override
    public String kind() {
        return of(changed);
    }

    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.lock(id).ifPresent(this::send));
    }

    private void send(MemberToAsk member) {
        var notice = completion.apply(member);
        mailer.send(
                notice.template(),
                member.email(),
                Map.of(
                        "name",
                        member.name(),
                        "council",
                        register.nameOfThisCouncil(),
                        "link",
                        links.to(notice.page())));
    }

    /** Defines one delivery for each kind of change. */
    @Configuration(proxyBeanMethods = false)
    static class Deliveries {

        @Bean
        Delivery passwordChanged(
                CouncilAccounts council,
                MembersToAsk members,
                Register register,
                Mailer mailer,
                Links links,
                TransactionOperations transactions) {
            return new ChangeNotice(
                    Kind.PASSWORD,
                    member -> {
                        if (!council.alone(member)) {
                            return Notice.of(Kind.PASSWORD);
                        }
                        council.removePassword(member);
                        return new Notice("password-removed", "/");
                    },
                    members,
                    register,
                    mailer,
                    links,
                    transactions);
        }

        @Bean
        Delivery appChanged(
                SecondFactors secondFactors,
                MembersToAsk members,
                Register register,
                Mailer mailer,
                Links links,
                TransactionOperations transactions) {
            return new ChangeNotice(
                    Kind.APP,
                    member -> {
                        secondFactors.keepNewestApp(member.account());
                        return Notice.of(Kind.APP);
                    },
                    members,
                    register,
                    mailer,
                    links,
                    transactions);
        }

        @Bean
        Delivery passkeyAdded(
                SecondFactors secondFactors,
                MembersToAsk members,
                Register register,
                Mailer mailer,
                Links links,
                TransactionOperations transactions) {
            return new ChangeNotice(
                    Kind.PASSKEY,
                    member -> {
                        secondFactors.askForNewestFirst(member.account());
                        return Notice.of(Kind.PASSKEY);
                    },
                    members,
                    register,
                    mailer,
                    links,
                    transactions);
        }

        @Bean
        Delivery recoveryCodesChanged(
                MembersToAsk members,
                Register register,
                Mailer mailer,
                Links links,
                TransactionOperations transactions) {
            return noticeOnly(Kind.RECOVERY_CODES, members, register, mailer, links, transactions);
        }

        @Bean
        Delivery appRemoved(
                MembersToAsk members,
                Register register,
                Mailer mailer,
                Links links,
                TransactionOperations transactions) {
            return noticeOnly(Kind.APP_REMOVED, members, register, mailer, links, transactions);
        }

        @Bean
        Delivery passkeyRemoved(
                MembersToAsk members,
                Register register,
                Mailer mailer,
                Links links,
                TransactionOperations transactions) {
            return noticeOnly(Kind.PASSKEY_REMOVED, members, register, mailer, links, transactions);
        }

        private static Delivery noticeOnly(
                Kind changed,
                MembersToAsk members,
                Register register,
                Mailer mailer,
                Links links,
                TransactionOperations transactions) {
            return new ChangeNotice(changed, _ -> Notice.of(changed), members, register, mailer, links, transactions);
        }
    }
}
