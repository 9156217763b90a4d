package uk.alongside.conversations.projection;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.AdoptedBlueprint;
import uk.alongside.conversations.council.Blueprints;
import uk.alongside.conversations.council.CouncilLogo;
import uk.alongside.conversations.council.CouncilLogos;
import uk.alongside.conversations.council.Councils;
import uk.alongside.conversations.council.Member;
import uk.alongside.conversations.council.Members;
import uk.alongside.conversations.council.Settings;
import uk.alongside.conversations.council.SettingsReceived;
import uk.alongside.foundation.wall.CouncilContext;

/** Stores what tenant-service sends, in whatever order it arrives. */
@Service
class ProjectionService {

    private final Councils councils;
    private final Members members;
    private final Blueprints blueprints;
    private final CouncilLogos logos;
    private final ApplicationEventPublisher events;

    ProjectionService(
            Councils councils,
            Members members,
            Blueprints blueprints,
            CouncilLogos logos,
            ApplicationEventPublisher events) {
        this.councils = councils;
        this.members = members;
        this.blueprints = blueprints;
        this.logos = logos;
        this.events = events;
    }

    @Transactional
    void apply(Settings arriving) {
        store(arriving);
        events.publishEvent(new SettingsReceived(CouncilContext.council()));
    }

    private void store(Settings arriving) {
        if (councils.insert(arriving)) {
            return;
        }
        var here = councils.findForUpdate().orElseThrow();
        if (isNewer(VersionOrder.of(arriving.version(), here.version(), arriving.equals(here)))) {
            councils.update(arriving);
        }
    }

    @Transactional
    void apply(Member arriving) {
        if (members.insert(arriving)) {
            return;
        }
        var here = members.findForUpdate(arriving.id()).orElseThrow();
        if (isNewer(VersionOrder.of(arriving.version(), here.version(), arriving.equals(here)))) {
            members.update(arriving);
        }
    }

    @Transactional
    void apply(AdoptedBlueprint arriving) {
        if (blueprints.insert(arriving)) {
            return;
        }
        var here = blueprints.findForUpdate().orElseThrow();
        if (isNewer(VersionOrder.of(arriving.version(), here.version(), arriving.equals(here)))) {
            blueprints.update(arriving);
        }
    }

    @Transactional
    void apply(CouncilLogo arriving) {
        if (logos.insert(arriving)) {
            return;
        }
        var here = logos.findForUpdate().orElseThrow();
        if (isNewer(VersionOrder.of(arriving.version(), here.version(), arriving.isSameAs(here)))) {
            logos.update(arriving);
        }
    }

    private static boolean isNewer(VersionOrder order) {
        return switch (order) {
            case NEWER -> true;
            case ALREADY_HERE, OVERTAKEN -> false;
            case CONFLICTING -> throw new VersionConflict().refused();
        };
    }
}
