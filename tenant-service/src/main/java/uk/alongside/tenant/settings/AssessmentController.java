package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.settings.SettingsRefusal.AssessmentNotAPdf;
import uk.alongside.tenant.settings.SettingsRefusal.AssessmentTooLarge;
import uk.alongside.tenant.settings.SettingsRefusal.StaleVersion;

/**
 * The endpoints of a council's data protection impact assessment, for its leads. A browser saves the file and never
 * shows it in a page.
 */
@RestController
@RequestMapping("/api/settings/assessment")
@PreAuthorize("hasAuthority('council:set-up')")
@Tag(name = "Settings")
class AssessmentController {

    private final AssessmentService assessments;

    AssessmentController(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(operationId = "getAssessment", summary = "Get your council's data protection impact assessment")
    @Answers(NotFound.class)
    ResponseEntity<byte[]> assessment() {
        return file(assessments.assessment());
    }

    /** Answers with a PDF that the browser saves. */
    static ResponseEntity<byte[]> file(Optional<byte[]> assessment) {
        return assessment
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("data-protection-impact-assessment.pdf")
                                        .build()
                                        .toString())
                        .body(pdf))
                .orElseThrow(Refused::notFound);
    }

    @PutMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            operationId = "updateAssessment",
            summary = "Upload your council's data protection impact assessment",
            description = "A whole PDF of at most 5 MB. It replaces an earlier one.")
    @Answers({NotFound.class, AssessmentTooLarge.class, AssessmentNotAPdf.class, StaleVersion.class})
    Versioned<SettingsView> change(@IfMatch long version, @RequestBody byte[] file) {
        var settings = assessments.put(version, file);
        return new Versioned<>(settings, settings.version());
    }
}
