package uk.alongside.conversations.council;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CouncilService {

    private final Councils councils;

    CouncilService(Councils councils) {
        this.councils = councils;
    }

    @Transactional(readOnly = true)
    Settings settings() {
        return councils.find().orElseThrow(CouncilUnheardOf::new);
    }
}
