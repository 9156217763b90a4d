package uk.alongside.conversations.session;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;

/** A part of a session without slots. */
@Schema(name = "BreakTime")
public record Break(
        @NotNull @Schema(example = "11:00") LocalTime starts,
        @NotNull @Schema(example = "11:15") LocalTime ends) {}
