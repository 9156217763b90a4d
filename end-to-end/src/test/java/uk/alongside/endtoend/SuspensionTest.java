package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Follows a suspension in browsers: the operator suspends a council, a member of staff who is typing reads why nothing is
 * saved and loses no word, residents read how to reach the council, and all goes on when the operator resumes it.
 */
@Tag("browser")
class SuspensionTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String NAME = "Northmarch Council";

    private final String alias = DEPLOYED.newCouncil("Northmarch", "Lena Made-up");
    private final String id = DEPLOYED.councilId(alias);
    private final Sql conversations = new Sql(DEPLOYED.superuser());

    @Test
    void staffLoseNoWordAndResidentsReadHowToReachTheCouncil() throws Exception {
        try (var browser = new Chromium()) {
            var staff = aPersonIsTyping(browser);
            var operator = SignIn.asOperator(browser.person(), DEPLOYED);
            suspend(browser, operator);

            button(staff, "Add this person").click();
            assertThat(staff.getByRole(AriaRole.ALERT).first())
                    .containsText("What you typed is still here. Ask a lead in your council");
            assertThat(staff.getByLabel("Last name")).hasValue("Prŷs-Jones");
            var another = browser.anotherTabOf(staff);
            another.navigate(DEPLOYED.gateway() + "/people");
            assertThat(heading(another, "Your council’s service is suspended")).isVisible();
            browser.look(another, "suspended-staff");
            residentsReadHowToReachTheCouncil(browser);
            var lead = "lead@" + alias + ".example";
            DEPLOYED.awaitMails(alias, lead, "your service is suspended", 1);
            assertThat(DEPLOYED.mails(alias, lead, "your service is suspended")).hasSize(1);

            resume(operator);
            button(staff, "Add this person").click();
            assertThat(heading(staff, "Gwen Prŷs-Jones")).isVisible();
            button(another, "Try again").click();
            assertThat(heading(another, "People")).isVisible();
        }
    }

    /** Returns the page of a member of hub staff who has typed a person's name and not sent it. */
    private Page aPersonIsTyping(Chromium browser) throws Exception {
        var email = "bryn@" + alias + ".example";
        var member = DEPLOYED.addPerson(alias, "Bryn Made-up", email, "hub-staff");
        Waiting.until("conversations-service knows the member", () -> exists("app.member where id = ?::uuid", member));
        var staff = SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email));
        staff.locator(".mast__council").waitFor();
        staff.navigate(DEPLOYED.gateway() + "/people/new");
        staff.getByLabel("First name").fill("Gwen");
        staff.getByLabel("Last name").fill("Prŷs-Jones");
        staff.getByLabel("No phone or email").check();
        return staff;
    }

    private void suspend(Chromium browser, Page operator) throws Exception {
        operator.navigate(DEPLOYED.gateway() + "/councils/" + id);
        button(operator, "Suspend this council").click();
        assertThat(heading(operator, "Suspend " + NAME)).isVisible();
        browser.look(operator, "suspend-council");
        operator.getByLabel("There is an incident").check();
        button(operator, "Suspend " + NAME).click();
        assertThat(operator.getByText(NAME + " is suspended")).isVisible();
        browser.look(operator, "suspended-council");
        Waiting.until("conversations-service shuts the council's staff out", this::isSuspended);
    }

    private void resume(Page operator) throws Exception {
        button(operator, "Resume this council").click();
        button(operator, "Resume " + NAME).click();
        assertThat(operator.getByText(NAME + " is resumed")).isVisible();
        Waiting.until("conversations-service admits the council's staff", () -> !isSuspended());
        Waiting.until("residents read of hubs again", () -> !openPage().contains("No bookings are taken here"));
    }

    private void residentsReadHowToReachTheCouncil(Chromium browser) throws Exception {
        Waiting.until(
                "residents read that no bookings are taken", () -> openPage().contains("No bookings are taken here"));
        var resident = browser.person();
        resident.navigate(DEPLOYED.gateway() + "/open/" + alias);
        assertThat(resident.getByText("01632 960001").first()).isVisible();
        browser.look(resident, "suspended-residents");
    }

    private String openPage() {
        return Client.with(DEPLOYED.gateway(), null).get("/open/" + alias).text();
    }

    private boolean isSuspended() throws SQLException {
        return exists("app.suspended_council where tenant_id = ?::uuid", id);
    }

    private boolean exists(String rows, String value) throws SQLException {
        return !conversations.list("select id from " + rows, value).isEmpty();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
