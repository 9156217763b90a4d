package uk.alongside.tenant.account;

import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.identity.Accounts;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.secondfactor.MemberToAsk;
import uk.alongside.tenant.signinprovider.AddressesOfSignIn;

/**
 * Says which accounts of the bound council belong to its own sign-in. A password of ours would still open such an account
 * after the person has left the council (docs/adr/0046).
 */
@Component
class CouncilAccounts {

    private final AddressesOfSignIn addresses;
    private final Accounts accounts;
    private final Keycloak keycloak;

    CouncilAccounts(AddressesOfSignIn addresses, Accounts accounts, Keycloak keycloak) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.keycloak = keycloak;
    }

    /** Returns true if the council's sign-in is on and knows this member's address. */
    boolean knows(MemberToAsk member) {
        return member.email() != null && addresses.now().test(member.email());
    }

    /**
     * Returns true if the member signs in through the council only, so that the account has no password of ours. A member
     * of another council too needs one there.
     */
    boolean alone(MemberToAsk member) {
        return knows(member)
                && accounts.signsInElsewhere(member.account())
                && !keycloak.belongsElsewhere(CouncilContext.council(), member.account());
    }

    /** Removes a password that such a member set on a page of Keycloak's, and the sign-ins that may have come by it. */
    void removePassword(MemberToAsk member) {
        keycloak.removePassword(member.account());
        keycloak.endSignIns(member.account());
    }
}
