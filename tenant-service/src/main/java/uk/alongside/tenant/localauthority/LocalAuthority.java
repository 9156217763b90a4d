package uk.alongside.tenant.localauthority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A local authority in the register. Its code comes from the Office for National Statistics and changes with its boundary. */
@Schema(name = "LocalAuthority")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocalAuthority(
        @Schema(example = "E06000065") String code,
        @Schema(example = "North Yorkshire") String name,
        @Schema(example = "North Yorkshire Council") String officialName,

        @Schema(description = "A proposal for the council's short name.", example = "north-yorkshire")
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

        @Schema(description = "The region; authorities in England only.", example = "Yorkshire and The Humber")
        @Nullable
        String region,

        @Nullable LocalDate validFrom,

        @Schema(description = "The last day of the authority; absent while it exists.") @Nullable
        LocalDate validTo,

        @Schema(description = "The earlier codes of the authority.")
        List<String> formerCodes,

        @Schema(description = "The codes of the authorities that followed it.")
        List<String> successors) {

    public boolean hasEndedBy(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }
}
