package uk.alongside.foundation.wall;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.cfg.MultiTenancySettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import uk.alongside.foundation.proofs.NightlyProofs;
import uk.alongside.foundation.proofs.OtherRoles;
import uk.alongside.foundation.proofs.Proofs;
import uk.alongside.foundation.proofs.ProofsHealth;

/** Configures a service's database: one guarded data source, with every transaction bound to its council. */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class})
@EnableConfigurationProperties(DataSourceProperties.class)
class DatabaseConfiguration {

    @Bean
    SqlSpans sqlSpans(ObjectProvider<Tracer> tracers) {
        return new SqlSpans(() -> Optional.ofNullable(tracers.getIfAvailable()));
    }

    /** Creates the guarded data source. The pool is not a bean, so no other bean can bypass the guard. */
    @Bean
    GuardedDataSource dataSource(DataSourceProperties properties, Environment environment, SqlSpans spans) {
        var key = ContextKey.read(Path.of(environment.getRequiredProperty("alongside.context-key-file")));
        var checkedOnReturn = environment.getProperty("alongside.check-connections-on-return", Boolean.class, false);
        var pool = ConnectionPools.create(
                properties,
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        ConnectionPools.name(pool, key.applicationName());
        return new GuardedDataSource(pool, key, checkedOnReturn, spans);
    }

    @Bean
    JpaVendorAdapter jpaVendorAdapter() {
        var dialect = new CouncilBindingDialect();
        return new HibernateJpaVendorAdapter() {
            @Override
            public HibernateJpaDialect getJpaDialect() {
                return dialect;
            }
        };
    }

    @Bean
    HibernatePropertiesCustomizer councilForHibernate() {
        return properties ->
                properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new CouncilResolver());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AcrossCouncilsAdvisor acrossCouncilsAdvisor() {
        return new AcrossCouncilsAdvisor();
    }

    /** Creates the database access of public pages. A visitor waits for a connection no longer than for a page. */
    @Bean
    @ConditionalOnProperty("alongside.public.username")
    PublicDatabase publicDatabase(DataSourceProperties properties, Environment environment, SqlSpans spans) {
        var pool = ConnectionPools.create(
                properties,
                environment.getRequiredProperty("alongside.public.username"),
                environment.getRequiredProperty("alongside.public.password"));
        var key = ContextKey.read(Path.of(environment.getRequiredProperty("alongside.context-key-file")));
        ConnectionPools.name(pool, key.applicationName());
        pool.setPoolName("public");
        pool.setMaximumPoolSize(5);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
        return new PublicDatabase(
                pool,
                key,
                environment.getProperty("alongside.check-connections-on-return", Boolean.class, false),
                spans);
    }

    @Bean
    Proofs proofs(GuardedDataSource dataSource, Environment environment) {
        return new Proofs(
                dataSource.unguarded(),
                environment.getProperty("alongside.changelog", Migration.DEFAULT_CHANGELOG),
                OtherRoles.of(environment));
    }

    @Bean
    ProofsHealth proofsHealthIndicator(Proofs proofs) {
        return new ProofsHealth(proofs);
    }

    /** Measures the holes that the latest check found and how long ago it was, for alarms. */
    @Bean
    MeterBinder proofsMetric(Proofs proofs) {
        return registry -> {
            Gauge.builder("alongside.proofs.violations", proofs, Proofs::holes).register(registry);
            TimeGauge.builder("alongside.proofs.age", () -> proofs.age().toSeconds(), TimeUnit.SECONDS)
                    .description("The time since the wall was checked")
                    .register(registry);
        };
    }

    /** Refuses to start if the wall has a hole or the database does not know the context key. */
    @Bean
    SmartInitializingSingleton wallIsProvenBeforeTheFirstRequest(
            Proofs proofs, GuardedDataSource dataSource, ObjectProvider<PublicDatabase> publicDatabase) {
        return () -> {
            proofs.check();
            CouncilContext.run(new UUID(0, 0), dataSource::proveThatItCanBind);
            publicDatabase.ifAvailable(open -> CouncilContext.run(new UUID(0, 0), open::proveThatItCanBind));
        };
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "alongside.jobs.enabled", matchIfMissing = true)
    NightlyProofs nightlyProofs(Proofs proofs, Clock clock) {
        return new NightlyProofs(proofs, clock.getZone());
    }

    @Bean
    MemberLookup memberLookup(GuardedDataSource dataSource) {
        return new MemberLookup(dataSource);
    }

    @Bean
    CouncilSuspension councilSuspension(GuardedDataSource dataSource, CouncilSql sql, Clock clock) {
        return new CouncilSuspension(dataSource, sql, clock);
    }

    @Bean
    CouncilSql councilSql(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        return new CouncilSql(jdbc, batches);
    }
}
