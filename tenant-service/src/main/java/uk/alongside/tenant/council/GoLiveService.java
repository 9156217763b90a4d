package uk.alongside.tenant.council;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.CouncilContext;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchCouncil;
import uk.alongside.tenant.council.CouncilRefusal.SetUpUnfinished;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.membership.MembershipService;

/** Leads ask to go live, and the operator answers. */
@Service
class GoLiveService {

    private static final String KIND = "council";

    private final SettingsOfCouncils settings;
    private final GoLiveSteps steps;
    private final Register register;
    private final MembershipService membership;
    private final Outbox outbox;
    private final Audit audit;

    GoLiveService(
            SettingsOfCouncils settings,
            GoLiveSteps steps,
            Register register,
            MembershipService membership,
            Outbox outbox,
            Audit audit) {
        this.settings = settings;
        this.steps = steps;
        this.register = register;
        this.membership = membership;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    SetUp setUp() {
        return view(settings.findById(CouncilContext.council()).orElseThrow(GoLiveService::noSuchCouncil));
    }

    @Transactional
    SetUp ask(long expected, @Nullable String words, UUID lead) {
        return step("asked", words, lead, council -> {
            council.askToGoLive(expected);
            var unfinished = view(council).unfinished();
            if (!unfinished.isEmpty()) {
                throw new CouncilRefused(new SetUpUnfinished(unfinished));
            }
        });
    }

    @Transactional
    SetUp approve(long expected) {
        return step("approved", null, null, council -> council.goLive(expected));
    }

    @Transactional
    SetUp question(long expected, String words) {
        return step("question", words, null, council -> council.goBackToSetUp(expected));
    }

    private SetUp step(String kind, @Nullable String words, @Nullable UUID lead, Consumer<CouncilSettings> change) {
        var council = settings.findForEditById(CouncilContext.council()).orElseThrow(GoLiveService::noSuchCouncil);
        change.accept(council);
        steps.add(kind, words, lead);
        register.mark(council.id(), council.status());
        outbox.add(SettingsDelivery.KIND, council.id(), council.version());
        audit.changed(KIND, council.id(), "go-live-" + kind);
        return view(council);
    }

    private SetUp view(CouncilSettings council) {
        return SetUp.of(council, membership.activeLeads(), steps.all());
    }

    private static CouncilRefused noSuchCouncil() {
        return new CouncilRefused(new NoSuchCouncil());
    }
}
