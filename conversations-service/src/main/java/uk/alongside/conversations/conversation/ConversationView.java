package uk.alongside.conversations.conversation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationLoader.Details;
import uk.alongside.conversations.council.Prompt;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;

/** The record of a conversation in an answer. */
@Schema(name = "Conversation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConversationView(
        ConversationId id,
        Conversation.Status status,
        LocalDate day,
        @Nullable HubId hubId,
        @Nullable String hubName,

        @Nullable @Schema(description = "The times of the visit, as far as they are recorded")
        Instant arrivedAt,

        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<Participant> people,

        @Schema(description = "The prompts of the council when the record was begun, in its order")
        List<Prompt> prompts,

        @Schema(description = "The boxes in which a member of staff has written")
        List<BoxView> boxes,

        @Schema(description = "The time at which the record was begun")
        Instant recordedFrom,

        @Nullable @Schema(description = "The member of staff who began the record")
        String recordedByName,

        @Schema(description = "The members of staff who may read the record; none if it is not restricted")
        List<Reader> readers) {

    /** A member of staff who may read a restricted record. */
    @Schema(name = "ConversationReader")
    record Reader(UUID memberId, String name) {

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "Reader[memberId=" + memberId + "]";
        }
    }

    /** A person of a conversation. */
    @Schema(name = "ConversationPerson")
    record Participant(PersonId personId, String name, String reference) {

        static Participant of(PersonCard person) {
            return new Participant(person.id(), person.name(), person.reference());
        }

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "Participant[personId=" + personId + "]";
        }
    }

    static ConversationView of(Details details) {
        var conversation = details.conversation();
        var visit = details.visit();
        return new ConversationView(
                conversation.id(),
                conversation.status(),
                conversation.day(),
                conversation.hub(),
                details.hubName(),
                visit == null ? null : visit.arrivedAt(),
                visit == null ? null : visit.startedAt(),
                visit == null ? null : visit.finishedAt(),
                details.people().stream().map(Participant::of).toList(),
                conversation.prompts(),
                details.boxes().stream()
                        .map(box -> BoxView.of(box, details.members()))
                        .toList(),
                conversation.startedAt(),
                details.members().get(conversation.startedBy().value()),
                conversation.readers().stream()
                        .map(MemberId::value)
                        .filter(details.members()::containsKey)
                        .map(member -> new Reader(
                                member, requireNonNull(details.members().get(member))))
                        .toList());
    }

    /** Leaves the people and the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "ConversationView[id=" + id + "]";
    }
}
