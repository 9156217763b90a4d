package uk.alongside.conversations.walkin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.NothingToCorrect;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongTimes;
import uk.alongside.conversations.attendance.CorrectedTimes;
import uk.alongside.conversations.attendance.CorrectionId;
import uk.alongside.conversations.attendance.CorrectionList;
import uk.alongside.conversations.walkin.WalkInCorrectionService.Request;
import uk.alongside.conversations.walkin.WalkInRefusal.StaleVersion;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;

@RestController
@Tag(name = "Walk-Ins")
class WalkInCorrectionController {

    private final WalkInCorrectionService corrections;

    WalkInCorrectionController(WalkInCorrectionService corrections) {
        this.corrections = corrections;
    }

    @Schema(name = "WalkInCorrection")
    record NewCorrection(
            @NotNull WalkInStatus status,

            @Nullable @Schema(description = "The time of the arrival on the day of the visit; unchanged if left out")
            LocalTime arrived,

            @Nullable @Schema(description = "The time at which the conversation started; unchanged if left out")
            LocalTime started,

            @Nullable @Schema(description = "The time at which the conversation finished; unchanged if left out")
            LocalTime finished,

            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewCorrection[status=" + status + "]";
        }
    }

    @PostMapping("/api/walk-ins/{walkInId}/corrections")
    @Operation(
            operationId = "createWalkInCorrection",
            summary = "Correct the status and the times of a walk-in, with the reason")
    @Answers({NotFound.class, StaleVersion.class, NothingToCorrect.class, WrongTimes.class, NotToday.class})
    @PreAuthorize("hasAuthority('booking:write')")
    Created<WalkInView> create(
            @PathVariable WalkInId walkInId,
            @IfMatch long version,
            @IdempotencyKey String key,
            @Valid @RequestBody NewCorrection request) {
        var times = new CorrectedTimes(request.arrived(), request.started(), request.finished());
        var walkIn =
                corrections.correct(walkInId, version, new Request(request.status(), times, request.reason()), key);
        return new Created<>(
                "/api/walk-ins/" + walkInId.value() + "/corrections", WalkInView.of(walkIn), walkIn.version());
    }

    @GetMapping("/api/walk-ins/{walkInId}/corrections")
    @Operation(
            operationId = "listWalkInCorrections",
            summary = "List the corrections of a walk-in",
            description = "A page has 50 corrections at most. The last correction comes first.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    CorrectionList list(
            @PathVariable WalkInId walkInId,
            @RequestParam(required = false)
                    @Nullable
                    @Schema(description = "The last correction of the page before, to get the next page")
                    CorrectionId after) {
        return corrections.list(walkInId, after);
    }
}
