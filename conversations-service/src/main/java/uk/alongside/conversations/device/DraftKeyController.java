package uk.alongside.conversations.device;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.encryption.DraftKeys;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "Devices")
class DraftKeyController {

    private final DraftKeys keys;

    DraftKeyController(DraftKeys keys) {
        this.keys = keys;
    }

    record DraftKey(
            @Schema(description = "32 bytes in base64url without padding")
            String key) {

        /** Leaves the key out, because records are written to logs. */
        @Override
        public String toString() {
            return "DraftKey[]";
        }
    }

    @GetMapping("/api/devices/{deviceId}/draft-key")
    @Operation(
            operationId = "getDraftKey",
            summary = "Get the key that encrypts the caller's unsent words on a device",
            description =
                    "The same caller gets the same key for the same device until the council's keys are destroyed."
                            + " Keep it in memory only.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('conversation:write')")
    DraftKey get(@PathVariable @Schema(description = "A random UUID that the browser keeps") DeviceId deviceId) {
        var key = keys.derive(Caller.current().member(), deviceId.value());
        return new DraftKey(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }
}
