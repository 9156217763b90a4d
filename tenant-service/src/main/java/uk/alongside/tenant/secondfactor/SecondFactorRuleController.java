package uk.alongside.tenant.secondfactor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.secondfactor.SecondFactorRuleRefusal.StaleVersion;

/** The leads' endpoints for whom their council asks for a second factor. */
@RestController
@RequestMapping("/api/settings/second-factor")
@Tag(name = "Settings")
class SecondFactorRuleController {

    private final SecondFactorRuleService service;

    SecondFactorRuleController(SecondFactorRuleService service) {
        this.service = service;
    }

    @Schema(name = "SecondFactorRuleChange")
    record Change(
            @Schema(description = "True for every member, and false for leads and practitioners alone") @NotNull
            Boolean everybody) {}

    @GetMapping
    @PreAuthorize("hasAuthority('council:set-up')")
    @Operation(
            operationId = "getSecondFactorRule",
            summary = "Get which members of your council sign in with a second factor")
    Versioned<SecondFactorRule> get() {
        return withVersion(service.get());
    }

    @PutMapping
    @PreAuthorize("hasAuthority('council:set-up')")
    @Operation(
            operationId = "updateSecondFactorRule",
            summary = "Change which members of your council sign in with a second factor",
            description = "Send version 0 while your council has decided nothing. Members who are asked from now on get"
                    + " mail, and set up a second factor at their next sign-in. A second factor that a member has"
                    + " stays, also if the rule does not ask for it any more.")
    @Answers(StaleVersion.class)
    Versioned<SecondFactorRule> change(@IfMatch long version, @Valid @RequestBody Change request) {
        return withVersion(service.change(version, request.everybody()));
    }

    private static Versioned<SecondFactorRule> withVersion(SecondFactorRule rule) {
        return new Versioned<>(rule, rule.version());
    }
}
