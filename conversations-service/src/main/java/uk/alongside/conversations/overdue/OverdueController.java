package uk.alongside.conversations.overdue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.overdue.OverdueService.AtHub;
import uk.alongside.conversations.overdue.OverdueService.Overdue;

@RestController
@Tag(name = "Overdue")
class OverdueController {

    private final OverdueService overdue;

    OverdueController(OverdueService overdue) {
        this.overdue = overdue;
    }

    record OverdueHub(
            HubId hubId,
            String hubName,

            @Schema(description = "The number of bookings whose attendance is not recorded")
            int attendanceToRecord,

            @Schema(description = "The number of conversations that are not finished")
            int conversationsToFinish,

            @Schema(description = "The number of next steps that are not done")
            int stepsToDo) {

        static OverdueHub of(AtHub at) {
            return new OverdueHub(at.hub().id(), at.hub().name(), at.attendance(), at.conversations(), at.steps());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverdueList(
            @Schema(description = "The last day whose work is overdue")
            LocalDate until,

            List<OverdueHub> items,
            @Nullable HubId next,

            @Schema(description = "The number of conversations that are not finished and belong to no hub")
            int conversationsWithoutHub,

            @Schema(
                    description =
                            "The number of next steps that are not done, from conversations that belong to no hub")
            int stepsWithoutHub,

            @Schema(description = "The number of restricted conversations that no member of staff may open any more")
            int conversationsWithoutReaders) {

        static OverdueList of(Overdue overdue) {
            var page = overdue.hubs().map(OverdueHub::of);
            return new OverdueList(
                    overdue.until(),
                    page.items(),
                    page.next(),
                    overdue.conversationsWithoutHub(),
                    overdue.stepsWithoutHub(),
                    overdue.conversationsWithoutReaders());
        }
    }

    @GetMapping("/api/overdue-work")
    @Operation(
            operationId = "listOverdueWork",
            summary = "List the numbers of work at each hub that has waited longer than two working days",
            description = "The list has the hubs with such work in the order of their names. It names no person. A page"
                    + " has at most 50 hubs.")
    @PreAuthorize("hasAuthority('overdue:read')")
    OverdueList count(@RequestParam(required = false) @Nullable HubId after) {
        return OverdueList.of(overdue.count(after));
    }
}
