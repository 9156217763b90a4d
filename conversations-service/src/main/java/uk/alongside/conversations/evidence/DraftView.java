package uk.alongside.conversations.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "EvidenceDraft", description = "The draft of the next report")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftView(
        Report content, Instant changedAt, @Nullable String changedByName, long version) {}
