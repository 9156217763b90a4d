package uk.alongside.endtoend;

import com.microsoft.playwright.Page;

/** Signing in as a person does: name, then password, then perhaps a council. */
final class SignIn {

    private SignIn() {}

    /** Signs in somebody of one council; the page is where the product takes them. */
    static Page as(Page page, Deployment deployed, String username) {
        page.navigate(deployed.gateway().toString());
        name(page, deployed, username);
        page.waitForURL(url -> url.startsWith(deployed.gateway().toString()));
        return page;
    }

    /** Fills in Keycloak's two steps. */
    static void name(Page page, Deployment deployed, String username) {
        page.locator("#username").fill(username);
        if (!page.locator("#password").isVisible()) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(deployed.passwordOf(username));
        page.locator("#kc-login").click();
    }
}
