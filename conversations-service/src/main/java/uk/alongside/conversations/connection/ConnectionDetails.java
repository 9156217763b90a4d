package uk.alongside.conversations.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.asset.AssetId;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The details of a connection: with what, how the person learns of it, and who makes contact. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionDetails(
        @Nullable @Schema(description = "The community asset; absent for one that is not on the list")
        AssetId assetId,

        @Nullable
        @Size(max = 200)
        @TypedText(TextKind.LINE)
        @Schema(
                description = "The name. For an asset of the list the service sets the name that it has now.",
                example = "Knit and Natter")
        String name,

        @NotNull @Schema(description = "Whether the person was told about it, or was introduced to it")
        Way way,

        @NotNull @Schema(description = "Who makes contact") Contact contact) {

    @AssertTrue
    boolean isNamed() {
        return assetId != null || (name != null && !name.isEmpty());
    }

    ConnectionDetails named(String known) {
        return new ConnectionDetails(assetId, known, way, contact);
    }

    /** Leaves the name out, because records are written to logs. */
    @Override
    public String toString() {
        return "ConnectionDetails[way=" + way + ", contact=" + contact + "]";
    }
}
