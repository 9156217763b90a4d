package uk.alongside.tenant.council;

import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.CouncilContext;
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

    private final Register register;
    private final SettingsOfCouncils settings;
    private final MembershipService membership;
    private final Keycloak keycloak;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    CouncilService(
            Register register,
            SettingsOfCouncils settings,
            MembershipService membership,
            Keycloak keycloak,
            Outbox outbox,
            TransactionOperations transactions) {
        this.register = register;
        this.settings = settings;
        this.membership = membership;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Who leads a council first. */
    record FirstLead(String name, String email) {}

    /** A council that came to be. */
    record Founded(CouncilView council, Appointed firstLead) {}

    List<Register.Entry> councils() {
        return register.all();
    }

    /**
     * Keycloak first, since it chooses the id; then everything of ours in one transaction. Broken off anywhere, nothing
     * is visible here, and the same request finds in Keycloak what the first one left there.
     */
    Founded found(String alias, Wording wording, boolean demonstration, FirstLead lead) {
        register.requireFree(alias, wording.name());
        var council = keycloak.organization(alias, wording.name());
        var person = keycloak.person(lead.email(), lead.name());
        return CouncilContext.call(
                council,
                () -> transactions.execute(
                        _ -> found(new CouncilSettings(council, alias, wording, demonstration), person, lead)));
    }

    private Founded found(CouncilSettings founded, Person person, FirstLead lead) {
        register.enter(founded.id(), founded.alias(), founded.name());
        var saved = settings.saveAndFlush(founded);
        tell(saved);
        var appointed = membership.appointFirstLead(person, lead.name(), lead.email());
        return new Founded(CouncilView.of(saved), appointed);
    }

    @Transactional(readOnly = true)
    CouncilView council() {
        return CouncilView.of(settings.findById(CouncilContext.council()).orElseThrow(CouncilService::noSuchCouncil));
    }

    /** What people read when they choose a council is in Keycloak, and follows by a delivery of its own. */
    CouncilView edit(long expected, Wording wording) {
        try {
            return transactions.execute(_ -> {
                var council =
                        settings.findForEditById(CouncilContext.council()).orElseThrow(CouncilService::noSuchCouncil);
                var renamed = !council.name().equals(wording.name());
                council.edit(expected, wording);
                if (renamed) {
                    register.rename(council.id(), council.name());
                    outbox.add(DisplayNameDelivery.KIND, council.id(), council.version());
                }
                tell(council);
                return CouncilView.of(council);
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
