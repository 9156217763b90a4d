package uk.alongside.conversations.council;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.problem.Refused;

@Service
class CouncilService {

    private final Councils councils;
    private final Blueprints blueprints;
    private final Team team;
    private final CouncilLogos logos;

    CouncilService(Councils councils, Blueprints blueprints, Team team, CouncilLogos logos) {
        this.councils = councils;
        this.blueprints = blueprints;
        this.team = team;
        this.logos = logos;
    }

    /** Returns the kinds of session. The list is empty until the council adopts some. */
    @Transactional(readOnly = true)
    List<SessionKind> kinds() {
        return blueprints.kinds();
    }

    /** Returns the version of the logo, if the council has one. */
    @Transactional(readOnly = true)
    Optional<Long> shownLogo() {
        return logos.shown();
    }

    @Transactional(readOnly = true)
    Optional<CouncilLogo> logo() {
        return logos.find().filter(logo -> logo.png() != null);
    }

    @Transactional(readOnly = true)
    List<Team.Colleague> team(@Nullable UUID after, int most) {
        return team.active(after, most);
    }

    @Transactional(readOnly = true)
    Settings settings() {
        return councils.find().orElseThrow(Refused::notFound);
    }
}
