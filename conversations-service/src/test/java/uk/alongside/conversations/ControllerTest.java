package uk.alongside.conversations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.MemberLookup;

/** Adds foundation's request handling to a {@code @WebMvcTest}, with nothing behind it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MockitoBean(types = {JdbcClient.class, MemberLookup.class, PlatformTransactionManager.class, JwtDecoder.class})
public @interface ControllerTest {

    /** Makes requests as a member with these roles. */
    final class As {

        private As() {}

        public static RequestPostProcessor a(Role... roles) {
            var caller = new Caller(UUID.randomUUID(), new MemberId(UUID.randomUUID()), "Priya N", Set.of(roles));
            var authorities = Arrays.stream(roles)
                    .flatMap(role -> role.authorities().stream())
                    .distinct()
                    .toArray(String[]::new);
            return SecurityMockMvcRequestPostProcessors.authentication(
                    new TestingAuthenticationToken(caller, "none", authorities));
        }
    }
}
