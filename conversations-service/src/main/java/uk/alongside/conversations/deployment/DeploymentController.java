package uk.alongside.conversations.deployment;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.state.ServiceState;
import uk.alongside.foundation.state.ServiceStates;

/** Answers tenant-service how this service is, for the operator's page. The gateway does not route here. */
@Hidden
@RestController
class DeploymentController {

    private final ServiceStates states;

    DeploymentController(ServiceStates states) {
        this.states = states;
    }

    @GetMapping("/internal/state")
    @PreAuthorize("hasAuthority('internal:project')")
    ServiceState state() {
        return states.now();
    }
}
