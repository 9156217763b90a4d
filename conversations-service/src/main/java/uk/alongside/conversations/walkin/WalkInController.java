package uk.alongside.conversations.walkin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.TooLateToUndo;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongStatus;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.walkin.WalkIn.Arrival;
import uk.alongside.conversations.walkin.WalkInRefusal.AskedInTheFuture;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Walk-Ins")
class WalkInController {

    private final WalkInService walkIns;

    WalkInController(WalkInService walkIns) {
        this.walkIns = walkIns;
    }

    record NewWalkIn(
            @Nullable PersonId personId,

            @Nullable
            @Size(max = 100)
            @TypedText(TextKind.LINE)
            @Schema(description = "The name to call the person by; left out if the person prefers not to say")
            String name,

            @NotNull WalkIn.Reason reason,

            @Nullable @Schema(description = "The day on which the person asked; today if left out")
            LocalDate askedOn) {

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewWalkIn[reason=" + reason + "]";
        }
    }

    @PostMapping("/api/hubs/{hubId}/days/{date}/walk-ins")
    @Operation(operationId = "createWalkIn", summary = "Add a person who came without a booking to the queue")
    @Answers({NotFound.class, NotToday.class, AskedInTheFuture.class})
    @PreAuthorize("hasAuthority('booking:write')")
    Created<WalkInView> create(
            @PathVariable HubId hubId,
            @PathVariable LocalDate date,
            @IdempotencyKey String key,
            @Valid @RequestBody NewWalkIn request) {
        var arrival = new Arrival(request.personId(), request.name(), request.reason(), request.askedOn());
        var added = walkIns.add(hubId, date, arrival, key);
        return new Created<>("/api/walk-ins/" + added.walkIn().id().value(), WalkInView.of(added), added.version());
    }

    @GetMapping("/api/walk-ins/{walkInId}")
    @Operation(operationId = "getWalkIn", summary = "Get one walk-in")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    Versioned<WalkInView> get(@PathVariable WalkInId walkInId) {
        var found = walkIns.find(walkInId);
        return new Versioned<>(WalkInView.of(found), found.version());
    }

    @PostMapping("/api/walk-ins/{walkInId}/start")
    @Operation(operationId = "startWalkIn", summary = "Start the conversation with a person in the queue")
    @Answers({NotFound.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView start(@PathVariable WalkInId walkInId) {
        return WalkInView.of(walkIns.start(walkInId));
    }

    @PostMapping("/api/walk-ins/{walkInId}/finish")
    @Operation(operationId = "finishWalkIn", summary = "Finish the conversation with a walk-in")
    @Answers({NotFound.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView finish(@PathVariable WalkInId walkInId) {
        return WalkInView.of(walkIns.finish(walkInId));
    }

    @PostMapping("/api/walk-ins/{walkInId}/leave")
    @Operation(operationId = "leaveWalkIn", summary = "Record that the person left before a member of staff was free")
    @Answers({NotFound.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView leave(@PathVariable WalkInId walkInId) {
        return WalkInView.of(walkIns.leave(walkInId));
    }

    @PostMapping("/api/walk-ins/{walkInId}/undo")
    @Operation(operationId = "undoWalkInChange", summary = "Undo your own last change, within two minutes")
    @Answers({NotFound.class, TooLateToUndo.class})
    @PreAuthorize("hasAuthority('booking:write')")
    WalkInView undo(@PathVariable WalkInId walkInId) {
        return WalkInView.of(walkIns.undo(walkInId));
    }
}
