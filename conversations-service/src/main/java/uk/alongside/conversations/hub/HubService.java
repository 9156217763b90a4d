package uk.alongside.conversations.hub;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class HubService {

    static final int PAGE_SIZE = 25;

    private final Hubs hubs;

    HubService(Hubs hubs) {
        this.hubs = hubs;
    }

    /** Hubs whose name, address and postcode hold these words in this order. */
    Page<Hub> search(String words, int page) {
        var escaped = HubDetails.folded(words).replaceAll("[\\\\%_]", "\\\\$0");
        return hubs.search("%" + escaped.replace(" ", "%") + "%", PageRequest.of(page, PAGE_SIZE));
    }

    Optional<Hub> find(UUID id) {
        return hubs.findById(id);
    }
}
