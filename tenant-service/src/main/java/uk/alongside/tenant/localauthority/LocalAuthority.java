package uk.alongside.tenant.localauthority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A council in the register. The statisticians give its code, which changes when its boundary does. */
@Schema(name = "LocalAuthority")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocalAuthority(
        @Schema(example = "E06000065") String code,
        @Schema(example = "North Yorkshire") String name,
        @Schema(example = "North Yorkshire Council") String officialName,

        @Schema(description = "A short name that suits it.", example = "north-yorkshire")
        String slug,

        @Schema(
                allowableValues = {
                    "county",
                    "unitary",
                    "metropolitan",
                    "london-borough",
                    "welsh-principal",
                    "scottish-council"
                })
        String kind,

        @Schema(allowableValues = {"england", "wales", "scotland"})
        String nation,

        @Schema(description = "Of England only.", example = "Yorkshire and The Humber") @Nullable
        String region,

        @Nullable LocalDate validFrom,

        @Schema(description = "Its last day, if it has come.") @Nullable
        LocalDate validTo,

        @Schema(description = "Codes that it had before.") List<String> formerCodes,

        @Schema(description = "Codes of the councils that came after it.")
        List<String> successors) {

    public boolean hasEndedBy(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }
}
