package uk.alongside.tenant.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;

/** A member as an operator sees one: a person has an e-mail address, a machine client a client id. */
@Schema(name = "Member")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberView(
        MemberId id,
        String name,
        @Nullable String email,
        @Nullable String clientId,
        Set<Role> roles,
        MemberStatus status,

        @Schema(description = "Whether the member has used the product in this council")
        boolean signedIn,

        long version) {

    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.name(),
                member.email(),
                member.clientId(),
                member.roles(),
                member.status(),
                member.hasSignedIn(),
                member.version());
    }

    /** Returns a text without the person, because the text ends up in logs. */
    @Override
    public String toString() {
        return "Member[" + id.value() + ", version " + version + "]";
    }
}
