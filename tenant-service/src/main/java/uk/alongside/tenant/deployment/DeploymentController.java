package uk.alongside.tenant.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.state.ServiceState;
import uk.alongside.foundation.state.ServiceStates;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.NotDelivered;

/** Shows the operator how both services are. */
@RestController
@Tag(name = "Deployment")
class DeploymentController {

    private final ServiceStates states;
    private final ConversationsService conversations;

    DeploymentController(ServiceStates states, ConversationsService conversations) {
        this.states = states;
        this.conversations = conversations;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Deployment(
            ServiceState tenantService,

            @Schema(description = "Absent if conversations-service does not answer tenant-service") @Nullable
            ServiceState conversationsService) {}

    @GetMapping("/api/deployment")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "getDeployment",
            summary = "Get the state of both services",
            description = "The process that answers measures itself; the queue and the anchors are those of the whole"
                    + " service. No council and no person is named.")
    Deployment deployment() {
        return new Deployment(states.now(), ofConversations());
    }

    private @Nullable ServiceState ofConversations() {
        try {
            return conversations.state(ServiceState.class);
        } catch (NotDelivered _) {
            return null;
        }
    }
}
