package uk.alongside.foundation.audit;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Configures the audit for every service that has a database. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, HibernateJpaAutoConfiguration.class})
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc) {
        return new AuditTrail(jdbc);
    }

    @Bean
    AuditChain auditChain(AuditTrail trail) {
        return new AuditChain(trail);
    }

    @Bean
    AuditAnchors auditAnchors(JdbcClient jdbc) {
        return new AuditAnchors(jdbc);
    }

    @Bean
    AuditReader auditReader(JdbcClient jdbc) {
        return new AuditReader(jdbc);
    }

    @Bean
    AuditController auditController(AuditReader events, AuditChain chain, AuditAnchors anchors) {
        return new AuditController(events, chain, anchors);
    }

    @Bean
    Audit audit(AuditTrail trail, EntityManagerFactory entities) {
        return new Audit(trail, SharedEntityManagerCreator.createSharedEntityManager(entities));
    }
}
