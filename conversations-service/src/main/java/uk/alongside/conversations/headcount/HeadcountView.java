package uk.alongside.conversations.headcount;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.session.SessionId;

/** A head count in an answer. */
@Schema(name = "Headcount")
public record HeadcountView(
        SessionId sessionId,

        @Nullable @Schema(description = "The number of people; absent if it is not recorded")
        Integer people,

        @Nullable Instant changedAt,

        @Nullable @Schema(description = "The member of staff who recorded it last")
        String changedByName) {}
