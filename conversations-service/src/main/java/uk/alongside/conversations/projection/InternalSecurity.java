package uk.alongside.conversations.projection;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import uk.alongside.foundation.web.ProblemResponses;

/** Reserves {@code /internal/**} for the service account of tenant-service, with a token meant for this service. */
@Configuration
class InternalSecurity {

    static final String PROJECT = "internal:project";
    private static final String AUDIENCE = "conversations-service";
    private static final String CALLER = "tenant-service";

    @Bean
    @Order(1)
    SecurityFilterChain internalChain(HttpSecurity http, ProblemResponses problems) throws Exception {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(InternalSecurity::authorities);
        return http.securityMatcher("/internal/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(PROJECT))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(converter))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    private static List<GrantedAuthority> authorities(Jwt token) {
        var audience = token.getAudience();
        boolean meant = audience != null && audience.contains(AUDIENCE) && CALLER.equals(token.getClaimAsString("azp"));
        return meant ? List.of(new SimpleGrantedAuthority(PROJECT)) : List.of();
    }
}
