package uk.alongside.conversations.walkin;

import static org.springframework.http.HttpStatus.CREATED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.TooLateToUndo;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongStatus;
import uk.alongside.conversations.booking.BookingRefusal.AskedInTheFuture;
import uk.alongside.conversations.walkin.WalkIn.Arrival;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.Printable;

@RestController
@Tag(name = "booking")
class WalkInController {

    private final WalkInService walkIns;

    WalkInController(WalkInService walkIns) {
        this.walkIns = walkIns;
    }

    record NewWalkIn(
            @Nullable UUID personId,

            @Nullable
            @Size(max = 100)
            @Printable
            @Schema(description = "What to call them; left out where they prefer not to say")
            String name,

            @NotNull WalkIn.Reason reason,

            @Nullable @Schema(description = "The day on which they asked; today if left out")
            LocalDate askedOn) {

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewWalkIn[reason=" + reason + "]";
        }
    }

    @PostMapping("/api/hubs/{hubId}/days/{date}/walk-ins")
    @ResponseStatus(CREATED)
    @Operation(operationId = "addWalkIn", summary = "Somebody has come without a booking, and waits")
    @Answers({NotFound.class, NotToday.class, AskedInTheFuture.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView add(
            @PathVariable UUID hubId,
            @PathVariable LocalDate date,
            @IdempotencyKey String key,
            @Valid @RequestBody NewWalkIn request) {
        var arrival = new Arrival(request.personId(), request.name(), request.reason(), request.askedOn());
        return WalkInView.of(walkIns.add(hubId, date, arrival, key));
    }

    @PostMapping("/api/walk-ins/{walkInId}/start")
    @Operation(operationId = "startWalkIn", summary = "Begin the conversation with somebody who waits")
    @Answers({NotFound.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView start(@PathVariable UUID walkInId) {
        return WalkInView.of(walkIns.start(walkInId));
    }

    @PostMapping("/api/walk-ins/{walkInId}/finish")
    @Operation(operationId = "finishWalkIn", summary = "End the conversation with somebody who walked in")
    @Answers({NotFound.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView finish(@PathVariable UUID walkInId) {
        return WalkInView.of(walkIns.finish(walkInId));
    }

    @PostMapping("/api/walk-ins/{walkInId}/leave")
    @Operation(operationId = "leaveWalkIn", summary = "Note that they went before anybody had time for them")
    @Answers({NotFound.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView leave(@PathVariable UUID walkInId) {
        return WalkInView.of(walkIns.leave(walkInId));
    }

    @PostMapping("/api/walk-ins/{walkInId}/undo")
    @Operation(operationId = "undoWalkInChange", summary = "Take back your own last change, within two minutes")
    @Answers({NotFound.class, TooLateToUndo.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView undo(@PathVariable UUID walkInId) {
        return WalkInView.of(walkIns.undo(walkInId));
    }
}
