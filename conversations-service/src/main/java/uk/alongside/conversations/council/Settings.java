package uk.alongside.conversations.council;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a council's settings. */
public record Settings(
        long version,
        String name,
        @Nullable String welshName,
        String alias,
        String status,
        boolean suspended,
        String nation,
        List<String> languages,
        Labels labels,
        Contact contact,
        Brand brand,
        boolean demonstration) {

    public static final String LIVE = "live";

    /** The ways in which residents can contact the council. */
    public record Contact(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String hours,
            List<String> address,
            @Nullable String relayNumber,
            @Nullable String complaints,
            @Nullable String privacyNotice) {}
}
