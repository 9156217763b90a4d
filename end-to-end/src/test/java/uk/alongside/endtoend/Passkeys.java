package uk.alongside.endtoend;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * A device of one page that keeps passkeys and unlocks when it is asked, as a telephone does whose owner touches it. The
 * browser simulates it.
 */
final class Passkeys {

    private final CDPSession session;
    private final String id;

    private Passkeys(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Gives the page such a device. */
    static Passkeys of(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        kind.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", kind);
        var id = session.send("WebAuthn.addVirtualAuthenticator", options)
                .get("authenticatorId")
                .getAsString();
        return new Passkeys(session, id);
    }

    int count() {
        return session.send("WebAuthn.getCredentials", ofDevice())
                .getAsJsonArray("credentials")
                .size();
    }

    /** Deletes all passkeys, as a new telephone has none. */
    void lose() {
        session.send("WebAuthn.clearCredentials", ofDevice());
    }

    private JsonObject ofDevice() {
        var device = new JsonObject();
        device.addProperty("authenticatorId", id);
        return device;
    }
}
