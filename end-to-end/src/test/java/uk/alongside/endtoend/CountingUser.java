package uk.alongside.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/** A user of a page whose clicks and typed characters are counted. The focus on a box counts as a click. */
final class CountingUser {

    private final Page page;
    private final InteractionCount interactions;

    CountingUser(Page page, InteractionCount interactions) {
        this.page = page;
        this.interactions = interactions;
    }

    Page page() {
        return page;
    }

    void press(AriaRole role, String name) {
        press(page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first());
    }

    void press(AriaRole role, Pattern name) {
        press(page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first());
    }

    void press(Locator what) {
        what.click();
        interactions.click();
    }

    /** Opens a link from a mail. */
    void follow(String link) {
        page.navigate(link);
        interactions.click();
    }

    /** Chooses a file. The dialog, the choice and the confirmation are three clicks. */
    void choose(String label, FilePayload file) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
        interactions.click();
        interactions.click();
        interactions.click();
    }

    void type(String label, String text) {
        type(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first(), text);
    }

    void type(Locator box, String text) {
        box.click();
        box.fill("");
        box.pressSequentially(text);
        interactions.click();
        interactions.type(text.length());
    }
}
