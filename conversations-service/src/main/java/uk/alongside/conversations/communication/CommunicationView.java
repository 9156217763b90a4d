package uk.alongside.conversations.communication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.communication.Communication.LetterFormat;
import uk.alongside.conversations.person.PersonId;

/** The communication of a person as an answer shows it. */
@Schema(name = "Communication")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommunicationView(
        PersonId personId,

        @Nullable @Schema(description = "Absent if no member has asked the person yet")
        LetterFormat letterFormat,

        @Nullable @Schema(description = "The day on which a member asks again about the communication needs")
        LocalDate reviewOn,

        @Schema(description = "Whether the day of the review is over")
        boolean overdue,

        @Nullable Instant changedAt,
        @Nullable String changedByName,

        @Schema(description = "The version to send in If-Match; 0 if there was no change")
        long version) {}
