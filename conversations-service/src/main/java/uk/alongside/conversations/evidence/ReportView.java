package uk.alongside.conversations.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "EvidenceReport", description = "A published report, which never changes")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        ReportId id,

        @Schema(description = "1 for the first report of the council, one more for each later one")
        int number,

        Instant publishedAt,
        @Nullable String publishedByName,
        Report content) {}
