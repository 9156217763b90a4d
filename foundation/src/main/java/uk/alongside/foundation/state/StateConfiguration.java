package uk.alongside.foundation.state;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import uk.alongside.foundation.proofs.Proofs;

/** Configures what the operator reads of a service's state. */
@AutoConfiguration(afterName = "uk.alongside.foundation.wall.DatabaseConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class StateConfiguration {

    @Bean
    ServiceStates serviceStates(MeterRegistry meters, Proofs proofs, ObjectProvider<BuildProperties> build) {
        var built = build.getIfAvailable();
        return new ServiceStates(meters, proofs, built == null ? null : built.getVersion());
    }
}
