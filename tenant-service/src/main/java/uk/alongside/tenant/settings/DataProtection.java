package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.persistence.Embeddable;

/** The council's accountability for the data that it holds here. */
@Embeddable
@Schema(name = "DataProtection")
public record DataProtection(
        @Schema(description = "Its number in the Information Commissioner's register of fee payers.")
        String registration,

        @Schema(description = "Of its data protection officer.")
        String dataProtectionEmail,

        @Schema(description = "The address of its privacy notice, which residents are shown.")
        String privacyNotice) {}
