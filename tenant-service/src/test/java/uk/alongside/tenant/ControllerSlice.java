package uk.alongside.tenant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.PlatformTransactionManager;
import uk.alongside.foundation.wall.MemberLookup;

/** A controller behind the product's own security and problem bodies, without a database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
@MockitoBean(types = {JdbcClient.class, MemberLookup.class, PlatformTransactionManager.class, JwtDecoder.class})
@TestPropertySource(
        properties = {
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost/realms/alongside",
            "alongside.identity.client-secret=none",
            "alongside.identity.administration-secret=none"
        })
public @interface ControllerSlice {}
