package uk.alongside.conversations.publicpages;

import java.util.Arrays;
import java.util.List;

/** The label of an access feature of a place, and the word by which the place's row stores it. */
enum AccessLabel {
    STEP_FREE("step-free", "Step-free"),
    HEARING_LOOP("hearing-loop", "Hearing loop"),
    PARKING("parking", "Parking"),
    ACCESSIBLE_TOILET("accessible-toilet", "Accessible toilet"),
    QUIET_ROOM("quiet-room", "Quiet room"),
    BUS_STOP("bus-stop", "Bus stop nearby");

    private final String stored;
    private final String words;

    AccessLabel(String stored, String words) {
        this.stored = stored;
        this.words = words;
    }

    public String words() {
        return words;
    }

    static List<AccessLabel> of(List<String> stored) {
        return Arrays.stream(values())
                .filter(each -> stored.contains(each.stored))
                .toList();
    }
}
