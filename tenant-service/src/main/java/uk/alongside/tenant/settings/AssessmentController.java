package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.Versions;

/**
 * The endpoints of a council's data protection impact assessment, for its leads. A browser saves the file and never
 * shows it in a page.
 */
@RestController
@RequestMapping("/api/settings/assessment")
@PreAuthorize("hasAuthority('council:set-up')")
@Tag(name = "Settings")
class AssessmentController {

    private static final String TAG = "The ETag of the settings that were read";

    private final AssessmentService assessments;

    AssessmentController(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(operationId = "readAssessment", summary = "Your council's data protection impact assessment")
    ResponseEntity<byte[]> assessment() {
        return assessments
                .assessment()
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
            operationId = "changeAssessment",
            summary = "Hand in your council's data protection impact assessment",
            description = "A PDF of at most 5 MB, told by its bytes. It takes the place of an earlier one.")
    ResponseEntity<SettingsView> change(
            @Parameter(required = true, description = TAG, example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody byte[] file) {
        var settings = assessments.put(Versions.expected(ifMatch), file);
        return ResponseEntity.ok().eTag(Versions.etag(settings.version())).body(settings);
    }
}
