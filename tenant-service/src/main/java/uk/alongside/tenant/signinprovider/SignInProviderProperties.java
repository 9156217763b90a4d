package uk.alongside.tenant.signinprovider;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of councils' own sign-ins.
 *
 * @param allowPrivateAddresses true only for tests and trials on one machine: allows http, and addresses of this
 *     machine and of private networks
 */
@ConfigurationProperties("alongside.sign-in-provider")
record SignInProviderProperties(@DefaultValue("false") boolean allowPrivateAddresses) {}
