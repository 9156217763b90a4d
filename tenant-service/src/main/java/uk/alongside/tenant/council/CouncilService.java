package uk.alongside.tenant.council;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.CouncilContext;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.tenant.council.CouncilRefusal.AliasReserved;
import uk.alongside.tenant.council.CouncilRefusal.NameTaken;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchCouncil;
import uk.alongside.tenant.council.CouncilSettings.Wording;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.membership.MembershipService.Appointed;

/** Councils come to be and are set up. */
@Service
class CouncilService {

    private static final String KIND = "council";

    /** Words that the product's own addresses begin with. */
    private static final Set<String> RESERVED =
            Set.of("open", "invitations", "api", "internal", "session", "sign-out", "oauth2", "login", "set-up");

    private final Register register;
    private final SettingsOfCouncils settings;
    private final MembershipService membership;
    private final Keycloak keycloak;
    private final Outbox outbox;
    private final Audit audit;
    private final TransactionOperations transactions;

    CouncilService(
            Register register,
            SettingsOfCouncils settings,
            MembershipService membership,
            Keycloak keycloak,
            Outbox outbox,
            Audit audit,
            TransactionOperations transactions) {
        this.register = register;
        this.settings = settings;
        this.membership = membership;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Who leads a council first. */
    record FirstLead(String name, String email) {}

    /** What an operator asks for. Unless it is to be live at once, its leads set it up first. */
    record Founding(String alias, Wording wording, boolean demonstration, boolean live, FirstLead firstLead) {

        CouncilSettings settings(UUID council) {
            return new CouncilSettings(
                    council, alias, wording, live ? CouncilStatus.LIVE : CouncilStatus.SETTING_UP, demonstration);
        }
    }

    /** A council that came to be. */
    record Founded(CouncilView council, Appointed firstLead) {}

    List<Register.Entry> councils() {
        return register.all();
    }

    /**
     * Keycloak first, since it chooses the id; then everything of ours in one transaction. Broken off anywhere, nothing
     * is visible here, and the same request finds in Keycloak what the first one left there.
     */
    Founded found(Founding wish) {
        if (RESERVED.contains(wish.alias())) {
            throw new CouncilRefused(new AliasReserved());
        }
        var name = wish.wording().name();
        register.requireFree(wish.alias(), name);
        var council = keycloak.organization(wish.alias(), name);
        var lead = wish.firstLead();
        var person = keycloak.person(lead.email(), lead.name());
        return CouncilContext.call(
                council, () -> transactions.execute(_ -> found(wish.settings(council), person, lead)));
    }

    private Founded found(CouncilSettings founded, Person person, FirstLead lead) {
        register.enter(new Register.Entry(
                founded.id(), founded.name(), founded.alias(), founded.status(), founded.demonstration()));
        var saved = settings.saveAndFlush(founded);
        tell(saved);
        audit.changed(KIND, founded.id(), "founded");
        var appointed = membership.appointFirstLead(person, lead.name(), lead.email());
        return new Founded(CouncilView.of(saved), appointed);
    }

    @Transactional(readOnly = true)
    CouncilView council() {
        return CouncilView.of(settings.findById(CouncilContext.council()).orElseThrow(CouncilService::noSuchCouncil));
    }

    @Transactional(readOnly = true)
    SettingsView settings() {
        return SettingsView.of(settings.findById(CouncilContext.council()).orElseThrow(CouncilService::noSuchCouncil));
    }

    CouncilView edit(long expected, Wording wording) {
        return change(council -> council.edit(expected, wording), CouncilView::of);
    }

    SettingsView change(Consumer<CouncilSettings> change) {
        return change(change, SettingsView::of);
    }

    /** What people read when they choose a council is in Keycloak, and follows by a delivery of its own. */
    private <T> T change(Consumer<CouncilSettings> change, Function<CouncilSettings, T> view) {
        try {
            return transactions.execute(_ -> {
                var council =
                        settings.findForEditById(CouncilContext.council()).orElseThrow(CouncilService::noSuchCouncil);
                var before = council.name();
                change.accept(council);
                if (!council.name().equals(before)) {
                    register.rename(council.id(), council.name());
                    outbox.add(DisplayNameDelivery.KIND, council.id(), council.version());
                }
                tell(council);
                audit.changed(KIND, council.id(), "edited");
                return view.apply(council);
            });
        } catch (DataIntegrityViolationException takenAMomentAgo) {
            throw new CouncilRefused(new NameTaken());
        }
    }

    private void tell(CouncilSettings council) {
        outbox.add(SettingsDelivery.KIND, council.id(), council.version());
    }

    private static CouncilRefused noSuchCouncil() {
        return new CouncilRefused(new NoSuchCouncil());
    }
}
