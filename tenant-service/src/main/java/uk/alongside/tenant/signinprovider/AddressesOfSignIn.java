package uk.alongside.tenant.signinprovider;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The e-mail addresses whose people come in through the council's own sign-in. They need no invitation: an account with
 * a password of ours would stay open when they leave the council.
 */
@Component
public class AddressesOfSignIn {

    private final SignInProviderRows rows;

    AddressesOfSignIn(SignInProviderRows rows) {
        this.rows = rows;
    }

    /** Returns a test of addresses by the present connection. No address passes it while the sign-in is off. */
    public Predicate<String> now() {
        var provider = rows.find();
        return email -> provider.enabled() && provider.owns(email);
    }
}
