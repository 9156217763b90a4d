package uk.alongside.tenant.signinprovider;

import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.identity.Accounts;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.secondfactor.MemberToAsk;

/**
 * Says which accounts of the bound council belong to its own sign-in. A password of ours would still open such an account
 * after the person has left the council (docs/adr/0046).
 */
@Component
public class CouncilAccounts {

    private final AddressesOfSignIn addresses;
    private final Accounts accounts;
    private final Keycloak keycloak;

    CouncilAccounts(AddressesOfSignIn addresses, Accounts accounts, Keycloak keycloak) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.keycloak = keycloak;
    }

    /** Returns true if the council's sign-in is on and knows this member's address. */
    public boolean knows(MemberToAsk member) {
        return member.email() != null && addresses.now().test(member.email());
    }

    /**
     * Returns true if the member signs in through the council only, so that the account has no password of ours. A member
     * of another council too needs one there.
     */
    public boolean alone(MemberToAsk member) {
        return knows(member)
                && accounts.signsInElsewhere(member.account())
                && !keycloak.belongsElsewhere(CouncilContext.council(), member.account());
    }

    /**
     * Removes the password of such a member, and the sign-ins that may have come by it. Returns false if there was no
     * password.
     */
    public boolean removePassword(MemberToAsk member) {
        var removed = keycloak.removePassword(member.account());
        keycloak.endSignIns(member.account());
        return removed;
    }
}
