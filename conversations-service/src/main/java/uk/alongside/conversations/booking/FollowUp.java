package uk.alongside.conversations.booking;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that a person who did not attend was rung, or need not be rung, with the time and the member. */
@Embeddable
public record FollowUp(@Enumerated(EnumType.STRING) Outcome followUp, Instant followedUpAt, UUID followedUpById) {

    /** The way in which the call was finished. */
    public enum Outcome {
        RUNG,
        NOT_NEEDED
    }

    /** The record in an answer. */
    @Schema(name = "FollowUp")
    public record Details(
            Outcome outcome,
            Instant at,

            @Nullable @Schema(description = "The member of staff who recorded it")
            String byName) {}

    /** Returns the record for an answer, with the name of the member. */
    public Details details(Map<UUID, String> members) {
        return new Details(followUp, followedUpAt, members.get(followedUpById));
    }
}
