package uk.alongside.conversations.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.RecordedConversations.Dated;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.measure.DatedMeasures.DatedMeasure;
import uk.alongside.conversations.personhistory.PersonBooking;
import uk.alongside.conversations.step.DatedSteps.DatedStep;
import uk.alongside.foundation.text.EnumWords;

/** Something that happened with a person, without its texts. What does not belong to its kind is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineEntry(
        Kind kind,
        UUID id,

        @Schema(description = "The day; for a step, the day of its conversation")
        LocalDate day,

        @Schema(description = "The word for the status of its kind; done for a measure")
        String status,

        @Nullable HubId hubId,
        @Nullable String hubName,
        @Nullable LocalTime starts,
        @Nullable ConversationId conversationId,

        @Nullable @Schema(description = "The day by which a step is due")
        LocalDate due,

        @Nullable @Schema(description = "The code of the instrument of a measure")
        String instrument,

        @Schema(description = "False for a restricted conversation that you may not open")
        boolean readable) {

    /** The kinds of entries. The words are part of the API. */
    enum Kind {
        BOOKING,
        WALK_IN,
        MEASURE,
        STEP,
        CONVERSATION
    }

    static TimelineEntry of(PersonBooking booking) {
        return new TimelineEntry(
                booking.walkIn() ? Kind.WALK_IN : Kind.BOOKING,
                booking.id(),
                booking.date(),
                EnumWords.of(booking.status()),
                booking.hubId(),
                booking.hubName(),
                booking.starts(),
                null,
                null,
                null,
                true);
    }

    static TimelineEntry of(Dated record) {
        return new TimelineEntry(
                Kind.CONVERSATION,
                record.id().value(),
                record.day(),
                record.finished() ? "finished" : "draft",
                null,
                null,
                null,
                record.id(),
                null,
                null,
                record.readable());
    }

    static TimelineEntry of(DatedStep step, LocalDate day) {
        return new TimelineEntry(
                Kind.STEP,
                step.id(),
                day,
                step.status(),
                null,
                null,
                null,
                step.conversation(),
                step.due(),
                null,
                true);
    }

    static TimelineEntry of(DatedMeasure measure) {
        return new TimelineEntry(
                Kind.MEASURE,
                measure.id(),
                measure.day(),
                "done",
                null,
                null,
                null,
                null,
                null,
                measure.instrument(),
                true);
    }
}
