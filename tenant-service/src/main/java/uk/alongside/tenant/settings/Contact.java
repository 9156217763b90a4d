package uk.alongside.tenant.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ways in which residents reach the council. */
@Embeddable
@Schema(name = "Contact")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String contactHours,
        List<String> contactAddress,
        @Nullable String relayNumber,
        @Nullable String complaints) {

    /** The form of a telephone number in a request. */
    public static final String PHONE = "\\+?[0-9][0-9 ()-]{5,29}";

    static final Contact NONE = new Contact(null, null, null, List.of(), null, null);

    /** Returns whether a resident who cannot come in can still reach the council. */
    public boolean canBeReached() {
        return contactPhone != null || contactEmail != null;
    }

    Contact with(@Nullable String phone, @Nullable String email) {
        return new Contact(phone, email, contactHours, contactAddress, relayNumber, complaints);
    }

    /**
     * Returns, for each part that may name a member of staff or be their own number, whether the other contact differs
     * in it.
     */
    Map<String, Boolean> changesTo(Contact other) {
        return Map.of(
                "contact-phone", !Objects.equals(contactPhone, other.contactPhone),
                "contact-email", !Objects.equals(contactEmail, other.contactEmail),
                "complaints", !Objects.equals(complaints, other.complaints));
    }
}
