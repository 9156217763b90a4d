package uk.alongside.conversations.closure;

import static org.springframework.http.HttpStatus.CREATED;
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
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.closure.ClosureService.Closed;
import uk.alongside.conversations.closure.ClosureService.Closing;
import uk.alongside.conversations.session.SessionsAtHub.HeldSession;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.text.Printable;

@RestController
@Tag(name = "hub")
class ClosureController {

    private final ClosureService closures;

    ClosureController(ClosureService closures) {
        this.closures = closures;
    }

    record NewClosure(
            @NotNull LocalDate from,
            @NotNull LocalDate to,

            @NotBlank @Size(max = 200) @Printable @Schema(example = "New floor")
            String reason) {

        Closing closing() {
            return new Closing(from, to, reason.strip());
        }
    }

    record ClosureView(
            UUID id,
            LocalDate from,
            LocalDate to,
            String reason,

            @Schema(description = "Sessions planned on these days: they stay until somebody changes or cancels them")
            List<HeldSession> touched) {

        static ClosureView of(Closed closed) {
            var closure = closed.closure();
            return new ClosureView(closure.id(), closure.from(), closure.to(), closure.reason(), closed.touched());
        }
    }

    record Touched(List<HeldSession> touched) {}

    @PostMapping("/api/hubs/{hubId}/closures/preview")
    @Operation(operationId = "previewClosure", summary = "The sessions that a closure would touch; nothing is kept")
    @PreAuthorize("hasAuthority('hub:write')")
    Touched previewClosure(@PathVariable UUID hubId, @Valid @RequestBody NewClosure request) {
        return new Touched(closures.wouldTouch(hubId, request.closing()));
    }

    @PostMapping("/api/hubs/{hubId}/closures")
    @ResponseStatus(CREATED)
    @Operation(operationId = "addClosure", summary = "Close a hub for some days")
    @PreAuthorize("hasAuthority('hub:write')")
    ClosureView addClosure(
            @PathVariable UUID hubId, @IdempotencyKey String key, @Valid @RequestBody NewClosure request) {
        return ClosureView.of(closures.close(hubId, request.closing(), key));
    }

    @DeleteMapping("/api/hubs/{hubId}/closures/{closureId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "removeClosure", summary = "Take a closure back")
    @PreAuthorize("hasAuthority('hub:write')")
    void removeClosure(@PathVariable UUID hubId, @PathVariable UUID closureId) {
        closures.reopen(hubId, closureId);
    }
}
