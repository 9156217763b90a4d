package uk.alongside.tenant.secondfactor;

import io.swagger.v3.oas.annotations.media.Schema;

/** The members of a council who sign in with a second factor. */
@Schema(name = "SecondFactorRule")
record SecondFactorRule(
        @Schema(description = "True for every member, and false for leads and practitioners alone")
        boolean everybody,

        @Schema(description = "0 until a lead of the council has decided")
        long version) {

    static final SecondFactorRule NOT_DECIDED = new SecondFactorRule(false, 0);
}
