package uk.alongside.tenant.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;

/** A support grant as the operator and everyone in the team see it. */
@Schema(name = "SupportGrant")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SupportGrantView(
        SupportGrantId id,

        @Schema(description = "The operator who asked") String askedByName,

        Instant askedAt,
        String reason,

        @Schema(description = "For how many hours from the approval")
        int hours,

        SupportStatus status,

        @Schema(description = "Whether a lead allows the operator to read people and bookings")
        boolean residents,

        @Schema(description = "The lead who approved or declined; absent until then") @Nullable
        String decidedByName,

        @Nullable Instant startsAt,

        @Schema(description = "The time at which the access ends or ended; absent until it is approved") @Nullable
        Instant endsAt,

        @Schema(description = "The lead who ended the access early") @Nullable
        String endedByName,

        long version) {

    static SupportGrantView of(SupportGrant grant, Map<MemberId, String> names, Instant now) {
        return new SupportGrantView(
                grant.id(),
                grant.askedByName(),
                grant.askedAt(),
                grant.reason(),
                grant.hours(),
                grant.status(now),
                grant.residents(),
                name(grant.decidedBy(), names),
                grant.startsAt(),
                grant.endsAt(),
                name(grant.endedBy(), names),
                grant.version());
    }

    private static @Nullable String name(@Nullable MemberId member, Map<MemberId, String> names) {
        return member == null ? null : names.get(member);
    }

    /** Returns a text without the person, because the text ends up in logs. */
    @Override
    public String toString() {
        return "SupportGrant[" + id.value() + "]";
    }
}
