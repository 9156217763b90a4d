package uk.alongside.tenant.onboarding;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.agreement.AgreementService;
import uk.alongside.tenant.blueprint.BlueprintService;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.NotDelivered;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.onboarding.OnboardingRefusal.PlacesUnknown;
import uk.alongside.tenant.onboarding.OnboardingRefusal.SetUpUnfinished;
import uk.alongside.tenant.onboarding.OnboardingRefusal.StaleVersion;
import uk.alongside.tenant.onboarding.SetUp.Elsewhere;
import uk.alongside.tenant.onboarding.SetUp.Evidence;
import uk.alongside.tenant.onboarding.SetUp.Places;
import uk.alongside.tenant.onboarding.SetUp.Step.Kind;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.settings.CouncilSettings;
import uk.alongside.tenant.settings.SettingsService;
import uk.alongside.tenant.settings.SettingsService.Answer;

/** The requests of leads to go live, and the operator's answers. */
@Service
class GoLiveService {

    private static final Logger LOG = LoggerFactory.getLogger(GoLiveService.class);

    private final SettingsService settings;
    private final GoLiveSteps steps;
    private final MembershipService membership;
    private final AgreementService agreement;
    private final BlueprintService blueprint;
    private final ConversationsService conversations;

    GoLiveService(
            SettingsService settings,
            GoLiveSteps steps,
            MembershipService membership,
            AgreementService agreement,
            BlueprintService blueprint,
            ConversationsService conversations) {
        this.settings = settings;
        this.steps = steps;
        this.membership = membership;
        this.agreement = agreement;
        this.blueprint = blueprint;
        this.conversations = conversations;
    }

    @Transactional(readOnly = true)
    SetUp setUp() {
        return settings.get(council -> view(council, null));
    }

    /** Returns a council's set-up with what the operator looks at before approving. */
    SetUp setUpWithEvidence() {
        var asks = settings.get(CouncilSettings::status) == CouncilStatus.ASKED_TO_GO_LIVE;
        var places = asks ? placesIfKnown() : null;
        return settings.get(council -> view(council, places)
                .with(new Evidence(agreement.latestAcceptance().orElse(null), places == null ? null : places.hubs())));
    }

    SetUp ask(long expected, @Nullable String words, MemberId lead) {
        var places = places();
        return step(expected, Kind.ASKED, words, lead, council -> {
            council.askToGoLive();
            requireFinished(council, places);
        });
    }

    /**
     * Approves a request. The conditions are checked again, because staff may have cancelled the only session since.
     */
    SetUp approve(long expected) {
        var places = places();
        return step(expected, Kind.APPROVED, null, null, council -> {
            council.goLive();
            requireFinished(council, places);
        });
    }

    SetUp question(long expected, String words) {
        return step(expected, Kind.QUESTION, words, null, CouncilSettings::goBackToSetUp);
    }

    private Places places() {
        var places = placesIfKnown();
        if (places == null) {
            throw new PlacesUnknown().refused();
        }
        return places;
    }

    /**
     * Reads the places before the transaction, so that no lock is held while the other service answers. The result is
     * null if it does not answer.
     */
    private @Nullable Places placesIfKnown() {
        try {
            return conversations.read(CouncilContext.council(), "set-up-readiness", Places.class);
        } catch (NotDelivered e) {
            LOG.warn("Places of council {}: {}", CouncilContext.council(), e.getMessage());
            return null;
        }
    }

    private void requireFinished(CouncilSettings council, Places places) {
        var unfinished = view(council, places).unfinished();
        if (!unfinished.isEmpty()) {
            throw new SetUpUnfinished(unfinished).refused();
        }
    }

    private SetUp step(
            long expected,
            Kind kind,
            @Nullable String words,
            @Nullable MemberId lead,
            Consumer<CouncilSettings> change) {
        return settings.change(
                expected,
                "go-live-" + EnumWords.of(kind),
                council -> {
                    change.accept(council);
                    steps.add(kind, words, lead);
                },
                new Answer<>(council -> view(council, null), StaleVersion::new));
    }

    private SetUp view(CouncilSettings council, @Nullable Places places) {
        return SetUp.of(
                council,
                new Elsewhere(
                        agreement.isAccepted(),
                        settings.hasAssessment(),
                        blueprint.isAdopted(),
                        membership.activeLeads(),
                        places),
                steps.all());
    }
}
