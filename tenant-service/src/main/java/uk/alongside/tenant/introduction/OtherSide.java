package uk.alongside.tenant.introduction;

import io.swagger.v3.oas.annotations.media.Schema;

/** The other council of an introduction, as it was named when both had said yes. */
@Schema(name = "IntroducedCouncil")
record OtherSide(
        @Schema(example = "Meadowshire Council") String council,

        @Schema(description = "The lead who said yes, or who asked", example = "Rhys Bevan")
        String lead,

        @Schema(description = "The lead's work email address", example = "rhys@meadowshire.example")
        String email) {

    /** Leaves out the person, because this text can end up in logs. */
    @Override
    public String toString() {
        return "OtherSide[]";
    }
}
