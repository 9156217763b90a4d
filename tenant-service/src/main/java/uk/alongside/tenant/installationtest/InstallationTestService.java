package uk.alongside.tenant.installationtest;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.NotDelivered;
import uk.alongside.tenant.delivery.VersionConflict;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.installationtest.InstallationTestRefusal.NoTestClient;
import uk.alongside.tenant.installationtest.InstallationTestRefusal.NotEmptied;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.settings.CouncilSettings;
import uk.alongside.tenant.settings.CouncilSettings.Wording;
import uk.alongside.tenant.settings.SettingsService;

/**
 * Opens and closes the council for tests of the installation. Its short name is reserved, so that no request of an operator
 * names another council here, and the client is a member of no other.
 */
@Service
class InstallationTestService {

    /** The short name of the council, and the name of the client in the realm. */
    static final String NAME = Register.INSTALLATION_TEST;

    private static final String WORDS = "Test of the installation";

    private static final Logger LOG = LoggerFactory.getLogger(InstallationTestService.class);

    /** A test takes a minute or two. After this time the client is shut out, even if the test was killed. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Register register;
    private final SettingsService settings;
    private final MembershipService membership;
    private final Keycloak keycloak;
    private final ConversationsService conversations;
    private final InstallationTestEnd end;
    private final TransactionOperations transactions;
    private final Clock clock;

    InstallationTestService(
            Register register,
            SettingsService settings,
            MembershipService membership,
            Keycloak keycloak,
            ConversationsService conversations,
            InstallationTestEnd end,
            TransactionOperations transactions,
            Clock clock) {
        this.register = register;
        this.settings = settings;
        this.membership = membership;
        this.keycloak = keycloak;
        this.conversations = conversations;
        this.end = end;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes the council, if there is none yet, and admits the client to it for some minutes. */
    void begin() {
        var client = client();
        var council = keycloak.organization(NAME, WORDS);
        CouncilContext.run(
                council,
                () -> transactions.executeWithoutResult(_ -> {
                    if (!register.hasThisCouncil()) {
                        create(council);
                    }
                    membership.admitTestClient(client, NAME);
                    end.schedule(clock.instant().plus(LONGEST));
                }));
    }

    private void create(UUID council) {
        settings.create(new CouncilSettings(
                council, NAME, new Wording(WORDS, null, null, null), CouncilStatus.SETTING_UP, true, null));
    }

    /** Shuts the client out, and empties the council. A council that is not there is left so. */
    void end() {
        register.find(NAME).ifPresent(council -> CouncilContext.run(council.id(), this::endHere));
    }

    /** Does the same for the bound council. */
    void endHere() {
        var client = client();
        transactions.executeWithoutResult(_ -> membership.shutOutTestClient(client));
        try {
            membership.deliverNow(client);
            conversations.put(CouncilContext.council(), "emptying", Map.of());
        } catch (NotDelivered | VersionConflict e) {
            LOG.warn("The council for tests of the installation is not emptied: {}", e.getMessage());
            throw new NotEmptied().refused();
        }
    }

    private Person client() {
        return keycloak.serviceAccount(NAME).orElseThrow(() -> new NoTestClient().refused());
    }
}
