package uk.alongside.tenant.agreement;

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
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;

/** Gives the operator, who is the other party, the text that a council accepted. */
@RestController
@PreAuthorize("hasAuthority('council:operate')")
@Tag(name = "Agreement")
class CouncilAgreementController {

    private final AgreementService service;

    CouncilAgreementController(AgreementService service) {
        this.service = service;
    }

    @GetMapping(path = "/api/councils/{councilId}/agreement/{version}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "getAcceptedAgreement",
            summary = "Get the text that a council accepted, with the person who accepted it")
    @Answers(NotFound.class)
    ResponseEntity<byte[]> text(@PathVariable UUID councilId, @TypedText(TextKind.CODE) @PathVariable String version) {
        return AgreementController.file(CouncilContext.call(councilId, () -> service.acceptedText(version)));
    }
}
