package uk.alongside.conversations.csvimport;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A remark about a cell, about a row (no column) or about the file (row 1). */
@Schema(name = "ImportRemark")
public record Remark(
        int row,
        @Nullable String column,

        @Schema(description = "What the cell says, shortened; absent for a remark that is not about one cell") @Nullable
        String value,

        String message) {}
