package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.wall.CouncilContext;

/** Gives the operator the data protection impact assessment that a council handed in. */
@RestController
@PreAuthorize("hasAuthority('council:operate')")
@Tag(name = "Settings")
class CouncilAssessmentController {

    private final AssessmentService assessments;

    CouncilAssessmentController(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @GetMapping(path = "/api/councils/{councilId}/assessment", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            operationId = "getAssessmentOfCouncil",
            summary = "Get the data protection impact assessment that a council handed in")
    @Answers(NotFound.class)
    ResponseEntity<byte[]> assessment(@PathVariable UUID councilId) {
        return AssessmentController.file(CouncilContext.call(councilId, assessments::assessment));
    }
}
