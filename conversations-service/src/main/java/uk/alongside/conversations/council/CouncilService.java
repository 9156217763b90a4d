package uk.alongside.conversations.council;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CouncilService {

    private final Councils councils;
    private final Blueprints blueprints;
    private final Team team;

    CouncilService(Councils councils, Blueprints blueprints, Team team) {
        this.councils = councils;
        this.blueprints = blueprints;
        this.team = team;
    }

    /** None until the council adopts some. */
    @Transactional(readOnly = true)
    List<SessionKind> kinds() {
        return blueprints.find().map(SessionKinds::kinds).orElse(List.of());
    }

    @Transactional(readOnly = true)
    List<Team.Colleague> team() {
        return team.active();
    }

    @Transactional(readOnly = true)
    Settings settings() {
        return councils.find().orElseThrow(CouncilUnheardOf::new);
    }
}
