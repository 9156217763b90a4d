package uk.alongside.tenant.membership;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;

/** Records each member's first request in their council, before the request does its work. */
final class SignInRecord implements HandlerInterceptor {

    private final MembershipService members;

    /** The members whose first request this process has recorded, so that later requests cost nothing. */
    private final Set<MemberId> recorded = ConcurrentHashMap.newKeySet();

    private SignInRecord(MembershipService members) {
        this.members = members;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && !recorded.contains(caller.member())) {
            members.recordSignIn(caller.member());
            members.checkSecondFactor(caller.member());
            recorded.add(caller.member());
        }
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    static class Interceptors {

        @Bean
        WebMvcConfigurer signInRecordInterceptor(MembershipService members) {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(new SignInRecord(members));
                }
            };
        }
    }
}
