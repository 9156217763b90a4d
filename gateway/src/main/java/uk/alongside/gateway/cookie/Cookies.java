package uk.alongside.gateway.cookie;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;

/** The attributes of every cookie of this site: no script reads it, and no other site sends it with a change. */
public final class Cookies {

    /** The name of the cookie that holds the id of a session. */
    public static final String SESSION = "__Host-alongside";

    /** The beginning of the names of cookies that hold a sign-in in progress. The rest depends on the sign-in. */
    public static final String SIGN_IN = "__Host-alongside-sign-in-";

    private Cookies() {}

    public static ResponseCookie of(String name, String value, Duration life) {
        return restrict(ResponseCookie.from(name, value)).maxAge(life).build();
    }

    /** Returns the cookie that removes the one with this name. */
    public static ResponseCookie removed(String name) {
        return of(name, "", Duration.ZERO);
    }

    public static ResponseCookieBuilder restrict(ResponseCookieBuilder cookie) {
        return cookie.path("/").httpOnly(true).secure(true).sameSite("Lax");
    }
}
