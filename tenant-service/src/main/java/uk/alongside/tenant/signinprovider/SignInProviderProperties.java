package uk.alongside.tenant.signinprovider;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of councils' own sign-ins.
 *
 * @param allowPrivateAddresses true only for tests and trials on one machine: allows http, and addresses of this
 *     machine and of private networks
 * @param timeout how long a council's provider may take to answer
 */
@ConfigurationProperties("alongside.sign-in-provider")
record SignInProviderProperties(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue("5s") Duration timeout) {}
