package uk.alongside.conversations.council;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CouncilService {

    private final Councils councils;
    private final Blueprints blueprints;

    CouncilService(Councils councils, Blueprints blueprints) {
        this.councils = councils;
        this.blueprints = blueprints;
    }

    /** None until the council adopts some. */
    @Transactional(readOnly = true)
    List<SessionKind> kinds() {
        return blueprints.find().map(SessionKinds::kinds).orElse(List.of());
    }

    @Transactional(readOnly = true)
    Settings settings() {
        return councils.find().orElseThrow(CouncilUnheardOf::new);
    }
}
