package uk.alongside.conversations.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.conversation.ConversationLoader.Details;
import uk.alongside.conversations.conversation.ConversationRefusal.ConversationExists;
import uk.alongside.conversations.conversation.ConversationRefusal.ConversationHasText;
import uk.alongside.conversations.conversation.ConversationRefusal.DayInFuture;
import uk.alongside.conversations.conversation.ConversationRefusal.LastPerson;
import uk.alongside.conversations.conversation.ConversationRefusal.NotArrived;
import uk.alongside.conversations.conversation.ConversationRefusal.PersonNotKnown;
import uk.alongside.conversations.conversation.ConversationRefusal.ReaderNotOfTheTeam;
import uk.alongside.conversations.conversation.ConversationRefusal.Restricted;
import uk.alongside.conversations.conversation.ConversationRefusal.StaleVersion;
import uk.alongside.conversations.conversation.ConversationRefusal.TooFewReaders;
import uk.alongside.conversations.conversation.ConversationRefusal.TooManyPeople;
import uk.alongside.conversations.conversation.Finishing.ConversationFinished;
import uk.alongside.conversations.conversation.RecordedVisits.Start;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.walkin.WalkInId;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Conversations")
class ConversationController {

    private final ConversationService conversations;

    ConversationController(ConversationService conversations) {
        this.conversations = conversations;
    }

    record NewConversation(
            @Nullable @Schema(description = "The booking of the visit to record")
            BookingId bookingId,

            @Nullable @Schema(description = "The walk-in to record")
            WalkInId walkInId,

            @Nullable
            @Size(min = 1, max = Conversation.MOST_PEOPLE)
            @Schema(description = "The people of a conversation that is not recorded from a visit")
            List<@NotNull PersonId> personIds,

            @Nullable
            @Schema(description = "The day of a conversation that is not recorded from a visit; today if absent")
            LocalDate day,

            @Nullable @Schema(description = "The hub of a conversation that is not recorded from a visit")
            HubId hubId) {

        @AssertTrue
        boolean isOfOneVisitOrOfPeople() {
            return Stream.of(bookingId, walkInId, personIds)
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }

        @AssertTrue
        boolean isWithoutDayAndHubOfAVisit() {
            return personIds != null || (day == null && hubId == null);
        }

        Start start() {
            return new Start(bookingId, walkInId, personIds == null ? List.of() : personIds, day, hubId);
        }
    }

    @Schema(name = "NewConversationPerson")
    record NewPerson(@NotNull PersonId personId) {}

    @Schema(name = "NewConversationReaders")
    record NewReaders(
            @NotNull
            @Size(max = 50)
            @Schema(description = "You and at least one other member; none to lift the restriction")
            List<@NotNull MemberId> memberIds) {}

    @PostMapping("/api/conversations")
    @Operation(
            operationId = "createConversation",
            summary = "Begin the record of a conversation",
            description = "Send the booking or the walk-in of a visit, or the people.")
    @Answers({
        NotFound.class,
        PersonNotKnown.class,
        NotArrived.class,
        ConversationExists.class,
        DayInFuture.class,
        TextUnreadable.class
    })
    @PreAuthorize("hasAuthority('conversation:write')")
    Created<ConversationView> create(@IdempotencyKey String key, @Valid @RequestBody NewConversation request) {
        var begun = conversations.begin(request.start(), key);
        return new Created<>(
                "/api/conversations/" + begun.conversation().id().value(),
                ConversationView.of(begun),
                begun.conversation().version());
    }

    @GetMapping("/api/conversations/{conversationId}")
    @Operation(operationId = "getConversation", summary = "Get the record of a conversation, with its texts")
    @Answers({NotFound.class, Restricted.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    Versioned<ConversationView> get(@PathVariable ConversationId conversationId) {
        return withVersion(conversations.find(conversationId));
    }

    @PostMapping("/api/conversations/{conversationId}/people")
    @Operation(operationId = "addConversationPerson", summary = "Add a person to a conversation")
    @Answers({NotFound.class, StaleVersion.class, ConversationFinished.class, TooManyPeople.class, TextUnreadable.class
    })
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<ConversationView> addPerson(
            @PathVariable ConversationId conversationId, @IfMatch long version, @Valid @RequestBody NewPerson request) {
        return withVersion(conversations.addPerson(conversationId, request.personId(), version));
    }

    @DeleteMapping("/api/conversations/{conversationId}/people/{personId}")
    @Operation(operationId = "deleteConversationPerson", summary = "Remove a person from a conversation")
    @Answers({NotFound.class, StaleVersion.class, ConversationFinished.class, LastPerson.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<ConversationView> deletePerson(
            @PathVariable ConversationId conversationId, @PathVariable PersonId personId, @IfMatch long version) {
        return withVersion(conversations.removePerson(conversationId, personId, version));
    }

    @PutMapping("/api/conversations/{conversationId}/readers")
    @Operation(
            operationId = "updateConversationReaders",
            summary = "Restrict a conversation to members of staff by name, or lift the restriction",
            description = "Every other member of staff sees that the conversation exists, and whom to ask.")
    @Answers({NotFound.class, StaleVersion.class, TooFewReaders.class, ReaderNotOfTheTeam.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<ConversationView> restrict(
            @PathVariable ConversationId conversationId,
            @IfMatch long version,
            @Valid @RequestBody NewReaders request) {
        return withVersion(conversations.restrict(conversationId, Set.copyOf(request.memberIds()), version));
    }

    @DeleteMapping("/api/conversations/{conversationId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(
            operationId = "deleteConversation",
            summary = "Delete a record that was begun by mistake, in which no member has written")
    @Answers({NotFound.class, ConversationFinished.class, ConversationHasText.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    void delete(@PathVariable ConversationId conversationId) {
        conversations.delete(conversationId);
    }

    private static Versioned<ConversationView> withVersion(Details details) {
        return new Versioned<>(
                ConversationView.of(details), details.conversation().version());
    }
}
