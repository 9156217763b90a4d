package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContextException;

@Tag("slow")
class RunningGatewayTest {

    @Test
    void aGatewayThatCannotStartLeavesTheOthersRunning() {
        var gateway = RunningGateway.shared();
        var taken = gateway.url("/").getPort();

        assertThatThrownBy(() -> RunningGateway.with("server.port=" + taken))
                .isInstanceOf(ApplicationContextException.class);

        assertThat(new Browser(gateway).session().status()).isEqualTo(401);
    }
}
