package uk.alongside.conversations.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conversation.ConversationListService.Listed;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "Conversations")
class ConversationListController {

    private final ConversationListService conversations;

    ConversationListController(ConversationListService conversations) {
        this.conversations = conversations;
    }

    /** The member who began the records of a list. */
    enum RecordedBy {
        ME,
        ALL
    }

    @Schema(name = "ListedConversationPerson")
    record ListedPerson(PersonId personId, String name) {

        static ListedPerson of(PersonCard person) {
            return new ListedPerson(person.id(), person.name());
        }

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "ListedPerson[personId=" + personId + "]";
        }
    }

    @Schema(name = "ListedConversation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListedView(
            ConversationId id,
            LocalDate day,
            List<ListedPerson> people,
            @Nullable String hubName,
            Instant recordedFrom,

            @Schema(description = "The last time at which a member of staff wrote in it, or began it")
            Instant changedAt,

            @Nullable @Schema(description = "The member of staff who began the record")
            String recordedByName,

            @Schema(
                    description =
                            "The number of boxes in which a member of staff has written; 0 if you may not read it")
            int boxesWritten,

            @Schema(description = "The members of staff who may read it; none if it is not restricted")
            List<String> readerNames,

            @Schema(description = "Whether you may read it") boolean readable) {

        static ListedView of(Listed listed) {
            var entry = listed.entry();
            return new ListedView(
                    entry.id(),
                    entry.day(),
                    listed.people().stream().map(ListedPerson::of).toList(),
                    listed.hubName(),
                    entry.startedAt(),
                    entry.changedAt(),
                    listed.recordedByName(),
                    entry.isReadable() ? entry.boxesWritten() : 0,
                    listed.readerNames(),
                    entry.isReadable());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversationList(
            List<ListedView> items, @Nullable ConversationId next) {}

    @Schema(name = "PersonConversation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonConversation(
            ConversationId id,
            LocalDate day,
            @Nullable String recordedByName,
            Conversation.Status status,
            @Nullable String hubName,

            @Schema(description = "The members of staff who may read it; none if it is not restricted")
            List<String> readerNames,

            @Schema(description = "Whether you may read it") boolean readable) {

        static PersonConversation of(Listed listed) {
            var entry = listed.entry();
            return new PersonConversation(
                    entry.id(),
                    entry.day(),
                    listed.recordedByName(),
                    entry.status(),
                    listed.hubName(),
                    listed.readerNames(),
                    entry.isReadable());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonConversationList(
            List<PersonConversation> items, @Nullable ConversationId next) {}

    @GetMapping("/api/conversations")
    @Operation(
            operationId = "listConversations",
            summary = "List the conversations to finish, without their texts",
            description = "A page has at most 50 conversations. The last one begun comes first.")
    @PreAuthorize("hasAuthority('conversation:read')")
    ConversationList list(
            @RequestParam(defaultValue = "draft") Conversation.Status status,
            @RequestParam(defaultValue = "me") @Schema(description = "Lists your own conversations, or all")
                    RecordedBy recordedBy,
            @RequestParam(required = false) @Nullable ConversationId after) {
        var page =
                conversations.list(status, recordedBy == RecordedBy.ME, after).map(ListedView::of);
        return new ConversationList(page.items(), page.next());
    }

    @GetMapping("/api/people/{personId}/conversations")
    @Operation(
            operationId = "listPersonConversations",
            summary = "List a person's conversations, the latest first, without their texts",
            description = "A page has at most 50 conversations.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('conversation:read')")
    PersonConversationList list(
            @PathVariable PersonId personId, @RequestParam(required = false) @Nullable ConversationId after) {
        var page = conversations.list(personId, after).map(PersonConversation::of);
        return new PersonConversationList(page.items(), page.next());
    }
}
