package uk.alongside.tenant.signinprovider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.CouncilSignIn;
import uk.alongside.tenant.identity.IdentityProviders;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.signinprovider.ProviderSignIns.Latest;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.EmailOfAnotherDomain;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.NoRoleGiven;

/**
 * Gives a person the roles of their groups, once for each sign-in through the council's own sign-in. Only a later
 * sign-in than the recorded one counts, so an old session cannot bring old roles back.
 */
@Component
class GroupsAtSignIn implements CouncilSignIn {

    private static final int MOST_NAMES = 3;

    private final SignInProviderRows providers;
    private final ProviderSignIns signIns;
    private final IdentityProviders providersOfRealm;
    private final Keycloak keycloak;
    private final MembershipService members;
    private final TransactionOperations transactions;

    /** The sign-ins that gave a role and need no further look, so that later requests cost nothing. */
    private final Cache<Known, Instant> followed =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private record Known(UUID council, String subject) {}

    GroupsAtSignIn(
            SignInProviderRows providers,
            ProviderSignIns signIns,
            IdentityProviders providersOfRealm,
            Keycloak keycloak,
            MembershipService members,
            TransactionOperations transactions) {
        this.providers = providers;
        this.signIns = signIns;
        this.providersOfRealm = providersOfRealm;
        this.keycloak = keycloak;
        this.members = members;
        this.transactions = transactions;
    }

    @Override
    public void follow(SignedIn signIn) {
        var council = CouncilContext.council();
        var known = new Known(council, signIn.subject());
        var done = followed.getIfPresent(known);
        if (!signIn.provider().equals(IdentityProviders.alias(council))
                || (done != null && !signIn.at().isAfter(done))) {
            return;
        }
        var latest = transactions.execute(_ -> signIns.find(signIn.subject()).orElse(null));
        if (latest == null || signIn.at().isAfter(latest.at())) {
            latest = apply(council, signIn, latest);
        }
        if (latest.withoutRole()) {
            throw noRole();
        }
        followed.put(known, latest.at());
    }

    private Latest apply(UUID council, SignedIn signIn, @Nullable Latest before) {
        var provider = transactions.execute(_ -> providers.find());
        var account = keycloak.account(signIn.subject());
        var named = providersOfRealm.named(council, signIn.subject());
        // At the first sign-in the address decides whose account this is, so it must be the one that the council named.
        var address = named.email();
        if (address == null
                || !provider.owns(address)
                || !provider.owns(account.email())
                || (before == null && !address.equalsIgnoreCase(account.email()))) {
            throw new EmailOfAnotherDomain().refused();
        }
        var roles = provider.rolesOf(named.groups());
        var latest = new Latest(signIn.subject(), signIn.at(), named.groups().size(), roles.isEmpty());
        transactions.executeWithoutResult(_ -> {
            if (signIns.record(latest)) {
                members.followGroups(account, roles, before != null && before.withoutRole());
            }
        });
        // A password of ours would still let a person in who has left the council.
        if (!keycloak.belongsElsewhere(council, account.person())) {
            keycloak.removePassword(account.person());
        }
        return latest;
    }

    private Refused noRole() {
        List<String> names = members.leadNames();
        return new NoRoleGiven(names.subList(0, Math.min(MOST_NAMES, names.size()))).refused();
    }
}
