package uk.alongside.conversations.closure;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.closure.ClosureRefusal.AlreadyClosed;
import uk.alongside.conversations.closure.ClosureRefusal.ClosureBackwards;
import uk.alongside.conversations.closure.ClosureRefusal.ClosureOver;
import uk.alongside.conversations.closure.ClosureService.Closed;
import uk.alongside.conversations.closure.ClosureService.Closing;
import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.rebooking.AffectedBooking;
import uk.alongside.conversations.rebooking.BookingChoices;
import uk.alongside.conversations.rebooking.RebookingRefusal.ChosenPlaceTaken;
import uk.alongside.conversations.rebooking.RebookingRefusal.PreviewOutdated;
import uk.alongside.conversations.session.SessionsAtHub.PlannedSession;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Closures")
class ClosureController {

    /** A closure never changes, so its version is always the same. */
    private static final long VERSION = 0;

    private final ClosureService closures;

    ClosureController(ClosureService closures) {
        this.closures = closures;
    }

    record NewClosure(
            @NotNull LocalDate from,
            @NotNull LocalDate to,

            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE) @Schema(example = "New floor")
            String reason,

            @Nullable @Valid @Schema(description = "What is chosen for bookings on these days; all others are kept")
            BookingChoices bookings) {

        Closing closing() {
            return new Closing(from, to, reason, bookings == null ? BookingChoices.NONE : bookings);
        }
    }

    @Schema(name = "Closure")
    record ClosureView(
            ClosureId id,
            LocalDate from,
            LocalDate to,
            String reason,

            @Schema(description = "Sessions planned on these days; they stay until a member changes or cancels them")
            List<PlannedSession> affectedSessions) {

        static ClosureView of(Closed closed) {
            var closure = closed.closure();
            return new ClosureView(
                    closure.id(), closure.from(), closure.to(), closure.reason(), closed.affectedSessions());
        }
    }

    record ClosurePreview(
            List<PlannedSession> affectedSessions,

            @Schema(
                    description =
                            "The bookings of expected people on these days; they are kept unless another is chosen")
            List<AffectedBooking> bookings) {}

    @PostMapping("/api/hubs/{hubId}/closures/preview")
    @Operation(operationId = "previewClosure", summary = "Show the sessions and bookings that a closure affects")
    @Answers({NotFound.class, AlreadyClosed.class, ClosureBackwards.class, ClosureOver.class})
    @PreAuthorize("hasAuthority('hub:write')")
    ClosurePreview preview(@PathVariable HubId hubId, @Valid @RequestBody NewClosure request) {
        var preview = closures.preview(hubId, request.closing());
        return new ClosurePreview(preview.affectedSessions(), preview.bookings());
    }

    @PostMapping("/api/hubs/{hubId}/closures")
    @Operation(operationId = "createClosure", summary = "Close a hub for some days")
    @Answers({
        NotFound.class,
        AlreadyClosed.class,
        ClosureBackwards.class,
        ClosureOver.class,
        PreviewOutdated.class,
        ChosenPlaceTaken.class
    })
    @PreAuthorize("hasAuthority('hub:write')")
    Created<ClosureView> create(
            @PathVariable HubId hubId, @IdempotencyKey String key, @Valid @RequestBody NewClosure request) {
        var closed = closures.close(hubId, request.closing(), key);
        return new Created<>(
                "/api/hubs/" + hubId.value() + "/closures/"
                        + closed.closure().id().value(),
                ClosureView.of(closed),
                VERSION);
    }

    @GetMapping("/api/hubs/{hubId}/closures/{closureId}")
    @Operation(operationId = "getClosure", summary = "Get a closure of a hub, with the sessions that it affects")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('hub:read')")
    Versioned<ClosureView> get(@PathVariable HubId hubId, @PathVariable ClosureId closureId) {
        return new Versioned<>(ClosureView.of(closures.find(hubId, closureId)), VERSION);
    }

    @DeleteMapping("/api/hubs/{hubId}/closures/{closureId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteClosure", summary = "Open the hub again on the days of a closure")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('hub:write')")
    void delete(@PathVariable HubId hubId, @PathVariable ClosureId closureId) {
        closures.reopen(hubId, closureId);
    }
}
