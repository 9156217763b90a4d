package uk.alongside.conversations.restriction;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.restriction.RestrictionRefusal.HasReaders;
import uk.alongside.conversations.restriction.RestrictionRefusal.MayNotRead;
import uk.alongside.conversations.restriction.RestrictionRefusal.NotYourself;
import uk.alongside.conversations.restriction.RestrictionService.WithoutReaders;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "Restrictions")
class RestrictionController {

    private final RestrictionService restrictions;

    RestrictionController(RestrictionService restrictions) {
        this.restrictions = restrictions;
    }

    @Schema(name = "ConversationWithoutReaders")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordView(
            ConversationId id,
            LocalDate day,
            @Nullable String hubName,

            @Schema(description = "The members who were named, and who may not read conversations any more")
            List<String> formerReaderNames) {

        static RecordView of(WithoutReaders record) {
            return new RecordView(record.id(), record.day(), record.hubName(), record.formerNames());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversationWithoutReadersList(
            List<RecordView> items,
            @Nullable ConversationId next,

            @Schema(description = "The members of staff who may read conversations, without the caller")
            List<Team.Colleague> colleagues) {}

    @Schema(name = "NamedReaders")
    record Named(@NotNull @Size(min = 1, max = 50) List<@NotNull MemberId> memberIds) {}

    @GetMapping("/api/conversations-without-readers")
    @Operation(
            operationId = "listConversationsWithoutReaders",
            summary = "List the restricted conversations that no member of staff may open any more",
            description = "Every member who was named has left, or may not read conversations now. The list names no"
                    + " person. A page has at most 50 conversations.")
    @Answers({})
    @PreAuthorize("hasAuthority('reader:write')")
    ConversationWithoutReadersList list(@RequestParam(required = false) @Nullable ConversationId after) {
        var overview = restrictions.list(after);
        var page = overview.page().map(RecordView::of);
        return new ConversationWithoutReadersList(page.items(), page.next(), overview.colleagues());
    }

    @PostMapping("/api/conversations-without-readers/{conversationId}/readers")
    @ResponseStatus(NO_CONTENT)
    @Operation(
            operationId = "nameConversationReaders",
            summary = "Name the members who may open a restricted conversation that no member of staff may open",
            description = "The caller cannot name themselves.")
    @Answers({NotFound.class, HasReaders.class, NotYourself.class, MayNotRead.class})
    @PreAuthorize("hasAuthority('reader:write')")
    void name(@PathVariable ConversationId conversationId, @Valid @RequestBody Named request) {
        restrictions.name(conversationId, Set.copyOf(request.memberIds()));
    }
}
