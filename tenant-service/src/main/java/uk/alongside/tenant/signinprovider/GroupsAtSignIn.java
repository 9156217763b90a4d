package uk.alongside.tenant.signinprovider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.CouncilSignIn;
import uk.alongside.tenant.delivery.NotDelivered;
import uk.alongside.tenant.identity.IdentityProviders;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.identity.SecondFactors;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.signinprovider.ProviderSignIns.Latest;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.EmailNotVerified;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.EmailOfAnotherDomain;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.NoRoleGiven;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.OwnSignInNeeded;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.SignInTurnedOff;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.SignInUnderWay;

/**
 * Gives a person the roles of their groups, once for each sign-in through the council's own sign-in. Only a later
 * sign-in than the recorded one counts, so an old session cannot bring old roles back. A recorded time in the future is
 * no time: Keycloak's clock was ahead, and sign-ins after it was set right count. No request of a sign-in is
 * answered before both services have its roles: the gateway opens no session before this service has answered.
 */
@Component
class GroupsAtSignIn implements CouncilSignIn {

    private static final int MOST_NAMES = 3;

    /** The time by which the clocks of Keycloak and of this service may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final SignInProviderRows providers;
    private final ProviderSignIns signIns;
    private final IdentityProviders providersOfRealm;
    private final Keycloak keycloak;
    private final SecondFactors secondFactors;
    private final MembershipService members;
    private final TransactionOperations transactions;
    private final Clock clock;

    GroupsAtSignIn(
            SignInProviderRows providers,
            ProviderSignIns signIns,
            IdentityProviders providersOfRealm,
            Keycloak keycloak,
            SecondFactors secondFactors,
            MembershipService members,
            TransactionOperations transactions,
            Clock clock) {
        this.providers = providers;
        this.signIns = signIns;
        this.providersOfRealm = providersOfRealm;
        this.keycloak = keycloak;
        this.secondFactors = secondFactors;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void follow(SignedIn signIn) {
        var council = CouncilContext.council();
        if (!signIn.provider().equals(IdentityProviders.alias(council))) {
            return;
        }
        var latest = transactions.execute(_ -> signIns.find(signIn.subject()).orElse(null));
        if (latest == null || latest.isBefore(signIn.at(), latestBelievable())) {
            latest = apply(council, signIn);
        }
        if (!latest.delivered()) {
            deliver(new Person(signIn.issuer(), signIn.subject()), latest);
        }
        if (latest.withoutRole()) {
            throw noRole();
        }
    }

    /** Refuses a password of a person whose groups decide. With it they would stay after they have left the council. */
    @Override
    public void admitWithoutProvider(String subject) {
        if (Boolean.TRUE.equals(transactions.execute(_ -> signIns.isNeeded(subject)))) {
            throw new OwnSignInNeeded().refused();
        }
    }

    /** Returns the latest time that a recorded sign-in can have, unless Keycloak's clock was ahead when it was recorded. */
    private Instant latestBelievable() {
        return clock.instant().plus(CLOCKS);
    }

    private Latest apply(UUID council, SignedIn signIn) {
        var provider = transactions.execute(_ -> providers.find());
        if (!provider.enabled()) {
            throw new SignInTurnedOff().refused();
        }
        var account = keycloak.account(signIn.subject());
        var named = providersOfRealm.named(council, signIn.subject());
        var latest = transactions.execute(_ -> {
            var isFirst = signIns.find(signIn.subject()).isEmpty();
            if (named.unverified()) {
                throw new EmailNotVerified().refused();
            }
            requireOwnAddress(provider, named.email(), account.email(), isFirst);
            var groups = named.groups();
            if (!signIns.begin(signIn.subject(), signIn.at(), groups.size(), latestBelievable())) {
                return signIns.find(signIn.subject()).orElseThrow();
            }
            // The row is read under its lock, so that another sign-in of the same moment has finished.
            var suspended = signIns.find(signIn.subject()).orElseThrow().suspendedVersion();
            var result = new Latest(signIn.subject(), signIn.at(), groups.size(), true, 0, false)
                    .with(members.followGroups(account, provider.rolesOf(groups), suspended));
            signIns.finish(result);
            return result;
        });
        followCredentials(council, account.person(), named.usedSecondFactor());
        return latest;
    }

    /**
     * Removes the password of an account that opens this council only: it would still let a person in who has left the
     * council. Its second factor goes too if the council asks for one, so that the person is not asked twice. An account
     * of another council too keeps both, and needs a second factor of its own: it keeps the people who run this council's
     * accounts out of the other council.
     */
    private void followCredentials(UUID council, Person person, boolean usedSecondFactor) {
        if (keycloak.belongsElsewhere(council, person)) {
            secondFactors.setUpAtNextSignIn(person);
            return;
        }
        keycloak.removePassword(person);
        if (usedSecondFactor) {
            secondFactors.remove(person);
        }
    }

    /** At the first sign-in the address decides whose account this is, so it must be the one that the council named. */
    private static void requireOwnAddress(
            SignInProvider provider, @Nullable String named, @Nullable String ofAccount, boolean first) {
        if (named == null
                || !provider.owns(named)
                || !provider.owns(ofAccount)
                || (first && !named.equalsIgnoreCase(ofAccount))) {
            throw new EmailOfAnotherDomain().refused();
        }
    }

    /** The other service must not answer by the roles that the person had before this sign-in. */
    private void deliver(Person person, Latest latest) {
        try {
            members.deliverNow(person);
            transactions.executeWithoutResult(_ -> signIns.delivered(latest));
        } catch (NotDelivered _) {
            throw new SignInUnderWay().refused();
        }
    }

    private Refused noRole() {
        List<String> names = members.leadNames();
        return new NoRoleGiven(names.subList(0, Math.min(MOST_NAMES, names.size()))).refused();
    }
}
