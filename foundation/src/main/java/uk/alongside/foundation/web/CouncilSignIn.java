package uk.alongside.foundation.web;

import java.time.Instant;

/**
 * The rule of a service for people who come in through their council's own sign-in. The council is bound. The rule runs
 * before the member is looked up, for each request of such a person, and may refuse the request.
 */
@FunctionalInterface
public interface CouncilSignIn {

    /** Applies what the council's sign-in says about the person. */
    void follow(SignedIn signIn);

    /** Looks at a person, or a machine client, whose token names no identity provider. May refuse the request. */
    default void admitWithoutProvider(String subject) {}

    /**
     * A person's latest sign-in through an identity provider, as the token names it.
     *
     * @param provider the identity provider's alias in the realm
     */
    record SignedIn(String issuer, String subject, String provider, Instant at) {}
}
