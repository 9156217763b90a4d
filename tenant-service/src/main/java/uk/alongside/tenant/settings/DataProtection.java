package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.persistence.Embeddable;

/** The answers of a council about the protection of its data. */
@Embeddable
@Schema(name = "DataProtection")
public record DataProtection(
        @Schema(description = "The council's number in the Information Commissioner's register of fee payers.")
        String registration,

        @Schema(description = "The email address of the data protection officer.")
        String dataProtectionEmail,

        @Schema(description = "The address of the privacy notice, which residents are shown.")
        String privacyNotice) {}
