package uk.alongside.tenant.account;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.tenant.account.PasswordResetRefusal.LinkExpired;
import uk.alongside.tenant.account.PasswordResetRefusal.LinkUsed;
import uk.alongside.tenant.account.PasswordResetRefusal.UnknownLink;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.identity.IdentityRefusal.PasswordEasyToGuess;
import uk.alongside.tenant.identity.IdentityRefusal.PasswordIsTheAddress;
import uk.alongside.tenant.identity.IdentityRefusal.PasswordTooLong;
import uk.alongside.tenant.identity.IdentityRefusal.PasswordTooShort;

/**
 * The endpoints for people who forgot their password. The link travels in the body, because addresses end up in logs.
 */
@RestController
@RequestMapping("/open/password-resets")
@Tag(name = "Passwords")
class PasswordResetController {

    private final PasswordResetRequests requests;
    private final PasswordResetService service;

    PasswordResetController(PasswordResetRequests requests, PasswordResetService service) {
        this.requests = requests;
        this.service = service;
    }

    @Schema(name = "ForgottenPassword")
    record Request(
            @Schema(example = "amir@larkshire.example") @NotBlank @TypedText(TextKind.EMAIL) @Email @Size(max = 254)
            String email) {

        /** Returns a text without the person, because the text ends up in logs. */
        @Override
        public String toString() {
            return "Request";
        }
    }

    @Schema(name = "PasswordResetLink")
    record Link(
            @Schema(description = "The part of the link after the #")
            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.CODE)
            String token) {

        /** Returns a text without the token, because the text ends up in logs. */
        @Override
        public String toString() {
            return "Link";
        }
    }

    @Schema(name = "NewPassword")
    record NewPassword(
            @Schema(description = "The part of the link after the #")
            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.CODE)
            String token,

            @Schema(
                    accessMode = Schema.AccessMode.WRITE_ONLY,
                    description = "12 characters or more, and hard to guess. It is taken as it is, blanks included.")
            @NotEmpty
            @Size(max = 1000)
            @TypedText(TextKind.VERBATIM)
            String password) {

        /** Returns a text without the token and the password, because the text ends up in logs. */
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    @Schema(name = "OpenPasswordReset")
    record OpenReset(
            @Schema(example = "amir@larkshire.example", description = "The address to which the mail was sent")
            String email,

            Instant expiresAt) {

        /** Returns a text without the person, because the text ends up in logs. */
        @Override
        public String toString() {
            return "OpenReset";
        }
    }

    @PostMapping
    @ResponseStatus(NO_CONTENT)
    @PreAuthorize("permitAll()")
    @SecurityRequirements
    @Operation(
            operationId = "askForNewPassword",
            summary = "Ask for a link to a new password",
            description =
                    "The answer is the same for every address. A member with this address gets mail, at most three"
                            + " in an hour.")
    @Answers(IdentityUnavailable.class)
    void ask(@Valid @RequestBody Request request) {
        requests.add(request.email().toLowerCase(Locale.ROOT));
    }

    @PostMapping("/preview")
    @PreAuthorize("permitAll()")
    @SecurityRequirements
    @Operation(operationId = "previewNewPassword", summary = "Show whose password a link changes")
    @Answers({UnknownLink.class, LinkUsed.class, LinkExpired.class})
    OpenReset preview(@Valid @RequestBody Link request) {
        var seen = service.look(request.token());
        return new OpenReset(seen.email(), seen.expiresAt());
    }

    @PostMapping("/choose")
    @ResponseStatus(NO_CONTENT)
    @PreAuthorize("permitAll()")
    @SecurityRequirements
    @Operation(
            operationId = "chooseNewPassword",
            summary = "Choose a new password",
            description = "For the holder of a link. It ends the other sign-ins of the account. The authenticator app"
                    + " stays. The same request completes one that was interrupted.")
    @Answers({
        UnknownLink.class,
        LinkUsed.class,
        LinkExpired.class,
        PasswordTooShort.class,
        PasswordTooLong.class,
        PasswordIsTheAddress.class,
        PasswordEasyToGuess.class,
        IdentityUnavailable.class
    })
    void choose(@Valid @RequestBody NewPassword request) {
        service.choose(request.token(), request.password());
    }
}
