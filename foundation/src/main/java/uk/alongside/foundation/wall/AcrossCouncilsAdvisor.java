package uk.alongside.foundation.wall;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.Ordered;

/**
 * Runs methods marked {@link AcrossCouncils} without a council. The advisor runs just outside the transaction, so that
 * the new transaction sees it.
 */
final class AcrossCouncilsAdvisor extends DefaultPointcutAdvisor {

    private static final long serialVersionUID = 1;

    AcrossCouncilsAdvisor() {
        super(marked(), (MethodInterceptor) call -> CouncilContext.callAcrossCouncils(call::proceed));
        setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    }

    private static Pointcut marked() {
        Pointcut onMethod = AnnotationMatchingPointcut.forMethodAnnotation(AcrossCouncils.class);
        Pointcut onType = AnnotationMatchingPointcut.forClassAnnotation(AcrossCouncils.class);
        return new ComposablePointcut(onMethod).union(onType);
    }
}
