package uk.alongside.tenant.onboarding;

import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.settings.Assessments;
import uk.alongside.tenant.settings.CouncilSettings;
import uk.alongside.tenant.settings.CouncilSettingsRepository;
import uk.alongside.tenant.settings.SettingsDelivery;
import uk.alongside.tenant.council.CouncilRefused;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.agreement.AgreementService;
import uk.alongside.tenant.blueprint.BlueprintService;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchCouncil;
import uk.alongside.tenant.council.CouncilRefusal.SetUpUnfinished;
import uk.alongside.tenant.onboarding.SetUp.Elsewhere;
import uk.alongside.tenant.onboarding.SetUp.Places;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.membership.MembershipService;

/** The requests of leads to go live, and the operator's answers. */
@Service
class GoLiveService {

    private static final String KIND = "council";

    private final CouncilSettingsRepository settings;
    private final GoLiveSteps steps;
    private final Register register;
    private final MembershipService membership;
    private final AgreementService agreement;
    private final Assessments assessments;
    private final BlueprintService blueprint;
    private final ConversationsService conversations;
    private final Outbox outbox;
    private final Audit audit;
    private final TransactionOperations transactions;

    GoLiveService(
            CouncilSettingsRepository settings,
            GoLiveSteps steps,
            Register register,
            MembershipService membership,
            AgreementService agreement,
            Assessments assessments,
            BlueprintService blueprint,
            ConversationsService conversations,
            Outbox outbox,
            Audit audit,
            TransactionOperations transactions) {
        this.settings = settings;
        this.steps = steps;
        this.register = register;
        this.membership = membership;
        this.agreement = agreement;
        this.assessments = assessments;
        this.blueprint = blueprint;
        this.conversations = conversations;
        this.outbox = outbox;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Transactional(readOnly = true)
    SetUp setUp() {
        return view(settings.findById(CouncilContext.council()).orElseThrow(GoLiveService::noSuchCouncil), null);
    }

    SetUp ask(long expected, @Nullable String words, UUID lead) {
        var places = places();
        return step("asked", words, lead, council -> {
            council.askToGoLive(expected);
            requireFinished(council, places);
        });
    }

    /**
     * Approves a request. The conditions are checked again, because staff may have cancelled the only session since.
     */
    SetUp approve(long expected) {
        var places = places();
        return step("approved", null, null, council -> {
            council.goLive(expected);
            requireFinished(council, places);
        });
    }

    SetUp question(long expected, String words) {
        return step("question", words, null, council -> council.goBackToSetUp(expected));
    }

    /** Reads the places before the transaction, so that no lock is held while the other service answers. */
    private Places places() {
        return conversations.read(CouncilContext.council(), "standing", Places.class);
    }

    private void requireFinished(CouncilSettings council, Places places) {
        var unfinished = view(council, places).unfinished();
        if (!unfinished.isEmpty()) {
            throw new CouncilRefused(new SetUpUnfinished(unfinished));
        }
    }

    private SetUp step(String kind, @Nullable String words, @Nullable UUID lead, Consumer<CouncilSettings> change) {
        return transactions.execute(_ -> stepInside(kind, words, lead, change));
    }

    private SetUp stepInside(
            String kind, @Nullable String words, @Nullable UUID lead, Consumer<CouncilSettings> change) {
        var council = settings.findForEditById(CouncilContext.council()).orElseThrow(GoLiveService::noSuchCouncil);
        change.accept(council);
        steps.add(kind, words, lead);
        register.mark(council.id(), council.status());
        outbox.add(SettingsDelivery.KIND, council.id(), council.version());
        audit.changed(KIND, council.id(), "go-live-" + kind);
        return view(council, null);
    }

    private SetUp view(CouncilSettings council, @Nullable Places places) {
        return SetUp.of(
                council,
                new Elsewhere(
                        agreement.isAccepted(),
                        assessments.held().isPresent(),
                        blueprint.isAdopted(),
                        membership.activeLeads(),
                        places),
                steps.all());
    }

    private static CouncilRefused noSuchCouncil() {
        return new CouncilRefused(new NoSuchCouncil());
    }
}
