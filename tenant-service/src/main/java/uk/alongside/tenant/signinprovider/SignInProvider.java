package uk.alongside.tenant.signinprovider;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/**
 * How a council's own sign-in is connected. The client's secret is not here: only Keycloak has it.
 *
 * @param version 0 until the operator has confirmed a domain
 */
@Schema(name = "SignInProvider")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignInProvider(
        @Schema(description = "The e-mail domains that the operator has confirmed as the council's")
        List<String> domains,

        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String groupsClaim,
        List<RoleOfGroup> roles,
        boolean enabled,

        @Schema(description = "0 until the operator has confirmed an e-mail domain")
        long version) {

    static final SignInProvider NONE = new SignInProvider(List.of(), null, null, null, List.of(), false, 0);

    SignInProvider {
        domains = List.copyOf(domains);
        roles = List.copyOf(roles);
    }

    /** A group of the council's directory and the role that its members have here. */
    @Schema(name = "RoleOfGroup")
    record RoleOfGroup(
            @Schema(
                    description = "The group as the claim names it; Entra ID names a group by its object id",
                    example = "0f9b2c6e-7a41-4f0e-9d53-6f1f5a8f2a10")
            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.LINE)
            String group,

            @Schema(example = "practitioner") @NotNull Role role) {}

    /** The connection that a lead sends. */
    @Schema(name = "NewSignInProvider")
    record New(
            @Schema(
                    description = "The issuer's https address, or the address of its discovery document",
                    example = "https://login.microsoftonline.com/0d9f4a8e-0000-0000-0000-000000000000/v2.0")
            @NotBlank
            @Size(max = 500)
            @TypedText(TextKind.WEB_ADDRESS)
            String issuer,

            @Schema(example = "5b6fd9de-0000-0000-0000-000000000000")
            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.CODE)
            String clientId,

            @Schema(
                    description = "Needed the first time, and when the issuer or client id changes. It is never shown"
                            + " again.")
            @Nullable
            @Size(min = 1, max = 500)
            @TypedText(TextKind.VERBATIM)
            String clientSecret,

            @Schema(example = "groups") @NotBlank @Pattern(regexp = "[A-Za-z0-9_-]{1,60}") @TypedText(TextKind.CODE)
            String groupsClaim,

            @NotNull @Size(max = 50) List<@Valid @NotNull RoleOfGroup> roles,

            @Schema(description = "Whether people may sign in through it", example = "true") @NotNull
            Boolean enabled) {

        /** Returns a text without the secret, because the text can end up in logs. */
        @Override
        public String toString() {
            return "NewSignInProvider[" + issuer + "]";
        }
    }

    /** Says whether the e-mail address is of one of the council's domains. */
    boolean owns(@Nullable String email) {
        return email != null
                && domains.contains(email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /** Returns the roles of a person with these groups. */
    Set<Role> rolesOf(Collection<String> groups) {
        var given = EnumSet.noneOf(Role.class);
        roles.stream().filter(each -> groups.contains(each.group())).forEach(each -> given.add(each.role()));
        return given;
    }

    /** Says whether the client's secret of the present connection may be used for this one. */
    boolean sharesItsSecretWith(String otherIssuer, String otherClient) {
        return Objects.equals(issuer, otherIssuer) && Objects.equals(clientId, otherClient);
    }
}
