package uk.alongside.conversations.publicpages;

import java.util.Arrays;
import java.util.List;

/** What makes a place easier to come to, as its row keeps it, in words. */
enum AccessFeature {
    STEP_FREE("step-free", "Step-free"),
    HEARING_LOOP("hearing-loop", "Hearing loop"),
    PARKING("parking", "Parking"),
    ACCESSIBLE_TOILET("accessible-toilet", "Accessible toilet"),
    QUIET_ROOM("quiet-room", "Quiet room"),
    BUS_STOP("bus-stop", "Bus stop nearby");

    private final String stored;
    private final String words;

    AccessFeature(String stored, String words) {
        this.stored = stored;
        this.words = words;
    }

    public String words() {
        return words;
    }

    static List<AccessFeature> of(List<String> stored) {
        return Arrays.stream(values())
                .filter(each -> stored.contains(each.stored))
                .toList();
    }
}
