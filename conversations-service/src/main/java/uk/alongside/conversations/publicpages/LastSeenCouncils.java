package uk.alongside.conversations.publicpages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.alongside.foundation.wall.KeptAcrossCouncils;

/**
 * Keeps the public details of the councils that visitors asked for last, each under the council's own address. Visitors
 * need a council's name and telephone number most when the database does not answer.
 */
@KeptAcrossCouncils("public details only, each under its council's address, and replaced at every successful reading")
class LastSeenCouncils {

    private static final int MOST = 1_000;

    private final Map<String, OpenCouncil> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OpenCouncil> eldest) {
            return size() > MOST;
        }
    };

    /** Keeps the council as it is now; with an empty council, forgets what was kept under the address. */
    synchronized void put(String address, Optional<OpenCouncil> council) {
        council.ifPresentOrElse(found -> byAddress.put(address, found), () -> byAddress.remove(address));
    }

    synchronized Optional<OpenCouncil> find(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
