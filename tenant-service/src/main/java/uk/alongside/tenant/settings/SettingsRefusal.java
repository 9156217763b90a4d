package uk.alongside.tenant.settings;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a change of a council's settings is rejected. */
public sealed interface SettingsRefusal extends Refusal {

    @ProblemType(type = "already-asked", detail = "Your council has asked to go live already.")
    record AlreadyAsked() implements SettingsRefusal {}

    @ProblemType(type = "already-live", detail = "This council is live already.")
    record AlreadyLive() implements SettingsRefusal {}

    @ProblemType(type = "not-asked", detail = "This council has not asked to go live.")
    record NotAsked() implements SettingsRefusal {}

    @ProblemType(
            status = BAD_REQUEST,
            type = "assessment-too-large",
            detail = "This file is larger than 5 MB. Choose a smaller PDF.")
    record AssessmentTooLarge() implements SettingsRefusal {}

    @ProblemType(
            status = BAD_REQUEST,
            type = "assessment-not-a-pdf",
            detail = "This file is not a whole PDF. Choose a PDF of your council's assessment.")
    record AssessmentNotAPdf() implements SettingsRefusal {}

    /** The settings have a later version than the one that the lead read. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another lead changed your council's settings. Read them again before you change them.")
    record StaleVersion(SettingsView current) implements SettingsRefusal {}
}
